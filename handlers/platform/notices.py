"""What the bot says about the conversation itself: a slip of the pen, an old button, a failure."""

import json
from collections.abc import Iterable

from bot.errors import DatabaseTrouble
from bot.messages.vocabulary import (
    Button,
    Message,
    Paragraph,
    Part,
    bold,
    buttons,
    code,
    context,
    paragraph,
    text,
)
from handlers.platform.words import cut

OFFERED = 1500
CARRIED = 1800
"""Characters of somebody's words that travel in a button, as they are and as they are written there; Slack
takes 2,000 with everything around them."""
TOO_LATE = "That took me too long, and Slack no longer let me open the form. Nothing is lost."
"""After the three seconds that Slack allows."""
BUSY = "Slack is very busy, so the form did not open. Nothing is lost. Press the button in a minute."
NO_ANSWER = "Slack did not answer me. If the form did not open, press the button. Nothing is lost."

STILL_AT_IT = (
    "This takes longer than usual, and I am still at it. Your words are still here. "
    "Please wait a little and send the form again: it is never done twice."
)
STILL_DOING_IT = (
    "This takes longer than usual, and I am still at it. If you hear nothing more from me in a minute, "
    "please type it again."
)


def refused(sentence: str) -> Message:
    return Message(sentence, (paragraph(sentence),), private=True)


def unknown_verb(word: str, nearest: str | None, offer: Button | None = None) -> Message:
    """For a verb that does not exist: the nearest one if any, and what else the words may have been for."""
    said = cut(word, 60)
    suggestion = (" Did you mean ", code(f"/ilt {nearest}"), "?") if nearest else ()
    spans = text(
        "I do not know “", bold(said), "”.", *suggestion, " ", code("/ilt help"), " lists everything."
    )
    parts: tuple[Part, ...] = (Paragraph(spans), buttons(offer)) if offer else (Paragraph(spans),)
    return Message("I do not know that one. /ilt help lists everything.", parts, private=True)


def not_understood(usage: str, sentences: Iterable[str]) -> Message:
    """For a command whose words do not fit what it needs."""
    said = " ".join(dict.fromkeys(sentences))
    spans = text(f"{said} Type it like this: ", code(f"/ilt {usage}".strip()))
    return Message("That needs a little more.", (Paragraph(spans),), private=True)


def outdated(verb: str | None = None) -> Message:
    """For a button whose verb or values are no longer known."""
    said = "This button is from an older message. Here is what you can do now:"
    menu = Button("Show me", verb) if verb else None
    hint = paragraph(f"{said} ", code("/ilt"))
    return Message(said, (hint, buttons(menu)) if menu else (hint,), private=True)


def not_opened(why: str, verb: str, label: str, values: dict[str, str], wrote: str) -> Message:
    """For a form that Slack did not open, with a button that opens it: `why` is `TOO_LATE`,
    `BUSY` or `NO_ANSWER`."""
    parts: list[Part] = [paragraph(why), buttons(Button(label, verb, values, emphasis="primary"))]
    if wrote:
        parts.append(context(f"You wrote: {wrote}"))
    return Message(why, tuple(parts), private=True)


def went_wrong(reference: str) -> Message:
    said = f"Something went wrong on my side. Nothing was saved. (reference {reference})"
    return Message(said, (paragraph(said),), private=True)


def broke(error: BaseException, reference: str) -> Message:
    """For something that failed: whether it is the bot's records, and whether anything may have been kept."""
    if not isinstance(error, DatabaseTrouble):
        return went_wrong(reference)
    said = perhaps_kept(reference) if error.is_unsure else no_records(reference)
    return Message(said, (paragraph(said),), private=True)


def no_records(reference: str) -> str:
    return (
        "I cannot get at my records right now, so I could not do that. Nothing was saved. "
        f"Please try again in a few minutes. (reference {reference})"
    )


def perhaps_kept(reference: str) -> str:
    return (
        "I lost touch with my records while I saved this, so I cannot tell whether it was kept. "
        f"Please look before you try again. (reference {reference})"
    )


def done_but_unsaid(reference: str) -> Message:
    """For something that was kept, when telling of it failed."""
    said = f"That is done and kept, but I could not tell you about it properly. (reference {reference})"
    return Message(said, (paragraph(said),), private=True)


def not_saved(error: BaseException, reference: str) -> str:
    """The same, while a modal is still open with somebody's words in it."""
    if not isinstance(error, DatabaseTrouble):
        return (
            "Something went wrong on my side. Nothing was saved; your words are still here. "
            f"Please try again in a moment. (reference {reference})"
        )
    if error.is_unsure:
        return (
            "I lost touch with my records while I saved this. Your words are still here. Please send the "
            f"form again in a few minutes: it is never done twice. (reference {reference})"
        )
    return (
        "I cannot get at my records right now. Nothing was saved; your words are still here. "
        f"Please send the form again in a few minutes. (reference {reference})"
    )


def form_is_gone() -> str:
    """For a modal that was opened by an older version of the bot."""
    return "I have been updated since you opened this form. Copy your words, close it, and open it again."


def send_as_input(verb: str, field: str, words: str) -> Button:
    """Opens the form with somebody's words in it, as many of them as a button carries."""
    return Button("Send as input", verb, {field: carried(words)} if words else {}, emphasis="primary")


def did_you_mean_input(offer: Button, words: str, helps: bool) -> Message:
    """For something written to the bot itself: nothing of it is kept until the person says so."""
    said = "Did you mean to give staff input? I have not kept what you wrote."
    parts = (paragraph(said), buttons(offer, *help_button(helps)), *_more_than(words))
    return Message(said, parts, private=True)


def open_form(verb: str, title: str, field: str, words: str) -> Message:
    """Where a typed word cannot open a form by itself: a button that does, with what was typed in it."""
    said = "Press the button to open the form. Nothing is kept before you send it."
    given = {field: carried(words)} if field and words else {}
    opens = Button("Open the form", verb, given, emphasis="primary")
    parts: list[Part] = [Paragraph(text(bold(title))), paragraph(said), buttons(opens)]
    return Message(said, (*parts, *_more_than(words)), private=True)


def stays(*, in_our_chat: bool) -> Part:
    """Of staff input that was typed: who else may read it, whatever becomes of the form."""
    where = "stays in this chat" if in_our_chat else "stands in the channel, where others read it"
    return context(
        f"What you typed {where}. If it should carry no name, delete it there and write it in the form."
    )


def carried(words: str) -> str:
    """As many of somebody's words as a button carries."""
    fitting = cut(words, OFFERED)
    while len(json.dumps(fitting, ensure_ascii=False)) > CARRIED:
        fitting = cut(fitting, len(fitting) * 9 // 10)
    return fitting


def _more_than(words: str) -> tuple[Part, ...]:
    held = len(carried(words))
    said = f"The form will hold the first {held} characters of it."
    return (context(said),) if held < len(words) else ()


def answered(*, in_our_chat: bool) -> str:
    """The line under a card whose button was pressed, when there is more to read."""
    return "My answer is below." if in_our_chat else "My answer is in our chat."


def done() -> str:
    """The same when there is not."""
    return "Done."


def done_before() -> str:
    return "That is done already."


def only_as_a_dialog() -> Message:
    """For a form that must leave nothing behind in a chat, where it cannot open in a window of its own."""
    said = (
        "This form opens in a window of its own, which this app does not show. Use my action below the chat."
    )
    return Message(said, (paragraph(said),), private=True)


def write_to_me() -> Message:
    """For a channel where somebody asked who cannot be written to: it says nothing of what they asked."""
    said = (
        "I answer in private, and I could not write to you. Add me as an app, say hello there, and ask again."
    )
    return Message(said, (paragraph(said),))


def help_button(helps: bool) -> tuple[Button, ...]:
    return (Button("Help", "help"),) if helps else ()


def only_commands(helps: bool) -> Message:
    """The same where there is no staff input to give."""
    said = "I do not read what is written to me here. Type /ilt to see what I can do."
    parts: tuple[Part, ...] = (paragraph(said),)
    return Message(said, (*parts, buttons(*help_button(True))) if helps else parts, private=True)


def moved_on() -> Message:
    said = "The message above could not be changed any more. This is how it stands now:"
    return Message(said, (paragraph(said),))
