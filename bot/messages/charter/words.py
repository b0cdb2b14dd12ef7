"""Words that everything about the charter shares."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.dates import moment
from bot.messages.decisions.words import AUTHORITIES
from bot.messages.vocabulary import Bullets, Button, Message, Part, Text, bold, paragraph, text
from bot.model import charter
from bot.model.charter import Charter, CharterState
from bot.model.people import in_words
from bot.model.protocol import Fallback, Protocol, ProtocolType

S = charter.Part
TITLES: Mapping[charter.Part, str] = {
    S.PURPOSE: "What the ILT is for",
    S.MISSION: "Mission",
    S.GOALS: "Goals this year",
    S.NORMS: "Norms",
    S.MEETINGS: "Meetings",
    S.COMMUNICATION: "Communication",
    S.DECISIONS: "How we decide",
    S.ACCOUNTABILITY: "Accountability",
    S.CONFIDENTIALITY: "Confidentiality",
    S.ROTATION: "Terms and rotation",
}
STATES: Mapping[CharterState, str] = {
    CharterState.DRAFT: "draft",
    CharterState.PROPOSED: "proposed",
    CharterState.ADOPTED: "adopted",
    CharterState.SUPERSEDED: "replaced by a newer one",
}
WAYS: Mapping[ProtocolType, str] = {
    ProtocolType.FIST_TO_FIVE: "Fist-to-five",
    ProtocolType.THUMBS: "Thumbs",
    ProtocolType.CONSENT: "Consent round",
    ProtocolType.GRADIENTS: "Steps of support",
}
PASSES: Mapping[ProtocolType, str] = {
    ProtocolType.FIST_TO_FIVE: "passes when everybody shows 3 or more",
    ProtocolType.THUMBS: "passes when no thumb points down",
    ProtocolType.CONSENT: "passes when nobody sees harm",
    ProtocolType.GRADIENTS: "passes when nobody is below 3 and half are at 5 or more",
}
FALLBACKS: Mapping[Fallback, str] = {
    Fallback.PRINCIPAL: "the principal decides and writes down why",
    Fallback.REVISE: "we revise it",
    Fallback.PARK: "we park it",
    Fallback.SUPERMAJORITY: "a large majority is enough",
}
FALLBACK_LABELS: Mapping[Fallback, str] = {
    Fallback.PRINCIPAL: "The principal decides and writes down why",
    Fallback.REVISE: "We revise it",
    Fallback.PARK: "We park it",
    Fallback.SUPERMAJORITY: "A large majority is enough",
}
READ = "Read"
CHANGE_IT = "Propose a change with /ilt charter"
GOVERNED = "The charter governs this: propose a change with /ilt charter"


@dataclass(frozen=True)
class Times:
    """One thing the bot does: when it happens next as things stand, and when it would."""

    what: str
    now: tuple[datetime, ...]
    then: tuple[datetime, ...]


@dataclass(frozen=True)
class Preview:
    """The next moments of everything the charter times, before the change applies (R-025)."""

    times: tuple[Times, ...]
    zone: ZoneInfo

    @property
    def changed(self) -> bool:
        return any(one.now != one.then for one in self.times)


def read(number: int, label: str = READ) -> Button:
    return Button(label, "charter", {"number": str(number)})


def sign(one: Charter) -> Button:
    return Button("Sign", "sign-charter", {"charter": one.id}, emphasis="primary")


def button(label: str, verb: str, one: Charter) -> Button:
    return Button(label, verb, {"charter": one.id})


def says(sentence: str, *pressable: Part) -> Message:
    """One sentence, and what may be pressed next."""
    return Message(sentence, (paragraph(sentence), *pressable))


def how_we_decide(protocol: Protocol) -> Bullets:
    """The protocol in four or five lines that a teacher can follow."""
    ways = in_words((FALLBACKS[one] for one in protocol.fallback), "or")
    lines = [
        text(bold(WAYS[protocol.type]), f": it {PASSES[protocol.type]}."),
        text(
            f"It counts when {protocol.quorum_share}% of the members vote, {protocol.quorum_least} at least."
        ),
        text(f"{_rounds(protocol.rounds)} Then {ways}."),
    ]
    if Fallback.SUPERMAJORITY in protocol.fallback:
        lines.append(text(f"A large majority is {protocol.supermajority}%."))
    lines.append(text(f"If nothing else is said: {AUTHORITIES[protocol.authority]}."))
    if protocol.ratify_topics:
        topics = protocol.ratify_topics.rstrip(".")
        lines.append(text(f"All staff vote on: {topics}. {protocol.ratify_share}% must say yes."))
    return Bullets(tuple(lines))


def _rounds(count: int) -> str:
    return "We vote once." if count == 1 else f"We vote up to {count} times."


def times(preview: Preview) -> Bullets:
    return Bullets(tuple(_times(one, preview.zone) for one in preview.times))


def _times(one: Times, zone: ZoneInfo) -> Text:
    then = ", then ".join(moment(each, zone) for each in one.then) or "no date ahead"
    if one.now == one.then:
        return text(bold(f"{one.what}: "), f"{then}.")
    now = moment(one.now[0], zone) if one.now else "no date"
    return text(bold(f"{one.what}: "), f"{then}. Without the change: {now}.")


def sections(one: Charter, *, on_ilt: bool) -> Iterator[Part]:
    """Every section that has words and that this reader may read."""
    for key, title in TITLES.items():
        words = one.sections.get(key, "")
        if not words or (key in one.ilt_only and not on_ilt):
            continue
        own = " (for the ILT only)" if key in one.ilt_only else ""
        yield paragraph(bold(f"{title}{own}"), f"\n{words}")
