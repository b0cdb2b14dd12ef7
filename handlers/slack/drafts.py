"""Drafts in Slack's modals: a line that says what is there, and a button that keeps what is filled in."""

from functools import partial

from bot.messages import drafts as wording
from bot.messages.languages import sentence_in
from bot.model.people import Actor
from handlers.platform.drafts import AFRESH, SAVE
from handlers.platform.verbs import AnyInteraction
from handlers.platform.words import Json
from handlers.slack.shapes import plain_text

SAID = "draft-said"
PRESSED = "draft-pressed"


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
