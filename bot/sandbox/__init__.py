"""A chat workspace in a browser tab: it stands for Slack and knows nothing of the bot."""
