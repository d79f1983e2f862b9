"""Keys that programs read tables with, as rows."""
