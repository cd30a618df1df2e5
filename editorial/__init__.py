"""Editorial: a newsroom desk that checks every quote before its name goes under it."""

__version__ = "0.1.0"
