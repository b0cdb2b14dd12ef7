"""What every platform owes a person: the same interactions, forms, answers and silence, from one list."""
