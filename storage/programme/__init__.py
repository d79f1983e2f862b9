"""Whom HPAS's own answers are for, as rows."""
