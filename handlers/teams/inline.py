"""Forms as cards in the chat, for clients that open no dialogs: they send a button's data as a message.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions#actionsubmit
"""

from collections.abc import Mapping
from typing import Any

from handlers.platform import notices
from handlers.platform.verbs import Verbs
from handlers.platform.words import Json
from handlers.teams.carried import Press
from handlers.teams.finishing import Finishing
from handlers.teams.invokes import Invokes
from handlers.teams.origins import FORM, Origin
from handlers.teams.pages import Page
from handlers.teams.payloads import Activity
from handlers.teams.replies import Replies
from handlers.teams.submissions import Submissions


class Inline:
    """Does what a button asks for whose data came as a message.

    Not for a form whose last page is shown once and only there: in a chat it would stay. `shows_all` shows
    those too, where nothing is anybody's: for development.
    """

    def __init__(
        self,
        *,
        verbs: Verbs,
        invokes: Invokes,
        submissions: Submissions,
        finishing: Finishing,
        replies: Replies,
        shows_all: bool = False,
    ) -> None:
        self._verbs = verbs
        self._shows_all = shows_all
        self._invokes = invokes
        self._submissions = submissions
        self._finishing = finishing
        self._replies = replies

    async def press(self, activity: Activity) -> None:
        """A button of a message: done, or its form shown in the 1:1 chat."""
        press = Press.found_in(activity.value)
        origin = press.at(activity) if press else activity.origin
        interaction = self._verbs.find(press.verb) if press else None
        if press and interaction and interaction.closing and not self._shows_all:
            await self._replies.tell_or_point(origin, notices.only_as_a_dialog())
        elif press and interaction and interaction.asking:
            shown = (await self._invokes.opened(activity, press)).body
            await self._replies.send_or_point(origin, [await self._page(origin, shown or {})])
        else:
            await self._finishing.later(await self._invokes.press(activity, press), origin)

    async def send(self, activity: Activity, data: Mapping[str, Any]) -> None:
        """A button of a form that stands in the chat; what comes next stands in its place, and nowhere that
        others read."""
        if self._is_for_a_dialog(data[FORM]):
            await self._replies.tell_or_point(activity.origin, notices.only_as_a_dialog())
            return
        answer, done = await self._submissions.receive(activity, data)
        here = activity.origin.model_copy(update={"message": activity.reply_to_id})
        page = await self._page(here, answer or {})
        if not (here.is_personal and await self._replies.change(here, page)):
            await self._replies.send_or_point(here, [page])
        if done is not None:
            await self._finishing.later(done, done.origin)

    def _is_for_a_dialog(self, kept: object) -> bool:
        if self._shows_all:
            return False
        interaction = self._verbs.find(str(kept.get("verb"))) if isinstance(kept, Mapping) else None
        return interaction is not None and interaction.closing is not None

    async def _page(self, origin: Origin, answer: Json) -> Page:
        """What a dialog would show next, as a message."""
        task = answer.get("task", {})
        shown = task.get("value")
        if task.get("type") == "continue":
            return Page(str(shown["title"]), shown["card"]["content"])
        said = str(shown) if shown else notices.done()
        first, *_ = await self._replies.pages(origin, notices.refused(said))
        return first
