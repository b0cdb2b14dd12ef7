"""What is said while a school is being set up, and when one of its parts is changed later."""
