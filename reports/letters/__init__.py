"""Letters in words: what they say, as plain text and as simple HTML."""
