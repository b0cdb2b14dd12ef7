"""What the bot says, in neutral parts and plain words."""
