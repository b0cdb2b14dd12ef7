"""What is said about a school's settings."""
