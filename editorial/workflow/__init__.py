"""The rules of the desk as tables and small functions. Pure: no tables, no requests."""
