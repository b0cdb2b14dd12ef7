"""The workspaces that a platform's app is installed in, and whose schools they are.

A workspace is what a platform calls a team (Slack) or a tenant (Microsoft Teams).
"""

from typing import Generic, Protocol, TypeVar


class Workspace(Protocol):
    """One workspace as one of its schools knows it; `team` is the platform's own id for it."""

    @property
    def school(self) -> str: ...
    @property
    def team(self) -> str: ...


W = TypeVar("W", bound=Workspace)


class UnknownWorkspace(LookupError):
    """Nothing is installed there."""


class Known(Generic[W]):
    """Remembers workspaces; a request is recognised from memory."""

    def __init__(self, platform: str) -> None:
        self.platform = platform
        self._by_team: dict[str, W] = {}
        self._by_school: dict[str, W] = {}
        self._schools: dict[str, list[str]] = {}

    def add(self, workspace: W) -> None:
        """Remember a workspace; several schools may share it."""
        self._by_school[workspace.school] = workspace
        sharing = self._schools.setdefault(workspace.team, [])
        if workspace.school not in sharing:
            sharing.append(workspace.school)
        asked = self._by_team.get(workspace.team)
        if asked is None or asked.school == workspace.school:
            self._by_team[workspace.team] = workspace

    def of_team(self, team: str) -> W:
        """The workspace, as the first of its schools knows it. Raises UnknownWorkspace."""
        if team not in self._by_team:
            raise UnknownWorkspace(team)
        return self._by_team[team]

    def any(self) -> bool:
        """Whether a workspace is known at all: while the bot starts, none is."""
        return bool(self._by_team)

    def knows(self, team: str) -> bool:
        return team in self._by_team

    def schools_in(self, team: str) -> tuple[str, ...]:
        """The schools that share a workspace."""
        return tuple(self._schools.get(team, ()))

    def is_shared(self, team: str) -> bool:
        return len(self.schools_in(team)) > 1

    def of_school(self, school: str) -> W:
        """Raises UnknownWorkspace."""
        if school not in self._by_school:
            raise UnknownWorkspace(school)
        return self._by_school[school]
