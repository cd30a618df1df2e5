"""Finding quotations in a story, and checking them against the record. Pure: no I/O."""
