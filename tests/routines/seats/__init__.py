"""Tests of who speaks for whom."""
