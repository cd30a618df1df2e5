"""Carrying the exported site to mirrors: one file a kind, and what is common to all in ``tree``."""
