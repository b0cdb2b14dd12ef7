"""How the bot words the roles of the meetings ahead."""
