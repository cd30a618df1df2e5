"""Jobs as rows, written in the transaction that caused them. It does not know what a job does."""
