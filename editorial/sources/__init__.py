"""The record of a dispatch: attaching sources, reading them, detaching them."""
