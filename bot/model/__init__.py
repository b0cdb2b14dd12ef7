"""The domain: plain entities and the rules they live by."""
