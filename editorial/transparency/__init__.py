"""The log as outsiders get it: checkpoints, witnesses, certificates."""
