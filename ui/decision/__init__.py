"""The decision on screen."""
