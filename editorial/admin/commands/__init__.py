"""What administrators do, by noun. Each act is logged in its own transaction, once."""
