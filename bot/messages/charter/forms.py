"""The forms of the charter: its words, its ways, its times, and how the ILT decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.content.charter import starters
from bot.messages.charter.words import FALLBACK_LABELS, TITLES, WAYS, Preview, times
from bot.messages.dates import clock_time
from bot.messages.decisions.words import AUTHORITIES
from bot.messages.forms import (
    ChoiceField,
    Form,
    ManyField,
    NumberField,
    Option,
    Piece,
    TextField,
    TimeField,
)
from bot.messages.vocabulary import context, paragraph
from bot.model.charter import MAY_BE_OWN, Charter, Part
from bot.model.decisions import Authority

LINE, WORDS, TOPICS, TABLE, COMMENT = 150, 800, 300, 3000, 1000
Values = Mapping[str, Any]
SAVE = "Save"
RELAYS = (Option("next_day", "On the next school day"), Option("same_day", "On the same day"))
DIGESTS = (Option("2", "Every two weeks"), Option("4", "Every four weeks"))
NOTHING_YET = "It is kept as a draft that the ILT sees. Nothing changes before a version is adopted."


@dataclass(frozen=True)
class Desk:
    """What a form is drawn from: the draft, or what a new one begins with; and the school's hours."""

    charter: Charter
    morning: time
    opens: time
    closes: time
    lines: str = ""


@dataclass(frozen=True)
class Adopting:
    charter: Charter
    preview: Preview


@dataclass(frozen=True)
class Commenting:
    charter: Charter


def _words(desk: Desk, given: Values, part: Part, most: int = WORDS, *, needed: bool = False) -> TextField:
    begun = desk.charter.sections.get(part, "")
    return TextField(
        part.value,
        TITLES[part],
        multiline=most > LINE,
        max_length=most,
        initial=str(given.get(part.value) or begun)[:most],
        optional=not needed,
        is_ours=not given.get(part.value) and begun == starters().get(part),
    )


def purpose(desk: Desk, given: Values) -> Form:
    """What the ILT is for and what it wants; a first draft is filled in to begin with."""
    return Form(
        "Charter: purpose",
        SAVE,
        (
            _words(desk, given, Part.PURPOSE, LINE, needed=True),
            _words(desk, given, Part.MISSION, needed=True),
            _words(desk, given, Part.GOALS),
            _words(desk, given, Part.NORMS),
            context(f"The first line stands on every agenda. {NOTHING_YET}"),
        ),
    )


def ways(desk: Desk, given: Values) -> Form:
    """How members work together, and which of it only the ILT reads."""
    options = tuple(Option(part.value, TITLES[part]) for part in MAY_BE_OWN)
    chosen = given.get("ilt_only")
    return Form(
        "Charter: ways",
        SAVE,
        (
            _words(desk, given, Part.MEETINGS),
            _words(desk, given, Part.ACCOUNTABILITY),
            _words(desk, given, Part.CONFIDENTIALITY),
            _words(desk, given, Part.ROTATION),
            ManyField(
                "ilt_only",
                "For the ILT only",
                options,
                tuple(chosen) if chosen is not None else tuple(part.value for part in desk.charter.ilt_only),
                optional=True,
                style="boxes",
            ),
            context(f"All staff read the rest. {NOTHING_YET}"),
        ),
    )


def timing(desk: Desk, given: Values) -> Form:
    """When the bot speaks: it changes nothing before the new version is adopted."""
    cadence = desk.charter.cadence
    sharing = cadence.sharing
    hours = f"{clock_time(desk.opens)} to {clock_time(desk.closes)}"
    return Form(
        "Charter: communication",
        SAVE,
        (
            _words(desk, given, Part.COMMUNICATION),
            TimeField("call_at", "Five school days before: I ask for items at", cadence.call_at),
            TimeField("draft_at", "Two school days before: the draft at", cadence.draft_at),
            TimeField("publish_at", "The school day before: the agenda at", cadence.publish_at),
            ChoiceField(
                "relay",
                "When do staff hear of a decision?",
                RELAYS,
                "same_day" if sharing.relay_same_day else "next_day",
                style="buttons",
            ),
            TimeField("relay_at", "At what time?", sharing.relay_at or desk.morning, hint=f"From {hours}."),
            ChoiceField(
                "digest_weeks",
                "How often: “You said, we did”?",
                DIGESTS,
                str(sharing.digest_weeks),
                style="buttons",
            ),
            context("You see the next three dates of each before anything changes."),
        ),
    )


def deciding(desk: Desk, given: Values) -> Form:
    """The decision protocol, and who decides about what."""
    protocol = desk.charter.protocol
    options = tuple(Option(way.value, name) for way, name in WAYS.items())
    falls = tuple(Option(one.value, label) for one, label in FALLBACK_LABELS.items())
    authorities = tuple(Option(one.value, AUTHORITIES[one]) for one in Authority if one in AUTHORITIES)
    pieces: tuple[Piece, ...] = (
        _words(desk, given, Part.DECISIONS),
        ChoiceField("type", "How do you vote?", options, protocol.type.value),
        NumberField(
            "quorum_share", "How many members must vote, in percent?", 50, 100, protocol.quorum_share
        ),
        NumberField("rounds", "How many rounds?", 1, 3, protocol.rounds),
        ManyField(
            "fallback",
            "And if it does not pass?",
            falls,
            tuple(one.value for one in protocol.fallback),
            style="boxes",
        ),
        NumberField("supermajority", "A large majority, in percent", 51, 100, protocol.supermajority),
        ChoiceField(
            "authority", "Who decides if nothing else is said?", authorities, protocol.authority.value
        ),
        TextField(
            "ratify_topics",
            "What do all staff vote on?",
            max_length=TOPICS,
            initial=protocol.ratify_topics,
            optional=True,
            placeholder="The bell schedule, homework rules",
        ),
        NumberField(
            "ratify_share", "How much yes does that need, in percent?", 50, 100, protocol.ratify_share
        ),
        TextField(
            "lines",
            "Who decides about what?",
            multiline=True,
            max_length=TABLE,
            initial=desk.lines,
            optional=True,
            hint="One line each: what it is about, a colon, who decides.",
        ),
    )
    return Form("Charter: deciding", SAVE, pieces)


def adopt(found: Adopting, given: Values) -> Form:
    """The last look before a version holds: what of the bot's times changes with it."""
    changed = tuple(paragraph(*words) for words in times(found.preview).items if found.preview.changed) or (
        context("The times at which I write stay as they are."),
    )
    return Form(
        "Adopt the charter",
        "Adopt",
        (
            paragraph(f"{found.charter.label} holds from now on, and every member is asked to sign it."),
            *changed,
        ),
        carries={"charter": found.charter.id},
    )


def comment(found: Commenting, given: Values) -> Form:
    return Form(
        "Comment",
        "Send",
        (
            TextField(
                "words", f"What should change in {found.charter.label}?", multiline=True, max_length=COMMENT
            ),
            context("It goes to the person who wrote the draft, with your name."),
        ),
        carries={"charter": found.charter.id},
    )
