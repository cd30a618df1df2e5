"""What waits, the dispatch page with its quotes beside the record, and every decision on it."""
