"""Drafts: what somebody has begun to fill in, kept for the forms that say so."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from bot.errors import Cautioned
from bot.model.people import Actor
from bot.perform import Performer
from bot.routines import drafts
from handlers.platform.verbs import AnyInteraction

SAVE, AFRESH = "save-draft", "drop-draft"
"""What the two buttons of such a form are called."""


class Drafts:
    """Finds, keeps and drops drafts. `hidden` are the values a form was opened with and does not show."""

    def __init__(self, perform: Performer) -> None:
        self._perform = perform

    async def found(
        self, interaction: AnyInteraction, hidden: Mapping[str, Any], *, actor: Actor
    ) -> drafts.Found | None:
        """The draft for a form that was just drawn; None when there is none."""
        if not interaction.keeps_draft:
            return None
        asked = drafts.FindDraft(verb=interaction.verb, about=about(hidden))
        found = await self._perform(drafts.find, asked, actor=actor)
        return found if found.draft else None

    async def keep(
        self, interaction: AnyInteraction, hidden: Mapping[str, Any], given: dict[str, Any], *, actor: Actor
    ) -> drafts.Found | None:
        """Keep what is filled in; None when this form keeps no drafts, or nothing that may be kept."""
        if not interaction.keeps_draft or not given:
            return None
        command = drafts.KeepDraft(verb=interaction.verb, about=about(hidden), given=given)
        with suppress(Cautioned):
            return await self._perform(drafts.keep, command, actor=actor)
        return None

    async def drop(self, interaction: AnyInteraction, hidden: Mapping[str, Any], *, actor: Actor) -> None:
        if interaction.keeps_draft:
            command = drafts.DropDraft(verb=interaction.verb, about=about(hidden))
            await self._perform(drafts.drop, command, actor=actor)


def about(hidden: Mapping[str, Any]) -> str:
    """What tells two forms of one verb apart."""
    if not hidden:
        return ""
    told = json.dumps(hidden, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def over(draft: drafts.Found, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was kept, under what has just been given."""
    kept = draft.draft.given if draft.draft else {}
    return {**kept, **given}
