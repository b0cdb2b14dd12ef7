"""Default templates that a school may edit."""
