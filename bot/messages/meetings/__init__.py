"""All that is said about meetings."""
