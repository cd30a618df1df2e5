"""Colours: what they are written as, how they mix, and whether they can be told apart."""
