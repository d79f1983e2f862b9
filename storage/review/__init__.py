"""What was sent in and reviewed, as rows."""
