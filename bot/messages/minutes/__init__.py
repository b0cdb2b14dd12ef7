"""All that is said about the minutes of a meeting, about its agenda beforehand, and about how it closed."""
