"""All that is said while a meeting runs, and right after it."""
