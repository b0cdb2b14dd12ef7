"""Slack, and nothing but Slack."""
