"""The register of decisions: a list to look through, and one decision with all that became of it."""

from collections.abc import Sequence

from bot.messages.dates import day, days, moment, number_of
from bot.messages.decisions import correcting, costing, passing_on, reassigning, supporting, weighing
from bot.messages.decisions.entries import Asked, Delivery, Entry, Figures, Past, Register
from bot.messages.decisions.recording import withdraw
from bot.messages.decisions.relay import everything
from bot.messages.decisions.reviewing import button as review
from bot.messages.decisions.words import AUTHORITIES, NEWS, shortened
from bot.messages.delivery import trouble_in_words
from bot.messages.quarantine import button as flagging
from bot.messages.threads.opening import button as whole
from bot.messages.vocabulary import Button, Message, Part, bold, bullets, buttons, context, link, paragraph
from bot.model.decisions import LASTING, Decision, DecisionState, Step
from bot.model.decisions_questions import QuestionKind
from bot.model.outbox import LetterState
from bot.model.quarantine import Thing

SHOWN = 8
ON_ITS_WAY = frozenset({LetterState.PENDING, LetterState.SENDING, LetterState.CHECKING})


def register(found: Register) -> Message:
    if found.one is not None:
        return record(found.one)
    if not found.entries:
        return nothing(found.search)
    title = f'Decisions about "{found.search}"' if found.search else "Decisions of the ILT"
    parts: list[Part] = [paragraph(bold(title))]
    for entry in found.entries:
        parts += lines(entry)
    if found.total > len(found.entries):
        parts.append(
            context(
                f"The newest {len(found.entries)} of {found.total}. To find others, add a number or a word: "
                "/ilt decisions reading"
            )
        )
    parts += together(found.figures) if found.figures else []
    if found.filters:
        kinds = [
            Button(f"{word.capitalize()} ({many})", "decisions", {"search": word})
            for word, many in found.filters
        ]
        parts.append(buttons(*kinds, costing.open_ledger()))
    return Message(title, tuple(parts))


def together(figures: Figures) -> list[Part]:
    """How the decisions in force stand together, for the ILT."""
    due = number_of(figures.due, "review is due", "reviews are due")
    in_force = number_of(figures.in_force, "decision in force", "decisions in force")
    return [
        context(f"{in_force}, {due}. The one in the middle is {days(figures.age)} old."),
        context(
            f"Other options are named in {figures.weighed}, both needs in {figures.needs}, "
            f"staff input in {figures.from_staff}."
        ),
    ]


def nothing(search: str) -> Message:
    if search:
        return Message(
            f'I found no decision about "{search}". Try a number (D-004), one word, or all: /ilt decisions'
        )
    return Message("There is no decision yet. The first one will stand here once it has gone out to staff.")


def lines(entry: Entry) -> list[Part]:
    decision = entry.telling.decision
    fate = relayed(entry.deliveries)
    return [
        paragraph(bold(f"{decision.label}  "), shortened(decision.statement, 30, 200)),
        context(f"Decided {day(entry.decided_on)}, {status(entry)}.", f" {fate}" if fate else ""),
        context(
            f"Owner: {entry.telling.helper}.",
            looked_at(entry),
            f" Authority: {AUTHORITIES[decision.authority]}.",
        ),
        *originals(entry),
        buttons(Button("Details", "decisions", {"number": decision.label})),
    ]


def originals(entry: Entry) -> list[Part]:
    """The way to the posts themselves, where the platform has addresses for them."""
    if not entry.posts:
        return []
    links = [(", " if place else "", link(name, url)) for place, (name, url) in enumerate(entry.posts)]
    return [paragraph("Posts: ", *(words for pair in links for words in pair))]


def status(entry: Entry) -> str:
    match entry.telling.decision.state:
        case DecisionState.RECORDED if entry.relay_at is None:
            return "waits: the calendar holds no school day to come"
        case DecisionState.RECORDED if entry.relay_at:
            return f"goes out {moment(entry.relay_at, entry.zone)}"
        case DecisionState.SUPERSEDED:
            return f"replaced by {entry.replaced_by}"
        case DecisionState.WITHDRAWN:
            return "withdrawn before it went out"
        case DecisionState.AWAITING:
            return "proposed, awaiting ratification by the faculty"
        case DecisionState.RETURNED:
            return "returned, the faculty did not ratify it"
    decision = entry.telling.decision
    if decision.state is not DecisionState.RELAYED and decision.news_on:
        return f"{decision.state} {day(decision.news_on)}"
    return f"in force from {day(entry.telling.decision.starts_on)}"


def looked_at(entry: Entry) -> str:
    """When the ILT looks at it again, for as long as it does."""
    if entry.review_on is None or entry.telling.decision.state not in (*LASTING, DecisionState.RECORDED):
        return ""
    return (
        f" Up for review since {day(entry.review_on)}."
        if entry.is_due
        else f" Review: {day(entry.review_on)}."
    )


def relayed(deliveries: Sequence[Delivery]) -> str:
    """How far it got: "Relayed 5 of 6. Grade 2: it went to Jay Ivy, the channel is archived." (R-279)"""
    if not deliveries:
        return ""
    sent = sum(one.state is LetterState.SENT for one in deliveries)
    exceptions = [f"{one.place}: {fate(one)}." for one in deliveries if one.state is not LetterState.SENT]
    return " ".join([f"Relayed {sent} of {len(deliveries)}.", *exceptions])


def fate(delivery: Delivery) -> str:
    why = trouble_in_words(delivery.trouble)
    if delivery.state in ON_ITS_WAY:
        return "on its way"
    if delivery.state is LetterState.REROUTED and delivery.to:
        return f"it went to {delivery.to}, {why}"
    if delivery.state is LetterState.UNSURE:
        return "nobody can tell whether it arrived; please look in the channel"
    if delivery.state is LetterState.DROPPED:
        return "not sent, because it no longer stood"
    return f"not delivered, {why}"


def record(entry: Entry) -> Message:
    """One decision with everything that this person may see of it."""
    telling = entry.telling
    decision = telling.decision
    parts: list[Part] = [
        paragraph(bold(f"ILT decision {decision.label}")),
        context(f"Decided {day(entry.decided_on)}, {status(entry)}."),
        *everything(telling),
        *entry.inside,
        *originals(entry),
    ]
    if fate := relayed(entry.deliveries):
        parts.append(context(fate))
    parts += asked(entry)
    if entry.history:
        parts += [paragraph(bold("History")), bullets(*(step_in_words(past) for past in entry.history))]
    return Message(f"ILT decision {decision.label}", (*parts, *pressable(entry)))


STEPS = {
    Step.KEEP: "kept",
    Step.CORRECT: "words corrected",
    **{step: said.lower() for step, said in NEWS.items()},
}


def step_in_words(past: Past) -> str:
    """ "Tue, Dec 8: paused by Mina Linden. Lab time is short. What to do now: talk first." """
    said = [f"{day(past.on)}: {past.what}{f' by {past.by}' if past.by else ''}."]
    said += [past.reason] if past.reason else []
    said += [f"What to do now: {past.now_do}"] if past.now_do else []
    said += [f'Until then: "{past.before}"'] if past.before else []
    return " ".join(said)


def asked(entry: Entry) -> list[Part]:
    if not entry.asked:
        return []
    told = number_of(entry.asked, "question or concern", "questions and concerns")
    parts: list[Part] = [context(f"{told}, {entry.answered} answered.")]
    if entry.questions:
        parts.append(bullets(*(in_words(question) for question in entry.questions[-SHOWN:])))
    if len(entry.questions) > SHOWN:
        parts.append(context(f"The last {SHOWN} are shown."))
    return parts


def in_words(question: Asked) -> str:
    asked = f"{TITLES[question.kind]} from {question.of}: {shortened(question.words, 50, 300)}"
    if not question.answered_by:
        return f"{asked} (waits for an answer)"
    waited = f"after {days(question.waited)}" if question.waited else "the same day"
    return f"{asked} Answered by {question.answered_by} {waited}: {shortened(question.answer, 80, 500)}"


TITLES = {QuestionKind.ASK: "A question", QuestionKind.CONCERN: "A concern"}


def pressable(entry: Entry) -> list[Part]:
    decision = entry.telling.decision
    waiting = [question for question in entry.questions if not question.answered_by]
    found = [
        Button(f"Answer {question.of}", "answer-question", {"question": question.id})
        for question in waiting[:SHOWN]
    ]
    if decision.is_public:
        values = {"decision": decision.id}
        found += [Button("Ask", "ask", values), Button("Concern", "concern", values)]
    found += [review(decision)] if entry.may_review else []
    if entry.may_complete:
        found += [weighing.button(decision), costing.button(decision, decision.teams[0], "Time it takes")]
        found += [supporting.button(decision), passing_on.button(decision)]
    found += [reassigning.button(decision)] if entry.may_reassign else []
    found.append(whole(decision.label))
    found += [correcting.button(decision)] if entry.may_correct else []
    found += [withdraw(decision)] if entry.may_withdraw else []
    found.append(flagging(Thing.DECISION, decision.id))
    return [buttons(*found)] if found else []


def thanks(decision: Decision) -> Message:
    return Message(f"Thank you. If something in {decision.label} is unclear, press Ask.")
