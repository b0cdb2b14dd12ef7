"""Questions to which Teams waits for the answer: a button pressed, a dialog opened or sent.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.messages.plain import plain
from bot.messages.vocabulary import Message
from handlers.platform import notices
from handlers.platform.doing import Done
from handlers.platform.used_on import given_by
from handlers.platform.verbs import AnyInteraction, Verbs
from handlers.platform.words import Json
from handlers.teams.answering import Answering, Asked
from handlers.teams.carried import Press, Pressed, Task
from handlers.teams.failures import FAILED, NOT_IMPLEMENTED, Answer, ended, toast
from handlers.teams.finishing import Came, Finishing
from handlers.teams.origins import FORM, Origin
from handlers.teams.payloads import Activity
from handlers.teams.rendering import Rendering
from handlers.teams.replies import Replies
from handlers.teams.submissions import Submissions

PRESSED = "adaptiveCard/action"
SENT = ("task/submit", "composeExtension/submitAction")


class Invokes:
    """Answers in time, and says in private what there is to say."""

    def __init__(
        self,
        *,
        verbs: Verbs,
        answering: Answering,
        submissions: Submissions,
        finishing: Finishing,
        replies: Replies,
        rendering: Rendering,
    ) -> None:
        self._verbs = verbs
        self._answering = answering
        self._submissions = submissions
        self._finishing = finishing
        self._replies = replies
        self._rendering = rendering
        self._known: dict[str, Callable[[Activity], Awaitable[Answer]]] = {
            PRESSED: self._pressed,
            "task/fetch": self._fetched,
            "composeExtension/fetchTask": self._chosen,
            **dict.fromkeys(SENT, self._submitted),
        }

    async def answer(self, activity: Activity) -> Answer:
        """Answer one of them; what Teams may ask besides is not implemented. Raises Malformed."""
        respond = self._known.get(activity.name)
        return await respond(activity) if respond else NOT_IMPLEMENTED

    async def failed(self, activity: Activity, error: Exception, reference: str) -> Answer:
        """Answer for one that failed: a form stays open with its words and a sentence, wherever that can be.

        Teams shows an error of its own for a 500, and leaves a dialog open, too.
        """
        if activity.name == PRESSED:
            return toast(await self._line(activity.origin, notices.broke(error, reference).summary))
        if activity.name not in SENT:
            return FAILED
        data = Task.of(activity.value).data
        form = await self._submissions.again(activity, data, notices.not_saved(error, reference))
        return Answer(form) if form else FAILED

    async def press(self, activity: Activity, press: Press | None) -> Came:
        """Do what a button asks for."""
        interaction = self._verbs.find(press.verb) if press else None
        if press is None or interaction is None:
            return self._answering.outdated()
        asked = Asked(interaction, dict(press.given), press.at(activity), activity.once, is_pressed=True)
        return await self._answering.answer(asked)

    async def _pressed(self, activity: Activity) -> Answer:
        """A button of a message: its answer is said in private, and the message changes for everybody."""
        press = Pressed.of(activity.value).press
        came = await self.press(activity, press)
        origin = press.at(activity) if press else activity.origin
        if came is None:
            return toast(await self._line(origin, notices.done_before()))
        told = await self._finishing.soon(came, origin)
        if told.unsaid is not None:
            return toast(plain(await self._replies.spoken(origin, told.unsaid)))
        if not isinstance(came, Done):
            return toast((await self._replies.spoken(origin, came)).summary)
        line = notices.answered(in_our_chat=origin.is_personal) if told.in_chat else notices.done()
        return toast(await self._line(origin, line))

    async def _fetched(self, activity: Activity) -> Answer:
        return await self.opened(activity, Press.found_in(Task.of(activity.value).data))

    async def opened(self, activity: Activity, press: Press | None) -> Answer:
        """The dialog that a button asks for."""
        interaction = self._verbs.find(press.verb) if press else None
        if press is None or interaction is None:
            return Answer(ended(await self._replies.spoken(activity.origin, self._answering.outdated())))
        return await self._opened(interaction, dict(press.given), press.at(activity), activity.once)

    async def _chosen(self, activity: Activity) -> Answer:
        """An action of the compose box, or one used on a message, which brings the message's words along."""
        task = Task.of(activity.value)
        interaction = self._verbs.find(task.command_id)
        if interaction is None:
            return Answer(ended(await self._replies.spoken(activity.origin, self._answering.outdated())))
        given = given_by(interaction, task.message_text, task.message_link)
        return await self._opened(interaction, given, activity.origin, activity.once)

    async def _opened(
        self, interaction: AnyInteraction, given: dict[str, Any], origin: Origin, once: str
    ) -> Answer:
        """The form of a verb; of a verb without one, what it says."""
        asked = Asked(interaction, given, origin, once, is_pressed=True)
        if interaction.asking is not None:
            return Answer(await self._answering.open(asked))
        came = await self._answering.answer(asked)
        said = came.interaction.reply(came.result) if isinstance(came, Done) else came
        if said is None:
            return Answer(ended(Message(await self._line(origin, notices.done()))))
        return Answer(await self._page(origin, said))

    async def _submitted(self, activity: Activity) -> Answer:
        """A button of a dialog: of a form, or on a page that says something."""
        data = Task.of(activity.value).data
        if FORM not in data and "verb" in data:
            return await self._fetched(activity)
        answer, done = await self._submissions.receive(activity, data)
        if done is None:
            return Answer(answer)
        told = await self._finishing.soon(done, done.origin)
        if told.unsaid is not None and answer is None:
            return Answer(await self._page(done.origin, told.unsaid))
        return Answer(answer)

    async def _page(self, origin: Origin, said: Message) -> Json:
        return self._rendering.last_page(
            await self._replies.spoken(origin, said), origin.tenant, origin.school
        )

    async def _line(self, origin: Origin, sentence: str) -> str:
        return (await self._replies.spoken(origin, Message(sentence))).summary
