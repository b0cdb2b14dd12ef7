"""All that is said about making an agenda."""
