"""The app package: what an administrator uploads to Teams, made from what the bot answers.

https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema
"""

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from zipfile import ZipFile, ZipInfo

from bot.messages.languages import sentence_in
from bot.model.languages import Language
from handlers.platform.offers import (
    COLOUR,
    FULL_NAME,
    GLOBAL,
    HOME_SAYS,
    IN_SHORT,
    NAME,
    ON_A_MESSAGE,
    PURPOSE,
    TYPE,
)
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json, cut
from handlers.teams.home import HOME

SCHEMA = "https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams.{kind}schema.json"
VERSION = "1.24"
"""The first that takes twelve commands, where those before it take ten."""
PAGE = "https://example.org/ilt-bot"
"""Stands for a page about the bot where none is given: Teams wants three https addresses."""

PERSONAL = (
    HOME,
    "input",
    "status",
    "agenda",
    "add-item",
    "decisions",
    "walk",
    "checkin",
    "cycle",
    "away",
    "preferences",
    "help",
)
TEAM = ("agenda", "add-item", "decisions", "decide", "walk", "trends", "who", "help")
"""In a channel everybody reads what is typed, so nothing is suggested there that is for few eyes."""

MOST_TITLE, MOST_SAID = 32, 128
TRANSLATED = {Language.SPANISH: "es.json"}
ICONS = ("color.png", "outline.png")
LONG_AGO = (1980, 1, 1, 0, 0, 0)


Say = Callable[[str], str]
"""Puts a sentence into a language."""


@dataclass(frozen=True, slots=True)
class App:
    """Whose app it is: the bot's client id, the version, and the page that Teams shows as its website."""

    client_id: str
    version: str
    page: str = PAGE


def manifest(catalogue: Iterable[AnyInteraction], app: App) -> Json:
    """The manifest, in English: everything the bot answers that Teams can offer."""
    return _manifest(Verbs(catalogue), app, str)


def _manifest(verbs: Verbs, app: App, say: Say) -> Json:
    return {
        "$schema": SCHEMA.format(version=VERSION, kind=""),
        "manifestVersion": VERSION,
        "version": app.version,
        "id": app.client_id,
        "localizationInfo": {
            "defaultLanguageTag": Language.ENGLISH.value,
            "additionalLanguages": [
                {"languageTag": tag.value, "file": TRANSLATED[tag]} for tag in TRANSLATED
            ],
        },
        "developer": {
            "name": NAME,
            "websiteUrl": app.page,
            "privacyUrl": app.page,
            "termsOfUseUrl": app.page,
        },
        "name": {"short": NAME, "full": cut(say(FULL_NAME), 100)},
        "description": {
            "short": cut(say(IN_SHORT), 80),
            "full": cut(" ".join(say(sentence) for sentence in (*PURPOSE, TYPE)), 4000),
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": COLOUR,
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot"},
        "bots": [_bot(verbs, app, say)],
        "composeExtensions": [{"botId": app.client_id, "commands": _actions(verbs, say)}],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [],
    }


def _bot(verbs: Verbs, app: App, say: Say) -> Json:
    return {
        "botId": app.client_id,
        "scopes": ["personal", "team"],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "commandLists": [
            {"scopes": ["personal"], "commands": _commands(verbs, PERSONAL, say)},
            {"scopes": ["team"], "commands": _commands(verbs, TEAM, say)},
        ],
    }


def _commands(verbs: Verbs, offered: Iterable[str], say: Say) -> list[Json]:
    """What Teams suggests while somebody types; who picks one has its title typed."""
    said = {HOME: say(HOME_SAYS)}
    said |= {verb: _with_usage(found, say) for verb in offered if (found := verbs.find(verb))}
    return [{"title": verb, "description": cut(said[verb], MOST_SAID)} for verb in offered if verb in said]


def _with_usage(interaction: AnyInteraction, say: Say) -> str:
    usage = interaction.usage or ""
    return say(interaction.help) + (f": {say(usage)}" if " " in usage else "")


def _actions(verbs: Verbs, say: Say) -> list[Json]:
    """What stands at the compose box, and what stands in a message's menu; each opens a dialog.

    https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command
    """
    places = ((["compose", "commandBox"], GLOBAL), (["message"], ON_A_MESSAGE))
    return [
        {
            "id": verb,
            "type": "action",
            "context": list(context),
            "title": cut(say(name), MOST_TITLE),
            "description": cut(say(found.help), MOST_SAID),
            "fetchTask": True,
        }
        for context, named in places
        for verb, name in named
        if (found := verbs.find(verb)) is not None
    ]


def translation(catalogue: Iterable[AnyInteraction], app: App, language: Language) -> Json:
    """The language file: what people read of the manifest, by where it stands in it."""
    made = _manifest(Verbs(catalogue), app, partial(sentence_in, language))
    said: Json = {"$schema": SCHEMA.format(version=VERSION, kind="Localization.")}
    for part in ("name", "description"):
        said |= {f"{part}.{length}": words for length, words in made[part].items()}
    for place, listed in enumerate(made["bots"][0]["commandLists"]):
        for number, one in enumerate(listed["commands"]):
            said[f"bots[0].commandLists[{place}].commands[{number}].description"] = one["description"]
    for number, one in enumerate(made["composeExtensions"][0]["commands"]):
        where = f"composeExtensions[0].commands[{number}]"
        said |= {f"{where}.title": one["title"], f"{where}.description": one["description"]}
    return said


def package(catalogue: Iterable[AnyInteraction], app: App) -> bytes:
    """The zip to upload: the manifest, its language files and the icons; the same bytes each time."""
    offered = tuple(catalogue)
    parts = {"manifest.json": _written(manifest(offered, app))}
    parts |= {name: _written(translation(offered, app, tag)) for tag, name in TRANSLATED.items()}
    parts |= {name: files("handlers.teams").joinpath("icons", name).read_bytes() for name in ICONS}
    kept = io.BytesIO()
    with ZipFile(kept, "w") as zipped:
        for name, content in parts.items():
            entry = ZipInfo(name, date_time=LONG_AGO)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            zipped.writestr(entry, content)
    return kept.getvalue()


def _written(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
