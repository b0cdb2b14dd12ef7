"""What a platform itself knows of its users: whether they are guests, and under which e-mail address."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Generic, TypeVar

from handlers.platform.failures import Report
from handlers.platform.workspaces import Workspace

KEPT_FOR = 12 * 3600.0
"""Seconds after which a platform is asked again about somebody; sooner if it could not tell of them."""
UNKNOWN_FOR = 60.0
UNANSWERED_FOR = 5.0

W = TypeVar("W", bound=Workspace)


@dataclass(frozen=True, slots=True)
class Account:
    """One user of a workspace, by the platform's own id.

    `email` is there only for a living account of the school's, once confirmed. `is_bound`: a guest of a
    single channel.
    """

    id: str
    email: str | None = None
    is_guest: bool = False
    is_bound: bool = False
    is_person: bool = True
    is_deactivated: bool = False
    name: str = field(default="", repr=False)
    title: str = ""


class Accounts(Generic[W]):
    """Accounts, remembered for a while; the platform is asked when there is nothing to remember.

    `ask` asks it about one user; what it raises of `troubles` means that it cannot be asked now.
    """

    def __init__(
        self,
        ask: Callable[[W, str], Awaitable[Account]],
        *,
        troubles: tuple[type[Exception], ...],
        report: Report,
    ) -> None:
        self._ask = ask
        self._troubles = troubles
        self._report = report
        self._known: dict[tuple[str, str], tuple[float, Account]] = {}

    def remember(self, workspace: W, account: Account, seconds: float = KEPT_FOR) -> None:
        self._known[workspace.team, account.id] = (monotonic() + seconds, account)

    async def of(self, workspace: W, user: str) -> Account:
        """One account; when the platform cannot be asked, one of whom nothing is known."""
        until, known = self._known.get((workspace.team, user), (0.0, None))
        if known is not None and monotonic() < until:
            return known
        try:
            account = await self._ask(workspace, user)
        except self._troubles as error:
            self._report(error, work="ask about a user", user=user)
            account = known or Account(user)
            self.remember(workspace, account, UNANSWERED_FOR)
            return account
        self.remember(workspace, account, KEPT_FOR if account.email else UNKNOWN_FOR)
        return account
