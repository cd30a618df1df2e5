"""The public website: what readers get, and nothing that is not live."""
