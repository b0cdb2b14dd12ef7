"""How fast the bot is, as ratios within one run: machines differ, and so do their moods."""
