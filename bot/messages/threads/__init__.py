"""What is said of evidence threads."""
