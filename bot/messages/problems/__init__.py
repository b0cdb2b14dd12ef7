"""How the bot words problems of practice."""
