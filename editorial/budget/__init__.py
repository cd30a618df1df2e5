"""The budget: the stories planned and at hand for a day, and who is to report them."""
