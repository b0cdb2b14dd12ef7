"""What the app says of itself, and what it offers beside typing: the same words on every platform."""

NAME = "ILT Bot"
COLOUR = "#1f4e5f"
PURPOSE = (
    "ILT Bot carries the routines of a school's Instructional Leadership Team: staff input that is answered, "
    "an agenda that is ready before the meeting, decisions that reach every team in its own words, "
    "walkthroughs without names, learning cycles and check-ins that are not forgotten.",
    "It rates nobody.",
)
GLOBAL = (("input", "Say something"), ("walk", "Walkthrough"), ("menu", "My ILT"), ("help", "ILT Bot help"))
ON_A_MESSAGE = (("add-item", "Add to the ILT agenda"),)
