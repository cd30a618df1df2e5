"""Signing in, the second factor, passwords, one's own sessions and profile, and the first visit."""
