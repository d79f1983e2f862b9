"""All customers in files and pictures."""
