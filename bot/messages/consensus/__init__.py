"""What people read of consensus checks, and of the faculty's votes."""
