"""Who may enter, the base of forms, error pages: what every page needs and none owns."""
