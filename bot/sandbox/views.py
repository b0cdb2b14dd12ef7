"""Open modals, one stack for each person, and everybody's Home tab."""

from dataclasses import dataclass, field

from bot.sandbox.changes import Changes
from bot.sandbox.clock import StillClock
from bot.sandbox.state import Values, initial_values, kept_values
from bot.sandbox.wire import Json, SlackError, new_id

STACK_MOST = 3
TROUBLE = "We had some trouble connecting. Try again?"


@dataclass
class View:
    """A modal or Home tab as one person has it open, with what they have filled in."""

    id: str
    user: str
    body: Json
    values: Values
    hash: str
    root_view_id: str
    previous_view_id: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str = ""

    @property
    def blocks(self) -> list[Json]:
        """The blocks, every one with its id."""
        return list(self.body["blocks"])


class Views:
    """Keeps what is open for whom."""

    def __init__(self, clock: StillClock, changes: Changes) -> None:
        self._clock = clock
        self._changes = changes
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> list[View]:
        """Return this person's open modals, the one on top last."""
        return list(self._stacks.get(user, []))

    def home(self, user: str) -> View | None:
        """Return this person's Home tab, None when the bot never published one."""
        return self._homes.get(user)

    def open(self, user: str, body: Json) -> View:
        """Open a modal in place of whatever modals this person had open."""
        view = self._new(user, body, None)
        self._stacks[user] = [view]
        self._changes.tell("views", user)
        return view

    def push(self, user: str, body: Json, onto: str) -> View:
        """Put a modal on top of the stack that holds `onto`; three are the most Slack keeps."""
        stack = self._stacks.get(user, [])
        if onto not in [view.id for view in stack]:
            raise SlackError("not_found")
        if len(stack) >= STACK_MOST:
            raise SlackError("push_limit_reached")
        stack.append(self._new(user, body, stack[-1]))
        self._changes.tell("views", user)
        return stack[-1]

    def publish(self, user: str, body: Json, given_hash: str | None) -> View:
        """Put a Home tab in place of the one before, which keeps its id."""
        before = self._homes.get(user)
        if before is None:
            self._homes[user] = self._new(user, body, None)
        else:
            self._renew(before, body, given_hash)
        self._changes.tell("home", user)
        return self._homes[user]

    def update(self, view: View, body: Json, given_hash: str | None = None) -> View:
        """Show something else in the same modal, keeping what was filled in where it still fits."""
        self._renew(view, body, given_hash)
        self._changes.tell("views", view.user)
        return view

    def find(self, view_id: str = "", external_id: str = "") -> View:
        """Return an open modal or a Home tab by either id, or `not_found`."""
        for view in self._all():
            if (view_id and view.id == view_id) or (
                external_id and view.body.get("external_id") == external_id
            ):
                return view
        raise SlackError("not_found")

    def close(self, view: View, *, everything: bool = False) -> None:
        """Close a modal, or with it all modals of the same person."""
        stack = self._stacks.get(view.user, [])
        self._stacks[view.user] = [] if everything else [v for v in stack if v.id != view.id]
        self._changes.tell("views", view.user)

    def mark(self, view: View, errors: dict[str, str], trouble: str = "") -> None:
        """Show sentences beside the fields of a modal, or one line about trouble."""
        view.errors, view.trouble = errors, trouble
        self._changes.tell("views", view.user)

    def _all(self) -> list[View]:
        opened = [view for stack in self._stacks.values() for view in stack]
        return [*opened, *self._homes.values()]

    def _new(self, user: str, body: Json, below: View | None) -> View:
        self._refuse_double_use(body, None)
        view_id = new_id("V")
        values = initial_values(body["blocks"])
        root = below.root_view_id if below else view_id
        return View(view_id, user, body, values, self._hash(), root, below.id if below else None)

    def _renew(self, view: View, body: Json, given_hash: str | None) -> None:
        if given_hash and given_hash != view.hash:
            raise SlackError("hash_conflict")
        self._refuse_double_use(body, view)
        view.body = body
        view.values = kept_values(body["blocks"], view.values)
        view.hash = self._hash()
        view.errors, view.trouble = {}, ""

    def _refuse_double_use(self, body: Json, own: View | None) -> None:
        external = body.get("external_id")
        others = (view for view in self._all() if view is not own)
        if external and any(view.body.get("external_id") == external for view in others):
            raise SlackError("duplicate_external_id")

    def _hash(self) -> str:
        return f"{int(self._clock.now().timestamp())}.{new_id('')}"
