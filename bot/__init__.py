"""What the bot is, on no particular platform."""
