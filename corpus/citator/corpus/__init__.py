"""Opinions, and how they are read: bytes in, Reading out."""
