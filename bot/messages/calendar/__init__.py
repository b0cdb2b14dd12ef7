"""How the school calendar is spoken of."""
