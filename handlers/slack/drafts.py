"""Drafts in Slack's modals: a line that says what is there, and a button that keeps what is filled in."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from bot.errors import Cautioned
from bot.messages import drafts as wording
from bot.messages.languages import sentence_in
from bot.model.people import Actor
from bot.perform import Performer
from bot.routines import drafts
from handlers.slack.modals import typed
from handlers.slack.origins import Kept
from handlers.slack.shapes import Json, plain_text
from handlers.slack.verbs import AnyInteraction

SAVE, AFRESH = "save-draft", "drop-draft"
SAID = "draft-said"
PRESSED = "draft-pressed"


class Drafts:
    """Keeps what somebody has begun, for the forms that say so."""

    def __init__(self, perform: Performer) -> None:
        self._perform = perform

    async def found(self, interaction: AnyInteraction, view: Json, *, actor: Actor) -> drafts.Found | None:
        """The draft for a form that was just drawn; None when there is none."""
        if not interaction.keeps_draft:
            return None
        asked = drafts.FindDraft(verb=interaction.verb, about=about(view))
        found = await self._perform(drafts.find, asked, actor=actor)
        return found if found.draft else None

    async def keep(self, interaction: AnyInteraction, view: Json, *, actor: Actor) -> drafts.Found | None:
        """Keep what is filled in; None when this form keeps no drafts, or nothing that may be kept."""
        given = typed(view)
        if not interaction.keeps_draft or not given:
            return None
        command = drafts.KeepDraft(verb=interaction.verb, about=about(view), given=given)
        with suppress(Cautioned):
            return await self._perform(drafts.keep, command, actor=actor)
        return None

    async def drop(self, interaction: AnyInteraction, view: Json, *, actor: Actor) -> None:
        if interaction.keeps_draft:
            command = drafts.DropDraft(verb=interaction.verb, about=about(view))
            await self._perform(drafts.drop, command, actor=actor)


def about(view: Json) -> str:
    """What tells two forms of one verb apart: the values that the form was opened with and does not show."""
    hidden = Kept.of(view).given
    if not hidden:
        return ""
    told = json.dumps(hidden, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def offering(
    interaction: AnyInteraction, view: Json, actor: Actor, said: str = "", *, afresh: bool = False
) -> Json:
    """The modal with a way to keep what is filled in, and what there is to say about that."""
    if not interaction.keeps_draft:
        return view
    spoken = partial(sentence_in, actor.language)
    blocks = [block for block in view["blocks"] if block.get("block_id") not in (SAID, PRESSED)]
    named = {SAVE: wording.SAVE, AFRESH: wording.AFRESH} if afresh else {SAVE: wording.SAVE}
    buttons = [button(action, spoken(label)) for action, label in named.items()]
    pressed: Json = {"type": "actions", "block_id": PRESSED, "elements": buttons}
    line: Json = {"type": "context", "block_id": SAID, "elements": [plain_text(spoken(said), 2000)]}
    return {**view, "blocks": [*([line] if said else []), *blocks, pressed]}


def button(action: str, label: str) -> Json:
    return {"type": "button", "action_id": action, "text": plain_text(label, 75)}


def over(draft: drafts.Found, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept, under what has just been given."""
    kept = draft.draft.given if draft.draft else {}
    return {**kept, **given}
