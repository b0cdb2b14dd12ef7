"""`ilt-bot roster import`: staff come in as a whole or not at all, and students never."""

import sqlite3
from pathlib import Path

import pytest

from tests.databases import sample_file
from tests.districts import District

HEADER = "name,email,title,team,seat,roles"


def row(person) -> str:
    roles = ";".join(role.value.replace("_", " ") for role in person.roles)
    return f"{person.name},{person.email},{person.title},{person.team},{person.seat},{roles}"


@pytest.fixture
def staff(tmp_path: Path):
    """Write the sample school's staff as a CSV, its lines changed as one likes, and return its name."""

    def written(*more: str, without: tuple[str, ...] = (), encoding: str = "utf-8", **changes: str) -> str:
        lines = [HEADER, *(row(one) for one in sample_file().people if one.key not in without), *more]
        text = "\n".join(lines) + "\n"
        for before, after in changes.values():
            assert before in text
            text = text.replace(before, after)
        (tmp_path / "staff.csv").write_bytes(text.encode(encoding))
        return "staff.csv"

    return written


def asked(path: Path, query: str) -> list[tuple]:
    with sqlite3.connect(path / "ilt.db") as database:
        return database.execute(query).fetchall()


def everything(path: Path) -> list[str]:
    """Every row and table, as statements."""
    with sqlite3.connect(path / "ilt.db") as database:
        return list(database.iterdump())


def test_a_list_that_says_what_is_so_changes_nothing(school, staff, tmp_path):
    before = everything(tmp_path)

    said = school("roster", "import", staff(), "--yes")

    assert (said.code, said.out) == (0, "Nothing to change.\n"), said.err
    assert everything(tmp_path) == before


def test_a_dry_run_shows_every_change_in_a_sentence_and_changes_nothing(school, staff, tmp_path):
    before = everything(tmp_path)
    file = staff(
        "Núria Plum,nuria.plum@sample.example,Art teacher,Specialists,member,",
        without=("bea-birch",),
        move=(
            "Cal Cedar,cal.cedar@sample.example,K-1 teacher,k-1",
            "Cal Cedar,cal.cedar@sample.example,Aide,Grade 2",
        ),
        roles=("deputy;triager;bot admin", "deputy;bot admin"),
    )

    said = school("roster", "import", file, "--dry-run", "--leavers")

    assert said.code == 0, said.err
    assert said.out.splitlines() == [
        "Moves: Cal Cedar from K-1 to Grade 2.",
        "Changed: Cal Cedar (title).",
        "Role: Noel Mint is no longer triager.",
        "New: Núria Plum (Specialists).",
        "Leaves: Bea Birch. Seats and roles are free, and what they looked after finds somebody.",
        "This was a dry run: nothing was changed.",
    ]
    assert everything(tmp_path) == before


def test_who_is_missing_is_named_and_leaves_only_when_that_is_asked_for(school, staff, tmp_path):
    file = staff(without=("bea-birch",))
    active = "SELECT active FROM people WHERE key = 'bea-birch'"

    named = school("roster", "import", file, "--yes")
    assert "Not in the file: Bea Birch. They stay; with --leavers they leave." in named.out
    assert asked(tmp_path, active) == [(1,)]

    school("roster", "import", file, "--yes", "--leavers")
    assert asked(tmp_path, active) == [(0,)]
    assert asked(tmp_path, "SELECT cause FROM departures") == [("file",)]

    back = school("roster", "import", staff(), "--yes")
    assert "Back: Bea Birch (K-1)." in back.out
    assert asked(tmp_path, active) == [(1,)]


def test_a_list_cut_short_does_not_empty_a_school(school, staff, tmp_path):
    gone = tuple(person.key for person in sample_file().people[:9])

    said = school("roster", "import", staff(without=gone), "--yes", "--leavers")
    assert said.code == 1
    assert "More than a fifth of Sample Elementary would leave." in said.err
    assert asked(tmp_path, "SELECT count(*) FROM people WHERE active") == [(41,)]

    school("roster", "import", staff(without=gone), "--yes", "--leavers", "--many-leave")
    assert asked(tmp_path, "SELECT count(*) FROM people WHERE active") == [(32,)]


def test_without_yes_and_without_a_terminal_nothing_is_taken(school, staff, tmp_path):
    said = school("roster", "import", staff("Ada Plum,ada.plum@sample.example,,k-1,,"))

    assert said.code == 1
    assert "--dry-run" in said.err
    assert asked(tmp_path, "SELECT count(*) FROM people") == [(41,)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
def test_a_list_comes_as_excel_saves_it(school, staff, tmp_path, encoding):
    file = staff("Núria Plum,nuria.plum@sample.example,Art teacher,specialists,,", encoding=encoding)
    path = tmp_path / file
    words = path.read_bytes().decode(encoding).replace(";", "|").replace(",", ";").replace("\n", "\r\n")
    path.write_bytes(words.replace("name;email", "Full Name;E-Mail Address").encode(encoding))

    said = school("roster", "import", file, "--yes")

    assert said.out == "New: Núria Plum (Specialists).\n", said.err


def test_every_slip_is_said_with_its_line_and_field_and_nothing_is_taken(school, staff, tmp_path):
    before = everything(tmp_path)
    file = staff("Ada Plum,ada.plum@sample.example,,k-2,,", slip=("bea.birch@sample", "ada.acorn@sample"))

    said = school("roster", "import", file, "--yes")
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines() == [
        "ilt-bot: staff.csv is not taken.",
        "staff.csv, line 3, email: the same e-mail stands on line 2; keep one of the two.",
    ]

    said = school("roster", "import", staff("Ada Plum,ada.plum@sample.example,,k-2,,"), "--yes")
    assert "staff.csv, line 43, team: there is no team k-2; did you mean k-1?" in said.err
    assert everything(tmp_path) == before


def test_a_team_that_is_part_of_itself_is_refused(school, tmp_path):
    (tmp_path / "staff.csv").write_text(
        "name,email,team,parent team\nAda A,a@b.example,Art,Music\nBea B,b@b.example,Music,Art\n"
    )

    said = school("roster", "import", "staff.csv", "--yes", "--new-teams")

    assert "line 2, parent team: this team is part of itself" in said.err


def test_a_second_school_leader_is_refused_while_the_first_one_stays(school, staff):
    file = staff(
        without=("mina-linden",), slip=("roles", "roles"), lead=("deputy;triager", "principal;triager")
    )

    assert "the school has a school leader already" in school("roster", "import", file, "--yes").err
    assert "Leaves: Mina Linden." in school("roster", "import", file, "--yes", "--leavers").out


def test_a_list_with_a_student_is_refused_whole_and_no_name_is_said(school, staff, tmp_path):
    before = everything(tmp_path)

    said = school("roster", "import", staff("Stu Dent,stu@sample.example,,k-1,,student"), "--yes")

    assert said.code == 1
    assert "staff.csv, line 43, roles: 1 of the rows are of a student." in said.err
    assert "Dent" not in said.err
    assert everything(tmp_path) == before


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_district_comes_in_with_a_school_for_each_of_its_schools(ilt, tmp_path, version):
    district = District(version=version).written(tmp_path)
    words = ("roster", "import", district.name, "--district", "--zone", "America/Denver")

    tried = ilt(*words, "--dry-run")
    assert tried.code == 0, tried.err
    assert "New school: School 0." in tried.out
    assert not (tmp_path / "ilt.db").exists()

    taken = ilt(*words, "--yes")

    assert taken.code == 0, taken.err
    assert taken.out.splitlines()[0] == "School 0 (school-0): 20 new."
    assert asked(tmp_path, "SELECT count(*) FROM people") == [(60,)]
    [(first, last, zone)] = set(asked(tmp_path, "SELECT first_day, last_day, zone FROM schools"))
    assert (first, last, zone) == ("2026-08-17", "2027-06-04", "America/Denver")
    leaders = asked(tmp_path, "SELECT school FROM duties WHERE role = 'school_leader' ORDER BY school")
    assert leaders == ([] if version == "1.1" else [("school-0",), ("school-1",), ("school-2",)])
    before = everything(tmp_path)
    again = ilt(*words, "--yes")
    assert again.out.splitlines()[0] == "School 0 (school-0): nothing to change."
    assert everything(tmp_path) == before


def test_a_school_that_only_has_people_is_no_trouble_for_the_clock_or_the_doctor(ilt, tmp_path):
    district = District().written(tmp_path)
    ilt("roster", "import", district.name, "--district", "--zone", "America/Denver", "--yes")

    assert ilt("upcoming", "--days", "30").out == "Nothing would be sent in the next 30 days.\n"
    exported = ilt("school", "export", "--school", "school-1")
    assert (exported.code, "Grade 2" in exported.out) == (0, True)
    (tmp_path / "school.yaml").write_text(exported.out)
    assert ilt("school", "apply", "school.yaml").out.startswith("Nothing to change")


def test_who_works_at_two_schools_is_somebody_at_each_and_seen_by_each_alone(ilt, tmp_path):
    district = District()
    district.files["roles.csv"].append("r-two,active,,u5,secondary,teacher,,,s0")
    ilt(
        "roster", "import", district.written(tmp_path).name, "--district", "--zone", "America/Denver", "--yes"
    )

    found = asked(
        tmp_path, "SELECT school, id FROM people WHERE email = 'u5@district.example' ORDER BY school"
    )

    assert [school for school, _ in found] == ["school-0", "school-2"]
    assert len({person for _, person in found}) == 2


def test_an_export_with_students_is_refused_whole(ilt, tmp_path):
    district = District()
    district.files["enrollments.csv"] = ["sourcedId,status,classSourcedId", "e1,active,c1"]
    district.files["roles.csv"].append("rs,active,,u5,primary,student,,,s0")

    said = ilt("roster", "import", district.written(tmp_path).name, "--district", "--zone", "UTC", "--yes")

    assert said.code == 1
    assert "enrollments.csv, line 2: this file is about students" in said.err
    assert "roles.csv, line 122, role: 1 of the rows are not staff (student)" in said.err
    assert not (tmp_path / "ilt.db").exists()
