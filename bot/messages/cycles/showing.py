"""What one of the two sees of their cycles: `/ilt cycle`, and Home."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.cycles.view import (
    BETWEEN_US,
    PHASES,
    CycleView,
    agree_buttons,
    date_buttons,
    dates,
    done_buttons,
    goal,
    length,
    private,
)
from bot.messages.dates import day
from bot.messages.home import HomeShare, Rank, Section, Waiting
from bot.messages.vocabulary import (
    Button,
    Heading,
    Message,
    Part,
    Progress,
    buttons,
    context,
    paragraph,
    text,
)
from bot.model.cycles import CycleState, PhaseName, Planned

END = "End this learning cycle for both of you? No more reminders will come."


@dataclass(frozen=True)
class MyCycles:
    """Somebody's open cycles, the oldest first."""

    views: tuple[CycleView, ...]


def shown(mine: MyCycles) -> Message:
    if not mine.views:
        said = "You have no learning cycle open. In three to five weeks, two people learn one thing together."
        return private(
            paragraph(said),
            buttons(Button("Open a learning cycle", "open-cycle", emphasis="primary")),
            context(BETWEEN_US),
        )
    parts = [part for view in mine.views for part in one_cycle(view)]
    return private(*parts, buttons(Button("Open another", "open-cycle")), context(BETWEEN_US))


def one_cycle(view: CycleView) -> list[Part]:
    parts: list[Part] = [
        Heading(f"Learning cycle with {view.other}"),
        paragraph(length(view)),
        goal(view.cycle),
    ]
    parts.append(dates(view))
    if view.cycle.state is CycleState.PROPOSED:
        return [*parts, *proposed(view)]
    for one in view.asked_of_me():
        parts += [paragraph(wanted(view, one)), buttons(*date_buttons(one))]
    return [*parts, progress(view), under_way(view)]


def proposed(view: CycleView) -> list[Part]:
    if view.waits_for_me:
        return [buttons(*agree_buttons(view.cycle))]
    back = Button("Take it back", "decline-cycle", {"cycle": view.cycle.id})
    return [paragraph(f"It waits for {view.other} to agree."), buttons(back)]


def under_way(view: CycleView) -> Part:
    end = Button("End this cycle", "decline-cycle", {"cycle": view.cycle.id}, confirm=END)
    if view.next is None:
        return buttons(end)
    more = Button("Need more time", "need-time", {"phase": view.next.phase.id})
    return buttons(*done_buttons(view.next), more, end)


def progress(view: CycleView) -> Progress:
    done = sum(1 for one in view.planned if one.is_done)
    return Progress("Phases done", done, len(view.planned))


def wanted(view: CycleView, one: Planned) -> str:
    asked = day(one.phase.asked_due) if one.phase.asked_due else "another day"
    return f"{view.other} asks for {asked} for {PHASES[one.phase.name].lower()}."


def share(views: Sequence[CycleView]) -> HomeShare:
    """What waits for this person, and where each cycle stands."""
    waiting = [line for view in views for line in waits(view)]
    active = [view for view in views if view.cycle.state is CycleState.ACTIVE]
    parts = [part for view in active for part in (paragraph(standing(view)), progress(view))]
    if not parts:
        return HomeShare(tuple(waiting))
    mine = Section(Rank.DATES, "Learning cycles", (*parts, buttons(Button("Open my cycles", "cycle"))))
    return HomeShare(tuple(waiting), (mine,))


def standing(view: CycleView) -> str:
    if view.next is None:
        return f"With {view.other}."
    return f"With {view.other}. Next: {PHASES[view.next.phase.name].lower()}, by {day(view.next.due)}."


def waits(view: CycleView) -> list[Waiting]:
    if view.waits_for_me:
        line = text(f"{view.other} proposes a learning cycle: {length(view)}.")
        return [Waiting(line, agree_buttons(view.cycle))]
    if view.cycle.state is not CycleState.ACTIVE:
        return []
    asked = [Waiting(text(wanted(view, one)), date_buttons(one)) for one in view.asked_of_me()]
    late = [one for one in view.planned if not one.is_done and one.due < view.today and is_mine(view, one)]
    return [*asked, *(overdue(view, one) for one in late)]


def is_mine(view: CycleView, one: Planned) -> bool:
    """The lead's phases are the lead's; observing is work for both."""
    return view.person == view.cycle.lead or one.phase.name is PhaseName.OBSERVATION


def overdue(view: CycleView, one: Planned) -> Waiting:
    line = text(f"{PHASES[one.phase.name]}, in your cycle with {view.other}, was due on {day(one.due)}.")
    more = Button("Need more time", "need-time", {"phase": one.phase.id})
    done = done_buttons(one)
    return Waiting(line, (done[0], more) if len(done) == 1 else (Button("Finish it", "cycle"), more))
