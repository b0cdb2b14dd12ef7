"""All wording about decisions."""
