"""The app package offers what the bot answers, within what Teams takes."""

import io
import json
import re
import struct
import zlib
from zipfile import ZIP_STORED, ZipFile

import pytest

from bot.app.packages import app_version
from bot.model.languages import Language
from bot.routines.start import Start
from handlers.catalogue import catalogue
from handlers.teams.home import HOME
from handlers.teams.manifest import App, manifest, package, translation

OFFERED = catalogue(Start([]))
APP = App("3f0c52c6-1111-4222-8333-abcdefabcdef", "0.1.0", "https://district.example/ilt-bot")
MADE = manifest(OFFERED, APP)

LIMITS = {
    "name.short": 30,
    "name.full": 100,
    "description.short": 80,
    "description.full": 4000,
    "developer.name": 32,
    "developer.websiteUrl": 2048,
    "commandLists.commands.title": 32,
    "commandLists.commands.description": 128,
    "composeExtensions.commands.id": 64,
    "composeExtensions.commands.title": 32,
    "composeExtensions.commands.description": 128,
}
"""The longest a text may be: https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema"""
NEEDED = {"manifestVersion", "version", "id", "developer", "name", "description", "icons", "accentColor"}


def texts(value, path=""):
    """Every text of a manifest with the names that lead to it, places in lists left out."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, path)
    elif isinstance(value, str):
        yield path, value


def opened() -> ZipFile:
    return ZipFile(io.BytesIO(package(OFFERED, APP)))


def size_of(image: bytes) -> tuple[int, int]:
    """Width and height, as a PNG's header says them."""
    assert image.startswith(b"\x89PNG")
    return struct.unpack(">II", image[16:24])


@pytest.mark.parametrize("ending", LIMITS)
def test_no_text_is_longer_than_teams_takes(ending):
    said = [text for path, text in texts(MADE) if path.endswith(f".{ending}")]

    assert said
    assert all(0 < len(text) <= LIMITS[ending] for text in said)


def test_what_teams_needs_is_there():
    assert set(MADE) >= NEEDED
    assert re.fullmatch(r"\d+\.\d+\.\d+", app_version())
    assert {MADE["id"], MADE["bots"][0]["botId"], MADE["composeExtensions"][0]["botId"]} == {APP.client_id}
    assert MADE["bots"][0]["scopes"] == ["personal", "team"]


def test_each_suggested_command_is_answered_and_there_are_at_most_twelve():
    typed = {one.verb for one in OFFERED if one.usage is not None} | {HOME}

    for listed in MADE["bots"][0]["commandLists"]:
        titles = [one["title"] for one in listed["commands"]]
        assert len(titles) == len(set(titles)) <= 12
        assert typed.issuperset(titles)
        assert "help" in titles


def test_a_command_says_how_it_is_typed():
    personal, _ = MADE["bots"][0]["commandLists"]
    said = {one["title"]: one["description"] for one in personal["commands"]}

    assert said["input"].endswith(": input [what you see]")


def test_in_a_channel_nothing_is_suggested_that_is_for_few_eyes():
    _, team = MADE["bots"][0]["commandLists"]

    assert not {"input", "status", "checkin", "cycle", "away"} & {one["title"] for one in team["commands"]}


def test_actions_open_dialogs_where_slack_has_shortcuts():
    actions = MADE["composeExtensions"][0]["commands"]

    assert {one["id"]: one["context"] for one in actions} == {
        **{verb: ["compose", "commandBox"] for verb in ("input", "walk", "menu", "help")},
        "add-message": ["message"],
    }
    assert all(one["type"] == "action" and one["fetchTask"] for one in actions)


def test_what_the_bot_does_not_answer_is_not_offered():
    made = manifest([one for one in OFFERED if one.verb not in ("walk", "add-item")], APP)

    assert not {"walk", "add-item"} & {text for path, text in texts(made) if path.endswith((".title", ".id"))}


def test_the_language_file_translates_what_stands_in_the_manifest():
    said = translation(OFFERED, APP, Language.SPANISH)

    assert said["bots[0].commandLists[0].commands[3].description"] == (
        "Ver de qué trata la próxima reunión del ILT"
    )
    for where in set(said) - {"$schema"}:
        assert isinstance(at(where), str), where
        assert len(said[where]) <= next(most for end, most in LIMITS.items() if ended(where).endswith(end))


def at(where: str):
    """What stands in the manifest at a place of the language file."""
    found = MADE
    for step in re.findall(r"\w+", where):
        found = found[int(step)] if step.isdigit() else found[step]
    return found


def ended(where: str) -> str:
    return re.sub(r"\[\d+\]", "", where)


def test_the_package_holds_all_that_the_manifest_names_and_nothing_else():
    zipped = opened()
    made = json.loads(zipped.read("manifest.json"))
    named = {
        *made["icons"].values(),
        *(one["file"] for one in made["localizationInfo"]["additionalLanguages"]),
        "manifest.json",
    }

    assert made == MADE
    assert set(zipped.namelist()) == named
    assert {one.compress_type for one in zipped.infolist()} == {ZIP_STORED}


@pytest.mark.parametrize(("icon", "size"), [("color", 192), ("outline", 32)])
def test_icons_have_the_size_that_teams_wants(icon, size):
    assert size_of(opened().read(f"{icon}.png")) == (size, size)


def test_the_outline_is_white_on_nothing():
    """Teams colours it itself: https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package"""
    image = opened().read("outline.png")
    kept = image.index(b"IDAT")
    length = struct.unpack(">I", image[kept - 4 : kept])[0]
    lines = zlib.decompress(image[kept + 4 : kept + 4 + length])
    pixels = [lines[1 + row * 129 :][: 32 * 4] for row in range(32)]

    assert {line[at : at + 3] for line in pixels for at in range(0, 128, 4)} == {b"\xff\xff\xff"}
    assert {0, 255} <= {line[at + 3] for line in pixels for at in range(0, 128, 4)}


def test_made_twice_the_package_is_the_same_to_the_byte():
    """Not even the hour is in it."""
    assert package(OFFERED, APP) == package(OFFERED, APP)
    assert {one.date_time for one in opened().infolist()} == {(1980, 1, 1, 0, 0, 0)}
