"""Buttons that hand out files, and the address they are fetched from."""
