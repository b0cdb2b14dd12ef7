"""A token that Slack takes no longer is said, everything waits, and no restart is needed once it counts."""

import pytest

from tests.faults.frame import Fault
from tests.serving.process import until

REVOKED = (
    "Slack does not accept SLACK_BOT_TOKEN (account_inactive). "
    "Copy it again from OAuth & Permissions (Bot User OAuth Token, xoxb-...)."
)
NOT_LET_IN = "Slack does not let the bot in (missing_scope). `ilt-bot doctor` says what to do."


def revoked(sandbox) -> None:
    sandbox.workspace.is_installed = False


def without_a_scope(sandbox) -> None:
    sandbox.faults.refuse("chat.postMessage", "missing_scope", times=9999)


@pytest.mark.parametrize(
    ("strike", "says", "is_mended_at_once"), [(revoked, REVOKED, True), (without_a_scope, NOT_LET_IN, False)]
)
async def test_what_keeps_the_bot_out_is_said_and_once_it_is_in_again_what_waits_goes_out(
    on_a_file, logged, strike, says, is_mended_at_once
):
    ground = await on_a_file(Fault("locked out", None, None, None, None, None))
    strike(ground.slack.sandbox)
    await ground.posts_a_letter()

    async def reads() -> bool:
        return (await ground.bot.asked("/readyz"))[1]["slack"] == says

    await until(reads)
    await until(reads)

    ground.slack.sandbox.workspace.is_installed = True
    ground.slack.sandbox.faults.clear()
    if is_mended_at_once:
        await until(ground.letters)
        await ground.bot.ready()
        assert ground.letters() == 1
    assert logged().count("the workspace does not let us in") == 1
