"""A witness for other newsrooms' logs: one file that runs alone."""
