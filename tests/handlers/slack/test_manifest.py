"""The manifest offers what the bot answers, and asks for no more than that needs."""

from handlers.slack.manifest import manifest
from tests.handlers.a_catalogue import Routines, catalogue

OFFERED = catalogue(Routines())


def test_every_command_and_shortcut_leads_to_an_interaction():
    features = manifest(OFFERED)["features"]

    assert [one["command"] for one in features["slash_commands"]] == ["/ilt", "/ilt-input", "/ilt-walk"]
    assert features["slash_commands"][0]["usage_hint"].startswith("help | input | walk")
    assert features["slash_commands"][1]["usage_hint"] == "[what you see]"
    shortcuts = {(one["type"], one["callback_id"]) for one in features["shortcuts"]}
    assert shortcuts == {
        ("global", "input"),
        ("global", "walk"),
        ("global", "menu"),
        ("global", "help"),
        ("message", "add-message"),
    }


def test_what_the_bot_does_not_answer_is_not_offered():
    features = manifest([one for one in OFFERED if one.verb not in ("walk", "add-message")])["features"]

    assert [one["command"] for one in features["slash_commands"]] == ["/ilt", "/ilt-input"]
    assert "add-message" not in {one["callback_id"] for one in features["shortcuts"]}


def test_without_an_address_the_app_uses_a_socket():
    made = manifest(OFFERED)

    assert made["settings"]["socket_mode_enabled"]
    assert "url" not in made["features"]["slash_commands"][0]
    assert "request_url" not in made["settings"]["event_subscriptions"]


def test_with_an_address_everything_goes_there():
    made = manifest(OFFERED, "https://ilt.example.org/")

    address = "https://ilt.example.org/slack/events"
    assert {one["url"] for one in made["features"]["slash_commands"]} == {address}
    assert made["settings"]["event_subscriptions"]["request_url"] == address
    assert made["settings"]["interactivity"]["message_menu_options_url"] == address
    assert not made["settings"]["socket_mode_enabled"]


def test_people_can_write_to_the_bot_and_open_its_home():
    home = manifest(OFFERED)["features"]["app_home"]

    assert home["home_tab_enabled"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
