"""What HPAS plans for all customers at once, as rows."""
