"""The board: a desk's dispatches by state, worked from the first card to the last."""
