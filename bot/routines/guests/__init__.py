"""Guests of one meeting: invited for one item, and seeing no more than that."""
