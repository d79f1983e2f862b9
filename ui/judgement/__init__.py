"""The conclusion, what is missing, and how a figure comes about."""
