"""What the command line says: one file for each group of commands."""
