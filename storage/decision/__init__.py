"""Decisions with their conditions and signatures, as rows."""
