"""Newer questions, and the words of Metode."""
