"""What is said about channels: that one has gone, how each is, and what one missed."""
