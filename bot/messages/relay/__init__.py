"""What is said once a decision has gone out."""
