"""`ilt-bot minutes`."""


def test_without_a_meeting_it_says_when_there_are_minutes_and_writes_nothing(school, tmp_path):
    said = school("minutes", "--out", "minutes.pdf", "--format", "pdf")
    assert (said.code, said.err) == (
        1,
        "ilt-bot: There are no minutes yet. They are drafted when a meeting ends.\n",
    )
    assert not (tmp_path / "minutes.pdf").exists()
