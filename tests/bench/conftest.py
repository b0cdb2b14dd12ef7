"""The databases that a short run is measured on."""

from pathlib import Path

import pytest

from tests.bench.places import OnPostgres, OnSqlite
from tests.postgres import Cluster


@pytest.fixture
def on_sqlite(sample_database: Path, tmp_path: Path) -> OnSqlite:
    return OnSqlite(sample_database, tmp_path)


@pytest.fixture(scope="session")
def on_postgres(postgres: Cluster) -> OnPostgres:
    return OnPostgres(postgres)
