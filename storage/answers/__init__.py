"""Answers as rows, the chain of their history, and the row of numbers beside each response."""
