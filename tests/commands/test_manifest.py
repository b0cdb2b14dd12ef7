"""`ilt-bot manifest` for Teams: a package to upload, or a sentence that says what to do."""

import json
from zipfile import ZipFile

import pytest

CLIENT = "3f0c52c6-1111-4222-8333-abcdefabcdef"
TEAMS = ("manifest", "--platform", "teams")
PACKAGE = (*TEAMS, "--out", "ilt-bot-teams.zip")


def test_the_package_is_written_for_the_bot_in_the_settings(ilt, tmp_path):
    said = ilt(*PACKAGE, "--url", "https://district.example/ilt-bot/", TEAMS_CLIENT_ID=CLIENT)

    assert (said.code, said.err) == (0, "")
    assert "Upload it in the Teams admin center" in said.out
    made = json.loads(ZipFile(tmp_path / "ilt-bot-teams.zip").read("manifest.json"))
    assert made["id"] == CLIENT
    assert made["developer"]["privacyUrl"] == "https://district.example/ilt-bot"


def test_without_a_file_the_manifest_is_printed(ilt):
    said = ilt(*TEAMS, "--client-id", CLIENT.upper())

    assert json.loads(said.out)["bots"][0]["botId"] == CLIENT


def test_without_a_page_about_the_bot_it_says_where_the_links_lead(ilt):
    assert "--url https://" in ilt(*PACKAGE, "--client-id", CLIENT).err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (PACKAGE, "Set TEAMS_CLIENT_ID, or add --client-id"),
        ((*PACKAGE, "--client-id", "my-bot"), "my-bot is not a client id"),
        ((*TEAMS, "--check"), "app.yaml, which is for Slack"),
        (("manifest", "--out", "x.zip"), "add --platform teams"),
        ((*TEAMS, "--client-id", CLIENT, "--out", "no/such/folder.zip"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(ilt, words, says):
    said = ilt(*words)

    assert said.code == 1
    assert says in said.err


@pytest.mark.parametrize("held", ["words", "another zip"])
def test_a_file_that_is_something_else_is_left_alone(ilt, tmp_path, held):
    there = tmp_path / "ilt-bot-teams.zip"
    if held == "words":
        there.write_text("my thesis")
    else:
        with ZipFile(there, "w") as zipped:
            zipped.writestr("thesis.txt", "my thesis")
    before = there.read_bytes()

    said = ilt(*PACKAGE, "--client-id", CLIENT)

    assert (said.code, there.read_bytes()) == (1, before)
    assert "is there already and is not an app package" in said.err


def test_an_older_package_is_replaced_by_the_same_bytes(ilt, tmp_path):
    there = tmp_path / "ilt-bot-teams.zip"
    assert ilt(*PACKAGE, "--client-id", CLIENT).code == 0
    before = there.read_bytes()

    assert ilt(*PACKAGE, "--client-id", CLIENT).code == 0
    assert there.read_bytes() == before


def test_serving_without_signatures_is_refused_where_others_reach_the_bot(ilt):
    said = ilt("serve", "--teams-dev", ILT_HOST="0.0.0.0")

    assert said.code == 1
    assert "does not listen on 0.0.0.0" in said.err
