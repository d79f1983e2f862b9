"""Egenvurdering: the page of questions, the card, its inputs, and what becomes of an answer."""
