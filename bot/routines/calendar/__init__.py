"""The school's calendar: seeing it, changing it, and what follows from a change."""
