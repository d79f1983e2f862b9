"""What HPAS looks at of what a customer has sent in, and how much of it it has."""
