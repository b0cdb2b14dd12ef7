"""Taking a request in from whoever knocks."""

WITHIN = 5.0
"""Seconds for the whole of a request: a platform's own come at once, and nobody else may keep a door open."""
