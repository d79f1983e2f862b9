"""Customers, members and the log on screen."""
