"""What the app says of itself, and what it offers beside typing: the same words on every platform."""

NAME = "ILT Bot"
FULL_NAME = "ILT Bot, for the Instructional Leadership Team"
COLOUR = "#1f4e5f"
PURPOSE = (
    "ILT Bot carries the routines of a school's Instructional Leadership Team: staff input that is answered, "
    "an agenda that is ready before the meeting, decisions that reach every team in its own words, "
    "walkthroughs without names, learning cycles and check-ins that are not forgotten.",
    "It rates nobody.",
)
IN_SHORT = "The routines of your Instructional Leadership Team, where your staff talks."
TYPE = "Type help to see what you can do."
HOME_SAYS = "Your home page: what is yours to do, and where things stand"
GLOBAL = (("input", "Say something"), ("walk", "Walkthrough"), ("menu", "My ILT"), ("help", "ILT Bot help"))
ON_A_MESSAGE = (("add-message", "Add to the ILT agenda"),)
