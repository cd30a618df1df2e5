"""Writing: beginning a dispatch, saving and filing it, merging two texts, adding pictures."""
