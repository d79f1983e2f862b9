"""The decision: what it is made on, both signatures, and whether it still holds."""
