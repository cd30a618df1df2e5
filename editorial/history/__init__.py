"""What happened: the log, a dispatch's history, its revisions and what differs between them."""
