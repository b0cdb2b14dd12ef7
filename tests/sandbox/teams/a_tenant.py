"""A small tenant for the tests of the sandbox's Teams."""

from datetime import UTC, datetime
from typing import Any

from bot.sandbox.teams.seed import App, Channel, Chat, Person, Seed, Team

MONDAY = datetime(2026, 10, 12, 13, 45, tzinfo=UTC)
APP = App("11111111-2222-3333-4444-555555555555", "ILT Bot", "the-token")
ANA, BEN, CARA, GUEST = "29:ana", "29:ben", "29:cara", "29:guest"
STAFF, ILT, OLD = "19:staff@thread.tacv2", "19:ilt@thread.tacv2", "19:old@thread.tacv2"
CHAT = "a:ana"
PAIR, GROUP = "19:ana_ben@unq.gbl.spaces", "19:group@thread.v2"
SEED = Seed(
    "99999999-8888-7777-6666-555555555555",
    APP,
    people=(
        Person(ANA, "Ana Ortiz", "ana@example.org"),
        Person(BEN, "Ben Lee", "ben@example.org"),
        Person(CARA, "Cara Diaz", installed=False),
        Person(GUEST, "Gil Roy", role="guest"),
    ),
    teams=(
        Team(STAFF, "Staff", (ANA, BEN, CARA), (Channel(ILT, "ILT"),)),
        Team(OLD, "Last year", (ANA,), archived=True),
    ),
    chats=(Chat(PAIR, (ANA, BEN)), Chat(GROUP, (ANA, BEN, CARA))),
)

Json = dict[str, Any]
ADAPTIVE = "application/vnd.microsoft.card.adaptive"


def text(words: str, **more: object) -> Json:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": words, **more}]}


def card(*body: Json, actions: tuple[Json, ...] = ()) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body), "actions": list(actions)}


def attached(content: Json) -> Json:
    return {"contentType": ADAPTIVE, "content": content}


def message(content: Json, summary: str = "A message") -> Json:
    return {"type": "message", "summary": summary, "attachments": [attached(content)]}


def execute(title: str, verb: str, **values: object) -> Json:
    return {"type": "Action.Execute", "title": title, "verb": verb, "data": {"values": values}}


def fetch(title: str, verb: str) -> Json:
    return {
        "type": "Action.Submit",
        "title": title,
        "data": {"msteams": {"type": "task/fetch"}, "verb": verb},
    }


def submit(title: str, **data: object) -> Json:
    return {"type": "Action.Submit", "title": title, "data": data}


def dialog(content: Json, title: str = "Input") -> Json:
    return {"task": {"type": "continue", "value": {"title": title, "card": attached(content)}}}


def said(words: str) -> Json:
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": words}


def replaced(content: Json) -> Json:
    return {"statusCode": 200, "type": ADAPTIVE, "value": content}
