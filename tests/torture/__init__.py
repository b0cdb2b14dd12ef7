"""The bot is tortured: killed, lied to and asked everything twice, and what came of it is counted."""
