"""Being told: what reaches whom, in the page, by mail, by a desk's hook, and how it got there."""
