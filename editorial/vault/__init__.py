"""Files by the SHA-256 of their bytes, in a folder or a bucket: kept as received, written once."""
