"""What the environment must say before the bot can serve on Slack, on Teams, or on both."""

import pytest

from bot.errors import Problem
from bot.settings import Settings

SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
TEAMS = {"TEAMS_CLIENT_ID": " 'an-id' ", "TEAMS_CLIENT_SECRET": "s~1\n", "TEAMS_TENANT_ID": "a-tenant"}


def settings(**variables: str) -> Settings:
    return Settings(_env_file=None, **variables)


def first_words(read: Settings) -> list[str]:
    return [words.split()[0].rstrip(":") for words in read.missing()]


@pytest.mark.parametrize(
    ("variables", "missing"),
    [
        (SLACK, []),
        (TEAMS, []),
        (SLACK | TEAMS, []),
        ({}, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "For"]),
        (TEAMS | {"SLACK_APP_TOKEN": "xapp-1"}, ["SLACK_BOT_TOKEN"]),
        (SLACK | {"TEAMS_CLIENT_ID": "an-id"}, ["TEAMS_CLIENT_SECRET", "TEAMS_TENANT_ID"]),
        ({"TEAMS_CLIENT_SECRET": "s"}, ["TEAMS_CLIENT_ID", "TEAMS_TENANT_ID"]),
    ],
)
def test_all_of_a_platform_is_needed_or_nothing(variables, missing):
    assert first_words(settings(**variables)) == missing


def test_it_is_known_which_platforms_are_served():
    assert [(one.has_slack, one.has_teams) for one in (settings(**SLACK), settings(**TEAMS))] == [
        (True, False),
        (False, True),
    ]
    assert settings(**SLACK | TEAMS).has_slack
    assert not settings(TEAMS_CLIENT_ID="an-id").has_teams


def test_what_slips_in_when_a_secret_is_copied_is_taken_away():
    read = settings(**TEAMS)

    assert (read.teams_client_id, read.client_secret) == ("an-id", "s~1")
    assert "s~1" not in repr(read)


def test_no_variable_turns_development_on(monkeypatch):
    for name in ("TEAMS_DEV", "_TEAMS_DEV", "teams_dev"):
        monkeypatch.setenv(name, "1")

    assert not Settings(_env_file=None).teams_dev


def test_development_needs_no_secrets_and_leaves_the_settings_as_they_were():
    read = settings()
    made = read.for_teams_development()

    assert (made.teams_dev, made.has_teams, made.missing()) == (True, True, [])
    assert not read.teams_dev


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::", "bot.school.example", ""])
def test_development_is_refused_wherever_another_computer_reaches_the_bot(host):
    with pytest.raises(Problem, match="--teams-dev"):
        settings(ILT_HOST=host).for_teams_development()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "LocalHost"])
def test_development_works_on_this_computer(host):
    assert settings(ILT_HOST=host).for_teams_development().teams_dev
