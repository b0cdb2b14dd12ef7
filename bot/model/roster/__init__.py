"""The roster as a file says it, what that would change, and what becomes of things when somebody leaves."""
