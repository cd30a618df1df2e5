"""Managing people, desks and settings. By that alone an administrator reads no draft."""
