"""Words for decisions."""
