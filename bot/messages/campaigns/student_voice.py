"""What students said: the form for figures, what was left out and why, and the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.messages.dates import day
from bot.messages.forms import Form, TextField
from bot.messages.vocabulary import Button, Heading, Message, Part, bold, bullets, buttons, context, paragraph
from bot.model.student_voice import FEWEST_STUDENTS, StudentVoice, VoiceRow

EXAMPLE = "Grade 3, 42, 71%"
ADD = Button("Add results", "add-student-voice")
SUPPRESSED = f"fewer than {FEWEST_STUDENTS} students, or it could be worked out from the others"


@dataclass(frozen=True)
class Shown:
    """One result, and what this reader may do with it."""

    voice: StudentVoice
    may: tuple[str, ...] = ()


def form(nothing: None, values: Mapping[str, object]) -> Form:
    return Form(
        title="What students said",
        submit="Keep the figures",
        pieces=(
            TextField("about", "What were students asked?", max_length=200),
            TextField(
                "rows",
                "The results, one group in a line",
                multiline=True,
                max_length=2000,
                placeholder=EXAMPLE,
                hint="Group, how many students, how many percent agree. A line for All if there is one.",
            ),
            context(
                f"Figures of groups only: no student, no comment. Of a group below {FEWEST_STUDENTS} "
                "students nothing is kept."
            ),
        ),
    )


def kept(shown: Shown) -> Message:
    """What was kept, and of which groups nothing was."""
    voice = shown.voice
    withheld = [row.label for row in voice.rows if row.is_withheld]
    parts: list[Part] = [paragraph(bold("Kept: "), voice.question), bullets(*map(line, voice.rows))]
    if withheld:
        parts.append(paragraph(f"Left out: {', '.join(withheld)}. Why: {SUPPRESSED}. I kept neither number."))
    parts.append(context("The ILT can read it. All staff can once the principal has approved it."))
    return Message("Student voice is kept", (*parts, *actions(shown)))


def line(row: VoiceRow) -> str:
    if row.n is None or row.percent is None:
        return f"{row.label}: not shown"
    return f"{row.label}: {row.percent:g}% of {row.n} students"


def page(found: Sequence[Shown]) -> Message:
    title = "What students said"
    parts: list[Part] = [Heading(title)]
    if not found:
        parts.append(paragraph("There are no figures yet."))
    for shown in found:
        voice = shown.voice
        state = (
            f"Approved on {day(voice.approved_on)}." if voice.approved_on else "Only the ILT reads this yet."
        )
        parts += [paragraph(bold(voice.question)), bullets(*map(line, voice.rows)), context(state)]
        parts += actions(shown)
    return Message(title, tuple(parts))


def actions(shown: Shown) -> list[Part]:
    known = {
        "approve-student-voice": Button(
            "Approve for all staff", "approve-student-voice", {"voice": shown.voice.id}, emphasis="primary"
        ),
        "drop-student-voice": Button(
            "Delete", "drop-student-voice", {"voice": shown.voice.id}, confirm="Delete these figures?"
        ),
    }
    found = [known[verb] for verb in shown.may]
    return [buttons(*found)] if found else []


def full_page(result: tuple[Sequence[Shown], bool]) -> Message:
    """The page, with a way to add to it for whoever may."""
    found, may_add = result
    message = page(found)
    return Message(message.summary, (*message.parts, buttons(ADD))) if may_add else message


def approval(voice: StudentVoice) -> Message:
    """To the school leader: figures wait."""
    said = f"What students said about “{voice.question}” waits for your yes before all staff can read it."
    return Message(
        "Student voice waits for your yes",
        (paragraph(said), *actions(Shown(voice, ("approve-student-voice", "drop-student-voice")))),
    )


def approved(voice: StudentVoice) -> Message:
    said = "Approved. All staff can read it now: /ilt student-voice"
    return Message(said, (paragraph(said),))


def dropped(voice: StudentVoice) -> Message:
    said = "The figures are deleted."
    return Message(said, (paragraph(said),))
