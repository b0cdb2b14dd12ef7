"""Reading a staff list and a OneRoster export, and comparing them with the school that is there."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest

from bot.model.everybody import Roster
from bot.model.people import Membership, Person, School, Team
from bot.model.roster import oneroster, sheet
from bot.model.roster.listed import circle, slug
from bot.model.roster.plan import Comparison
from tests.districts import District

LIST = """name,email,title,team,seat,roles
Ada Acorn,ada.acorn@sample.example,K-1 rep,k-1,rep,ILT member
Bea Birch,bea.birch@sample.example,K-1 teacher,k-1,,
Mina Linden,mina.linden@sample.example,Principal,Office,,principal; ILT
"""
AUGUST = date(2026, 8, 1)
SCHOOL = School(id="s", name="Sample", zone="UTC", since=datetime(2026, 8, 1, tzinfo=UTC))


def read(text: str):
    return sheet.read(StringIO(text, newline=""), "staff.csv")


def exported(district: District):
    files = {name: lambda rows=rows: (f"{row}\n" for row in rows) for name, rows in district.files.items()}
    return oneroster.read(files, AUGUST)


def said(reading) -> str:
    return "\n".join(f"{one.file}, line {one.line}, {one.field}: {one.words}" for one in reading.slips)


def known(*people: Person) -> Roster:
    """A school with one team, in which these people sit."""
    seats = tuple(Membership(school="s", person=one.id, team="k-1") for one in people)
    return Roster(SCHOOL, people, (Team(school="s", key="k-1", name="K-1"),), seats, ())


def person(name: str, email: str, source: str | None = None, *, active: bool = True) -> Person:
    return Person(school="s", key=slug(name), name=name, email=email, source=source, active=active)


SLIPS = [
    (("bea.birch@sample", "ADA.acorn@sample"), "line 3, email: the same e-mail stands on line 2"),
    (("bea.birch@sample.example", "bea.birch"), "line 3, email: this is not an e-mail address"),
    (("bea.birch@sample.example", ""), "line 3, email: this is missing"),
    (("Bea Birch,", ","), "line 3, name: this is missing"),
    (("Bea Birch,", "B" * 121 + ","), "line 3, name: this is too long"),
    (
        ("K-1 teacher,k-1,,", "K-1 teacher,k-1,,principal"),
        "line 4, roles: line 3 names a school leader already",
    ),
    (("principal; ILT", "principal; ITL"), "line 4, roles: I do not know one of these; did you mean ilt?"),
    (("k-1,rep", "k-1,boss"), "line 2, seat: this must be member, rep or lead"),
    (("name,email", "name,mobile"), "line 1, email: there is no column for the e-mail"),
    (("name,email", "nom,email"), "line 1, name: there is no column for the name"),
    (("title,team", "team,team"), "line 1, column “team”: this column is there twice"),
    (("Bea Birch,", '"Bea Birch,'), "line 3, : this cannot be read as CSV; look for a quote"),
    (("K-1 rep,k-1", "K-1 rep,Reading,k-1"), "line 2, : there are more cells than columns"),
    ((LIST, ""), "line 1, : the file is empty"),
    ((LIST.partition("\n")[2], ""), "line 1, : there is nobody in it"),
]


@pytest.mark.parametrize(("slip", "words"), SLIPS, ids=[words for _, words in SLIPS])
def test_a_slip_in_a_list_is_said_with_its_line_and_field_and_without_a_name(slip, words):
    reading = read(LIST.replace(*slip))

    assert f"staff.csv, {words}" in said(reading)
    assert reading.schools == ()
    assert "Birch" not in said(reading)


@pytest.mark.parametrize(
    ("slip", "words"),
    [
        (("title,team", "title,Grade Level"), "column 4: a column about students (grade)"),
        (("title,team", "title,gradeLevel"), "column 4: a column about students (grade)"),
        (("title", "Date of Birth"), "column 3: a column about students (birth)"),
        (("title", "DOB"), "column 3: a column about students (dob)"),
        (("name,", "Student Name,"), "column 1: a column about students (student)"),
        (("title", "Guardian 1"), "column 3: a column about students (guardian)"),
        (("k-1,,\n", "k-1,,student\n"), "line 3, roles: 1 of the rows are of a student"),
        (("K-1 teacher", "Parent"), "line 3, roles: 1 of the rows are of a parent"),
    ],
)
def test_a_list_with_anything_about_students_is_refused_whole_and_says_no_name(slip, words):
    reading = read(LIST.replace(*slip))

    assert words in said(reading)
    assert "holds no data about students" in said(reading)
    assert reading.schools == ()
    assert "Birch" not in said(reading)


def test_a_list_comes_with_the_columns_a_school_has():
    text = "Last Name;First Name;E-Mail Address;Department\n\nBirch;Bea;bea@b.example;Music\n"

    [school] = read(text).schools

    [bea] = school.people
    assert (bea.line, bea.name, bea.email, bea.team, bea.roles) == (
        3,
        "Bea Birch",
        "bea@b.example",
        "music",
        None,
    )


ONEROSTER = [
    ("orgs.csv", "d2,active,,Part,department,,d3\nd3,active,,Of,department,,d2", "part of itself"),
    ("orgs.csv", "s0,active,,Again,school,,d", "sourcedId: the same id stands on line 3"),
    ("users.csv", "u0,active,,true,u0,Ana,Again,new@d.example", "sourcedId: the same id stands on line 2"),
    (
        "users.csv",
        "u99,active,,true,u99,Ana,New,U0@district.example",
        "email: the same e-mail stands on line 2",
    ),
    ("users.csv", "u99,active,,true,u99,Ana,New,nowhere", "email: this is not an e-mail address"),
    ("users.csv", "u99,active,,true,u99,,,a@d.example", "givenName: a name has 1 to 120 characters"),
    ("roles.csv", "r,active,,u5,primary,principal,,,s2", "line 4 is the principal of the same school"),
    ("roles.csv", "r,active,,u5,primary,wizard,,,s2", "role: this must be one of"),
    ("roles.csv", "r,active,,u5,primary,student,,,s2", "role: 1 of the rows are not staff (student)"),
    ("manifest.csv", "file.orgs,delta", "file.orgs: this holds only what has changed"),
    ("manifest.csv", "oneroster.version,2.0", "oneroster.version: this must be 1.1 or 1.2"),
]


@pytest.mark.parametrize(("file", "row", "words"), ONEROSTER, ids=[words for *_, words in ONEROSTER])
def test_a_slip_in_an_export_is_said_with_its_file(file, row, words):
    district = District()
    district.files[file] += row.split("\n")

    reading = exported(district)

    assert words in said(reading)
    assert reading.schools == ()
    assert "Again" not in said(reading)


@pytest.mark.parametrize("name", ["enrollments", "demographics", "results"])
def test_an_export_with_a_file_about_students_is_refused_unless_the_file_is_empty(name):
    district = District()
    district.files[f"{name}.csv"] = ["sourcedId,status"]
    assert not exported(district).slips

    district.files[f"{name}.csv"].append("e1,active")
    assert f"{name}.csv, line 2, : this file is about students" in said(exported(district))


def test_the_school_year_is_the_one_under_way_else_the_next():
    district = District()
    district.files["academicSessions.csv"] += [
        "y0,active,,2025-26,schoolYear,2025-08-18,2026-06-05,,2026",
        "y2,active,,2027-28,schoolYear,2027-08-16,2028-06-02,,2028",
    ]

    assert {(one.first_day, one.last_day) for one in exported(district).schools} == {
        (date(2026, 8, 17), date(2027, 6, 4))
    }


def test_who_is_deleted_disabled_or_of_no_school_is_left_out():
    district = District(staff=3)
    district.files["users.csv"][1] = district.files["users.csv"][1].replace(",active,", ",tobedeleted,")
    district.files["users.csv"][2] = district.files["users.csv"][2].replace(",true,", ",false,")
    district.files["users.csv"].append("boss,active,,true,boss,Dee,Office,dee@district.example")
    district.files["roles.csv"].append("rb,active,,boss,primary,districtAdministrator,,,d")

    reading = exported(district)

    assert [len(one.people) for one in reading.schools] == [0, 0, 1]
    assert reading.elsewhere == 1


def test_who_took_over_a_mailbox_is_somebody_else_and_comes_into_nothing():
    before = person("Mina Linden", "principal@sample.example")
    [listed] = read("name,email\nOpal Nutmeg,principal@sample.example\n").schools

    stays = Comparison(listed, known(before)).plan()
    leaves = Comparison(listed, known(before), leavers=True).plan()

    assert "somebody else has this e-mail here" in stays.slips[0].words
    assert leaves.leaving == (before,)
    assert leaves.entries[0].person is None


def test_an_id_given_to_somebody_else_is_a_slip():
    before = person("Mina Linden", "mina@sample.example", "17")
    [listed] = read("id,name,email\n17,Opal Nutmeg,opal@sample.example\n").schools

    assert (
        "this id belonged to somebody"
        in Comparison(listed, known(before), leavers=True).plan().slips[0].words
    )


def test_a_new_last_name_with_a_new_e_mail_is_the_same_person_by_their_id():
    before = person("Ada Acorn", "ada.acorn@sample.example", "17")
    [listed] = read("id,name,email\n17,Ada Oak,ada.oak@sample.example\n").schools

    [entry] = Comparison(listed, known(before)).plan().entries

    assert entry.person is before
    assert entry.fields == {"name": "Ada Oak", "email": "ada.oak@sample.example"}


def test_ids_that_are_all_new_find_their_people_by_e_mail():
    before = person("Ada Acorn", "ada.acorn@sample.example", "17")
    [listed] = read("id,name,email\nA-17,Ada Acorn,Ada.Acorn@sample.example\n").schools

    [entry] = Comparison(listed, known(before)).plan().entries

    assert (entry.person, entry.fields) == (before, {"source": "A-17"})


def test_a_circle_of_any_length_is_found_and_a_tree_is_none():
    assert circle({"a": "b", "b": "c", "c": "a"}) is not None
    assert circle({"a": "a"}) == "a"
    assert circle({"a": "c", "b": "c", "c": None, "d": "unknown"}) is None
