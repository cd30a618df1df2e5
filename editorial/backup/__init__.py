"""A newsroom in one file, and a newsroom out of one: every row and every kept file."""
