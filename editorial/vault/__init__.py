"""Files on disk by the SHA-256 of their bytes: kept as received, written once."""
