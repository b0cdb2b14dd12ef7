"""What a school file sets can be set in chat, and the school is the same."""

from datetime import date, time

from bot.model.people import Role, Seat
from bot.routines import school_export
from bot.routines.requests import Nothing
from bot.routines.school import ApplySchool, apply
from bot.routines.school_file import SchoolFile
from bot.routines.setup.lines import slug
from tests.conftest import OPERATOR, sample_file


def as_chat_names_it() -> SchoolFile:
    """The sample school with the keys that chat makes of names. Days off are the calendar's to change, and
    nobody is given a seat in chat without having said yes to it."""
    told = sample_file().model_dump()
    renamed = {one["key"]: slug(one["name"]) for one in told["strategies"]}
    for strategy in told["strategies"]:
        strategy["key"] = renamed[strategy["key"]]
    for window in told["walkthroughs"]:
        window["strategy"] = renamed[window["strategy"]]
        window["key"] = slug(f"{window['look_fors']}-{window['opens']:%b-%Y}")
    for person in told["people"]:
        person["ilt"] = None
    return SchoolFile.model_validate({**told, "calendar": ()})


def plainly(file: SchoolFile) -> dict[str, object]:
    """What a file says, whatever the order of people, pairs and roles."""
    told = file.model_dump()
    told["people"] = sorted(
        ({**one, "roles": sorted(one["roles"])} for one in told["people"]), key=lambda one: one["key"]
    )
    told["check_ins"] = sorted(told["check_ins"], key=lambda one: (one["leader"], one["lead"]))
    return told


def holding(file: SchoolFile, role: Role) -> tuple[str, ...]:
    return tuple(one.key for one in file.people if role in one.roles)


async def build(setup, file: SchoolFile) -> None:
    """Fill in the forms; what they suggest is taken wherever it is right."""
    await setup.send("school", first_day=file.school.first_day, last_day=file.school.last_day)
    await setup.send("channels")
    await setup.send("teams")
    await setup.send("people")
    await setup.send(
        "roles",
        leader="mina-linden",
        ilt=holding(file, Role.ILT_MEMBER),
        reps=tuple(one.key for one in file.people if one.seat is Seat.REP),
        triager="noel-mint",
    )
    await setup.send("meetings", every="biweekly", first=date(2026, 10, 13), at=time(15, 30), minutes=60)
    names = [(one.name, one.status) for one in file.strategies]
    fields = ("first", "second", "third")
    await setup.send(
        "strategies",
        **{field: name for field, (name, _) in zip(fields, names, strict=True)},
        **{f"{field}_status": status for field, (_, status) in zip(fields, names, strict=True)},
    )
    for window in file.walkthroughs:
        await setup.send("windows", **window.model_dump(exclude={"key"}))
    for pair in file.check_ins:
        await setup.send("checkins", **pair.model_dump(exclude={"only_on"}))
    await setup.send("routines", on=("input", "meetings", "decisions", "walkthroughs", "checkins", "cycles"))


async def test_a_school_built_in_chat_is_the_school_of_the_file(setup, perform, empty):
    await build(setup, as_chat_names_it())
    in_chat = await perform(school_export.export, Nothing(), actor=empty)

    applied = await perform(apply, ApplySchool(file=as_chat_names_it()), actor=OPERATOR)
    by_file = await perform(school_export.export, Nothing(), actor=empty)

    assert plainly(in_chat) == plainly(by_file)
    assert applied.changes == ()
