"""Who sees what is stored, in the words of the privacy page."""

STAFF = "everybody at the school"
ILT = "the ILT"
LEADERS = "the school leader and the bot admin"
THEMSELVES = "the person"
NOBODY = "nobody; the bot works with it"
