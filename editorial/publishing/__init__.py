"""Going live: the publishers' queue, and the hour of what was scheduled."""
