"""What was sent in, and where HPAS and the customers part."""
