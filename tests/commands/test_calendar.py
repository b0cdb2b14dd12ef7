"""`ilt-bot calendar import`."""


def test_a_file_with_a_slip_is_refused_whole_with_its_line(school, tmp_path):
    (tmp_path / "year.csv").write_text("date,kind\n03/04/2027,closure\nsoon,closure\n")
    said = school("calendar", "import", "year.csv", "--dry-run")
    assert said.code == 1
    assert said.err.splitlines() == [
        "ilt-bot: year.csv is not taken.",
        "Line 2, date: 03/04/2027 could be two days. Write the year first: 2026-11-23.",
        "Line 3, date: “soon” is not a date. Write it like 2026-11-23.",
        "Nothing was taken from the file.",
    ]


def test_a_file_that_is_not_there_is_said(school):
    assert "cannot be read" in school("calendar", "import", "none.ics").err
