"""How the bot words the charter, the question about trust, and what protects the ILT's time."""
