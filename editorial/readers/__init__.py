"""What readers wrote under stories, as the desk meets it: read, published, rejected, undone."""
