"""What happened after the go-live, and what had been said before it."""
