"""Which columns hold what somebody wrote themselves, by table: what they may ask to see."""

WORDS = {
    "staff_input": ("see", "suggest"),
    "decision_questions": ("text",),
    "check_in_topics": ("text",),
    "ilt_suggestions": ("example",),
}
