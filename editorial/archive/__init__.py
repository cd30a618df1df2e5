"""Where words stand in everything the newsroom holds: the index beside the vault.

Nothing is lost with it: it is built again from the sources whenever it is gone.
"""
