"""What the pages of administrators show, by noun."""
