"""Slack's documented limits for messages and views, kept apart from the bot that must obey them."""

from bot.sandbox.validation.messages import validate_message
from bot.sandbox.validation.views import validate_view

__all__ = ["validate_message", "validate_view"]
