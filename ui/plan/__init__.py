"""Tiltak: the plan, exceptions, the shortest way, and what another date would mean."""
