"""What was said to findings, as rows."""
