"""What every chat platform's adapter shares: all between a person's request and a routine but the platform."""
