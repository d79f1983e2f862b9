"""Sent in, reviewed, handed back: the states, what was sent in, HPAS's ratings, answers on HPAS's word."""
