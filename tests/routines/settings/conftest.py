"""The whole bot on a sample school, without a platform."""

import pytest

from bot.app.core import Core, assembled


@pytest.fixture
def core(engines, clock) -> Core:
    return assembled(engines, clock)
