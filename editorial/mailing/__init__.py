"""Letters, and the ways they leave the house. It does not know what they say."""
