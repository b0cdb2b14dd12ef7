"""What every chat platform's adapter shares: everything between a person's request and a routine but the platform."""
