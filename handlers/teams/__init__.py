"""Microsoft Teams: every interaction as typed words, buttons and dialogs, every message as Adaptive Cards."""
