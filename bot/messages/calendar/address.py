"""Where the school's dates can be subscribed to."""

from bot.messages.vocabulary import Button, Message, bold, buttons, code, context, paragraph


def shown(path: str) -> Message:
    summary = "The calendar's address"
    return Message(
        summary,
        (
            paragraph(
                bold("Subscribe to the ILT's dates "), "in your own calendar, at the bot's web address and"
            ),
            paragraph(code(path)),
            paragraph(
                "It has ILT meetings, days without school, and when decisions start and are looked at again. "
                "It never has 1:1s, learning cycles or names."
            ),
            buttons(
                Button(
                    "Renew the address",
                    "renew-address",
                    confirm="Renew it? Calendars that use the old address stop being updated.",
                )
            ),
            context("Whoever knows the address can read it. Renew it when it has gone too far."),
        ),
        private=True,
    )
