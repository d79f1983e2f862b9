"""What should not be true together: rules, and what they see in one response."""
