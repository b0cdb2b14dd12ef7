"""The roster as a file says it, what it would change, and what becomes of somebody's things when they leave."""
