"""Slack's Web API, as far as a bot for a school calls it: one module for each family of methods."""
