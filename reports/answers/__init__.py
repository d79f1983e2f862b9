"""Answers out and in: CSV, workbooks, and the words for an answer."""
