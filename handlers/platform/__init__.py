"""What all chat platforms' adapters share: all between a person's request and a routine but the platform."""
