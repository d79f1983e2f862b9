"""Databases alone: facts only, judgements are derived."""
