"""What an answer proves: how old it is, and whether the solution stood still when it was given."""
