"""Sending and closing modals, and doing what the bot answers.

https://docs.slack.dev/surfaces/modals
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.api.views import checked
from bot.sandbox.filling import WouldNotAccept, complaints, filled, find_field, merged
from bot.sandbox.passes import Passes
from bot.sandbox.payloads import interaction
from bot.sandbox.refusals import CannotDo
from bot.sandbox.sender import Answer, Sender
from bot.sandbox.shown import shown_view
from bot.sandbox.state import Values
from bot.sandbox.tour import Progress
from bot.sandbox.views import TROUBLE, View
from bot.sandbox.wire import Json, SlackError
from bot.sandbox.workspace import Workspace


@dataclass
class Modals:
    """What people do with an open modal as a whole."""

    workspace: Workspace
    sender: Sender
    passes: Passes
    progress: Progress

    def mine(self, user: str, view_id: str) -> View:
        """Return a modal or Home tab that this person has open."""
        try:
            view = self.workspace.views.find(view_id)
        except SlackError:
            raise CannotDo("not_found", "This form is closed already.") from None
        if view.user != user:
            raise CannotDo("not_found", "Somebody else has this form open.")
        return view

    def shown(self, view: View) -> Json:
        """Return a view as payloads hold it."""
        return shown_view(self.workspace, view)

    async def submit(self, user: str, view_id: str, values: Mapping[str, object]) -> Answer:
        """Fill in simple values and send the modal."""
        blocks = self.mine(user, view_id).blocks
        given: Values = {}
        for field, value in values.items():
            block, element = find_field(blocks, field)
            given.setdefault(block["block_id"], {})[element["action_id"]] = filled(element, value)
        return await self.submit_state(user, view_id, given)

    async def submit_state(self, user: str, view_id: str, given: Mapping[str, Mapping[str, Json]]) -> Answer:
        """Send the modal with state as Slack shapes it; fields not given stay as they are."""
        view = self.mine(user, view_id)
        stack = self.workspace.views.stack(user)
        if not stack or stack[-1] is not view:
            raise CannotDo("not_found", "Another form lies on top of this one.")
        if not view.body.get("submit"):
            raise CannotDo("no_submit", "This form has nothing to send.")
        view.values = merged(view.blocks, view.values, given)
        if found := complaints(view.blocks, view.values):
            raise WouldNotAccept(found)
        payload = interaction(self.workspace, "view_submission", user)
        payload |= {"trigger_id": self.passes.trigger(user, view.id), "response_urls": []}
        payload["view"] = self.shown(view)
        answer = await self.sender.deliver("interactive", payload)
        self._follow(view, answer)
        if not view.errors and not view.trouble:
            self.progress.note("view_submission", str(view.body.get("callback_id", "")))
        return answer

    async def close(self, user: str, view_id: str) -> None:
        """Close a modal; the bot hears of it only if it asked to."""
        view = self.mine(user, view_id)
        everything = bool(view.body.get("clear_on_close"))
        told = self.shown(view)
        self.workspace.views.close(view, everything=everything)
        if view.body.get("notify_on_close"):
            payload = interaction(self.workspace, "view_closed", user)
            payload |= {"view": told, "is_cleared": everything}
            await self.sender.deliver("interactive", payload)

    def _follow(self, view: View, answer: Answer) -> None:
        """Do what the bot answered; what it must not answer shows as trouble, the words stay."""
        self.workspace.views.mark(view, {})
        try:
            if not answer.ok:
                raise SlackError("operation_timeout")
            self._obey(view, answer.json)
        except SlackError:
            self.workspace.views.mark(view, {}, TROUBLE)

    def _obey(self, view: View, told: Json) -> None:
        views, wanted = self.workspace.views, told.get("response_action")
        if wanted is None:
            views.close(view)
        elif wanted == "clear":
            views.close(view, everything=True)
        elif wanted == "update":
            views.update(view, checked(told.get("view"), "modal"))
        elif wanted == "push":
            views.push(view.user, checked(told.get("view"), "modal"), view.id)
        elif wanted == "errors":
            views.mark(view, _beside_fields(view, told.get("errors")))
        else:
            raise SlackError("invalid_response_action")


def _beside_fields(view: View, errors: object) -> dict[str, str]:
    """Return the sentences by block_id; Slack shows none at all when one has no input block to stand by."""
    fields = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= fields:
        raise SlackError("invalid_errors")
    return {str(block_id): str(words) for block_id, words in errors.items()}
