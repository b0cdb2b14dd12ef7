"""What Teams tells, a listener for each kind; a failure is answered in one place."""

from contextlib import suppress

from bot.perform import Performer
from handlers.platform.afterwards import Afterwards
from handlers.platform.doing import Doing
from handlers.platform.drafts import Drafts
from handlers.platform.failures import Malformed, report
from handlers.platform.identity import Identity
from handlers.platform.seen import Seen
from handlers.platform.verbs import Verbs
from handlers.teams.answering import Answering
from handlers.teams.channels import Told
from handlers.teams.drawing import Drawing
from handlers.teams.events import Events
from handlers.teams.failures import FAILED, Answer
from handlers.teams.finishing import Finishing
from handlers.teams.home import Home
from handlers.teams.inline import Inline
from handlers.teams.invokes import Invokes
from handlers.teams.origins import FORM
from handlers.teams.payloads import Activity
from handlers.teams.references import References
from handlers.teams.rendering import Rendering
from handlers.teams.replies import Replies
from handlers.teams.submissions import Submissions
from handlers.teams.typed import Typed
from handlers.teams.workspaces import Tenant, Tenants

HEARD = Answer()


class Listeners:
    """Answers Teams, and starts what follows."""

    def __init__(
        self,
        verbs: Verbs,
        *,
        perform: Performer,
        identify: Identity[Tenant],
        afterwards: Afterwards,
        tenants: Tenants,
        home: Home,
        references: References,
        replies: Replies,
        rendering: Rendering,
        channels: Told,
        is_open: bool = False,
    ) -> None:
        """`is_open`: nothing that comes in is checked, for development."""
        doing, drafts = Doing(verbs=verbs, perform=perform), Drafts(perform)
        drawing = Drawing(perform, verbs)
        answering = Answering(
            doing=doing,
            references=references,
            drawing=drawing,
            drafts=drafts,
            replies=replies,
            tenants=tenants,
            home=home,
        )
        submissions = Submissions(
            verbs=verbs,
            doing=doing,
            drawing=drawing,
            drafts=drafts,
            references=references,
            replies=replies,
            rendering=rendering,
        )
        self._finishing = finishing = Finishing(answering=answering, replies=replies, afterwards=afterwards)
        self._invokes = Invokes(
            verbs=verbs,
            answering=answering,
            submissions=submissions,
            finishing=finishing,
            replies=replies,
            rendering=rendering,
        )
        self._inline = Inline(
            verbs=verbs,
            invokes=self._invokes,
            submissions=submissions,
            finishing=finishing,
            replies=replies,
            shows_all=is_open,
        )
        self._typed = Typed(
            verbs=verbs,
            answering=answering,
            finishing=finishing,
            home=home,
            identify=identify,
        )
        self._events = Events(verbs=verbs, answering=answering, references=references, channels=channels)
        self._references = references
        self._afterwards = afterwards
        self._seen = Seen()

    async def take(self, activity: Activity) -> Answer:
        """Answer one activity: an invoke when it is done, anything else at once. Raises Malformed."""
        try:
            await self._references.heard(activity)
            if activity.type == "invoke":
                return await self._invokes.answer(activity)
        except Malformed:
            raise
        except Exception as error:  # noqa: BLE001  # the one place that answers for what went wrong
            return await self._failed(error, activity)
        if self._seen.is_new(activity.once):
            self._follow(activity)
        return HEARD

    async def _failed(self, error: Exception, activity: Activity) -> Answer:
        reference = report(error, kind=activity.type, invoke=activity.name)
        with suppress(Exception):
            return await self._invokes.failed(activity, error, reference)
        return FAILED

    def _follow(self, activity: Activity) -> None:
        """Begin what somebody wrote, or what follows from an event."""
        origin = activity.origin
        if activity.type != "message":
            work = self._events.follow(activity)
            if work is not None:
                self._afterwards.start(f"event {activity.type}", work)
        elif isinstance(activity.value, dict) and FORM in activity.value:
            self._finishing.start("form", origin, self._inline.send(activity, activity.value))
        elif isinstance(activity.value, dict) and "verb" in activity.value:
            self._finishing.start("press", origin, self._inline.press(activity))
        elif activity.is_personal or activity.mentions_the_bot:
            self._finishing.start("typed", origin, self._typed.follow(activity))
            if work := self._events.met(activity):
                self._afterwards.start("meet a team", work)
