"""HPAS's pages over all customers, and one customer's trend."""
