"""The few words of a form that are not its own: what is optional, how to find an option, what is wrong."""

OPTIONAL = "optional"
NO_ANSWER = "No answer"
SEARCH = "Search"
FIND = "Find"
FOLLOWS = "Show what follows"
"""On the button that draws a form again, for parts that follow from an answer."""
LOOK_AGAIN = "Nothing has been sent yet. Please look at what is marked with ⚠ below."
CHANGED = "Some of this form follows from what you chose. Please look it over, then send it."
"""What is said above a form that is drawn again although it was sent."""


def some_are_shown(shown: int, options: int) -> str:
    """For a choice with more options than a form has room for."""
    return f"{shown} of {options} are shown. To see others, type part of a name and press Find."


def too_long(most: int) -> str:
    """For a text that is longer than what its field takes."""
    return f"Only the first {most} characters fit here. The rest is below, to copy from."


def nothing_to_choose(label: str) -> str:
    """For a choice without options."""
    return f"{label}: there is nothing to choose from yet."


def whole_number(minimum: int, maximum: int) -> str:
    return f"Please give a whole number from {minimum} to {maximum}."
