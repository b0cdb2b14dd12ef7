"""One service works on a SQLite file, also when there is no room to write down which."""

import pytest

from bot.app.alone import alone
from bot.errors import Problem
from bot.settings import Settings


def test_a_full_disk_lets_no_second_service_work_on_a_file(tmp_path):
    settings = Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{tmp_path / 'ilt.db'}")
    (tmp_path / "ilt.db.serving").symlink_to("/dev/full")

    with alone(settings), pytest.raises(Problem, match="Another `ilt-bot serve`"), alone(settings):
        pass
