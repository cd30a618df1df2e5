"""The one way a dispatch changes state: load, gather facts, decide, change, append, enqueue."""
