"""What is said about the ILT's seats: who speaks for whom, invitations, suggestions, and teams that meet."""
