"""Events the bot has asked for, sent until it hears them or Slack would give up.

https://docs.slack.dev/apis/events-api
"""

import asyncio

from bot.sandbox.limits import Limits
from bot.sandbox.sender import Answer, Retry, Sender
from bot.sandbox.wire import Json, new_id
from bot.sandbox.workspace import Workspace

REASONS = {"http_error": "http_error", "timeout": "http_timeout", "connection_failed": "connection_failed"}


class Events:
    """Wraps events in Slack's envelope and tries again when the bot does not take them."""

    def __init__(self, workspace: Workspace, sender: Sender, limits: Limits) -> None:
        self._workspace = workspace
        self._sender = sender
        self._limits = limits
        self._again: set[asyncio.Task[None]] = set()

    async def tell(self, name: str, event: Json) -> Answer | None:
        """Send an event if the bot subscribed to `name`; return its first answer, None if it did not."""
        if name not in self._workspace.seed.bot.events:
            return None
        envelope = self._envelope(event)
        answer = await self._sender.deliver("events_api", envelope)
        if not answer.ok and answer.may_retry:
            task = asyncio.create_task(self._try_again(envelope, answer))
            self._again.add(task)
            task.add_done_callback(self._again.discard)
        return answer

    async def settled(self) -> None:
        """Wait until every event was heard or given up."""
        while self._again:
            await asyncio.gather(*self._again)

    async def close(self) -> None:
        """Give up on what the bot has not heard."""
        for task in list(self._again):
            task.cancel()
        await asyncio.gather(*self._again, return_exceptions=True)

    async def _try_again(self, envelope: Json, answer: Answer) -> None:
        for number, seconds in enumerate(self._limits.retry_events_after, start=1):
            await asyncio.sleep(seconds)
            retry = Retry(number, REASONS[answer.outcome])
            answer = await self._sender.deliver("events_api", envelope, retry)
            if answer.ok or not answer.may_retry:
                return

    def _envelope(self, event: Json) -> Json:
        seed = self._workspace.seed
        moment = self._workspace.clock.now().timestamp()
        return {
            "token": "sandbox",
            "team_id": seed.team.id,
            "api_app_id": seed.bot.app_id,
            "event": {"event_ts": f"{moment:.6f}", **event},
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(moment),
            "event_context": new_id("EC"),
            "is_ext_shared_channel": False,
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": seed.team.id,
                    "user_id": seed.bot.user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
        }
