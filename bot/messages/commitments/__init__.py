"""How the bot words what the ILT's people said they would do."""
