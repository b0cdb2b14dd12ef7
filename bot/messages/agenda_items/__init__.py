"""What is said about what agenda items say of themselves: where they go, what they serve, what they bring."""
