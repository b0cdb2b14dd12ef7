"""Home on a phone: what needs doing first, and the rest one button away."""

from bot.messages import start
from bot.messages.home import Rank, Section, Waiting
from bot.messages.plain import plain
from bot.messages.vocabulary import Button, Buttons, Heading, paragraph, text


def drawn(waiting: int, *ranks: Rank, whole: bool = False):
    sections = [Section(rank, f"Part {at}", (paragraph(f"Words {at}"),)) for at, rank in enumerate(ranks)]
    lines = [Waiting(text(f"Line {at}"), (Button("Do", "help"),)) for at in range(waiting)]
    return start.home("Oli", ("help",), lines, sections, whole=whole)


def headings(home):
    return [part.text for part in home.parts if isinstance(part, Heading)]


def offers_more(home):
    return any(
        one.verb == start.WHOLE for part in home.parts if isinstance(part, Buttons) for one in part.buttons
    )


def test_a_long_home_shows_what_is_amiss_and_three_parts_and_names_the_rest():
    ranks = (Rank.AMISS, Rank.SAID, Rank.DATES, Rank.DATES, Rank.GOALS, Rank.PEOPLE, Rank.MYSELF)

    home = drawn(8, *ranks)

    assert headings(home)[2:] == ["Part 0", "Part 1", "Part 2", "Part 3", "There is more"]
    said = plain(home)
    assert "Line 4" in said
    assert "Line 5" not in said
    assert "3 more things that wait" in said
    assert "Part 6" in said
    assert "Words 6" not in said
    assert offers_more(home)
    assert headings(drawn(8, *ranks, whole=True))[2:] == [f"Part {at}" for at in range(7)]
    assert "Line 7" in plain(drawn(8, *ranks, whole=True))


def test_nothing_is_folded_to_save_little():
    home = drawn(start.SHOWN_IN_MENU + 2, *[Rank.SAID] * 5)

    assert "Words 4" in plain(home)
    assert not offers_more(home)
