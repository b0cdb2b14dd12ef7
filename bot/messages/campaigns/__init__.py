"""All wording about what the ILT asks of staff: campaigns, the pulse, student voice, who shares a topic."""
