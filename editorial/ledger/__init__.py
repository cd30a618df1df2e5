"""The approval log: append, read, wording, proofs, verify. It does not know who asks."""
