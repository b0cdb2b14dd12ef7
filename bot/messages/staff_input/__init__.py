"""All wording about staff input."""
