"""What was said after the go-live, as rows."""
