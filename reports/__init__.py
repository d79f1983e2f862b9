"""Results to pictures, tables, words and files. Knows scoring and language alone."""
