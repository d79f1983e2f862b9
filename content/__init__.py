"""Reads and checks `assessments/`; a pure function of the folder."""
