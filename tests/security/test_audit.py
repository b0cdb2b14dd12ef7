"""The audit of packages fails when it should, whether or not the advisories can be reached."""

import asyncio
from datetime import date

import pytest
from aiohttp import web

from tests.audit import FILES, ROOT, Ignored, asked, exceptions, found, knows, loose, overdue, pins
from tests.security.test_served import served

HASH = "sha256:" + "0" * 64
OLD = f"idna==3.6 --hash={HASH}"
ADVISORY = {
    "id": "GHSA-jjg7-2v4v-x38h",
    "modified": "2024-04-11T00:00:00Z",
    "summary": "Slow",
    "affected": [
        {
            "package": {"name": "idna", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.7"}]}],
        }
    ],
}


def test_everything_is_pinned_by_its_hash_and_the_same_in_both_files():
    runtime, development = (pins((ROOT / name).read_text(encoding="utf-8")) for name in FILES)

    assert len(development) > len(runtime) > 50
    assert loose(runtime, development) == []
    assert overdue(exceptions((ROOT / "pyproject.toml").read_text()), date.today()) == []  # noqa: DTZ011


@pytest.mark.parametrize(
    "line",
    [
        "idna==3.20",
        f"idna>=3.20 --hash={HASH}",
        f"idna @ https://files.example/idna.whl --hash={HASH}",
        "-e git+https://code.example/idna#egg=idna",
        "--extra-index-url https://packages.example",
    ],
)
def test_what_is_not_pinned_is_said(line):
    assert loose([], [line]) == [f"{line.split()[0]} is not pinned by its hash."]


def test_another_version_in_development_is_said():
    assert "run `make lock`" in loose([OLD], [OLD.replace("3.6", "3.7")])[0]


def test_an_exception_says_why_and_does_not_last():
    told = exceptions(
        '[tool.ilt-bot.audit]\nignore = [{ id = "GHSA-1", reason = "unused", until = 2026-11-30 }]'
    )

    assert overdue(told, date(2026, 11, 30)) == []
    assert overdue(told, date(2026, 12, 1)) == ["The exception for GHSA-1 ended on 2026-11-30: unused"]
    with pytest.raises(KeyError):
        exceptions('[tool.ilt-bot.audit]\nignore = [{ id = "GHSA-1" }]')


def test_a_package_that_nobody_knows_is_said():
    assert found([{"name": "idnaa", "skip_reason": "Dependency not found on PyPI"}]) == [
        "idnaa is not on PyPI. Where does it come from?"
    ]


def test_a_mirror_that_has_no_advisories_is_not_taken_for_good_news():
    assert not knows(None)
    assert not knows([])
    assert not knows([{"name": "idna", "skip_reason": "Dependency not found on PyPI"}])
    assert knows([{"name": "idna", "version": "3.20", "vulns": []}])


async def test_a_known_vulnerability_is_found_unless_it_is_let_pass():
    """With pip-audit itself; a little server stands for the advisories."""
    let_pass = Ignored("GHSA-0000", "not used", date(2027, 1, 1))

    async def query(request: web.Request) -> web.Response:
        return web.json_response({"vulns": [ADVISORY, ADVISORY | {"id": let_pass.id}]})

    app = web.Application()
    app.add_routes([web.post("/v1/query", query)])
    async with served(app) as (_, url):
        service = ("--vulnerability-service", "osv", "--osv-url", f"{url}/v1/query")
        report = await asyncio.to_thread(asked, OLD, [let_pass], *service)

    assert found(report) == [f"idna 3.6: {ADVISORY['id']}, mended in 3.7."]
