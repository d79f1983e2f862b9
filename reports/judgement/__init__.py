"""The judgement in words, pictures and files."""
