"""`ilt-bot doctor` for Teams: what is well, what is missing, and how to mend it."""

import json
from datetime import UTC, datetime

import pytest
from aiohttp import web

from bot.app.checkup import setup, teams
from bot.app.checkup.examining import examined
from bot.app.checkup.findings import Verdict
from bot.app.checkup.known import roster_of
from bot.app.checkup.teams import Cloud
from bot.app.core import opened
from bot.app.entra import in_words
from bot.app.sample import APP_TOKEN, TOKEN
from bot.model.channels import SeenChannel
from bot.model.people import the_clock
from bot.routines import channels, people, reaching
from bot.settings import Settings
from tests.conftest import SCHOOL

CLIENT = "3f0c52c6-1111-4222-8333-abcdefabcdef"
TENANT = "99999999-2222-4333-8444-abcdefabcdef"
SECRET = "sec~ret.of-the_bot"
SET = {"TEAMS_CLIENT_ID": CLIENT, "TEAMS_CLIENT_SECRET": SECRET, "TEAMS_TENANT_ID": TENANT, "ILT_PORT": "0"}
WRONG_SECRET = "AADSTS7000215: Invalid client secret provided for app 'x'. Trace ID: 1"


class Microsoft:
    """Answers as Entra does, and hands out the page that names the keys Teams signs with."""

    def __init__(self) -> None:
        self.refuses = ""
        self.asked: list[dict[str, str]] = []
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        app = web.Application()
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/keys", self._keys)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def cloud(self) -> Cloud:
        return Cloud(login=self.url, keys=f"{self.url}/keys")

    async def _token(self, request: web.Request) -> web.Response:
        form = await request.post()
        self.asked.append({"tenant": request.match_info["tenant"]} | {key: str(form[key]) for key in form})
        if self.refuses:
            refusal = {"error": "invalid_client", "error_description": self.refuses}
            return web.Response(status=401, text=json.dumps(refusal))
        return web.json_response({"token_type": "Bearer", "access_token": "a.b.c"})

    async def _keys(self, request: web.Request) -> web.Response:
        return web.json_response({"issuer": "https://api.botframework.com"})


@pytest.fixture
async def microsoft():
    opened = Microsoft()
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def doctor(folder, microsoft):
    """Examine, with these settings changed, and return all sentences that carry a verdict."""

    async def examine(**changed: str) -> dict[Verdict, list[str]]:
        variables = SET | {"ILT_DATABASE_URL": f"sqlite:///{folder / 'ilt.db'}"} | changed
        parts = await examined(Settings(_env_file=None, **variables), microsoft.cloud)
        return {
            verdict: [one.words for part in parts for one in part.findings if one.verdict is verdict]
            for verdict in Verdict
        }

    return examine


@pytest.fixture
async def core(folder):
    """The bot without a platform, on the database of the school."""
    async with opened(Settings(_env_file=None, ILT_DATABASE_URL=f"sqlite:///{folder / 'ilt.db'}")) as one:
        yield one


@pytest.fixture
def learn(core):
    """Have the school learn where it is reached on a platform."""

    async def learn(addresses: dict[str, str], platform: str = "teams") -> None:
        learnt = people.LearnAddresses(platform=platform, addresses=addresses)
        await core.perform(people.learn_addresses, learnt, actor=the_clock(SCHOOL))

    return learn


@pytest.fixture
async def ada(core):
    """The id of the person of the school whom lists name first."""
    return next(one.id for one in (await roster_of(core, SCHOOL)).people if one.name == "Ada Acorn")


def starting(words: str, found: list[str]) -> str:
    return next((one for one in found if one.startswith(words)), "")


async def test_a_bot_that_is_let_in_is_well_and_slack_is_not_asked_for(doctor, microsoft):
    found = await doctor()

    assert "Entra gives the bot a token." in found[Verdict.WELL]
    assert "The keys that Teams signs with can be read." in found[Verdict.WELL]
    assert "This computer's clock agrees with Entra's." in found[Verdict.WELL]
    assert microsoft.asked[0]["tenant"] == TENANT
    assert microsoft.asked[0]["scope"] == "https://api.botframework.com/.default"
    assert not any("SLACK_BOT_TOKEN" in words for said in found.values() for words in said)
    assert starting("Nothing from Teams has reached", found[Verdict.NOTE])
    assert starting("The app is in no team yet.", found[Verdict.MEND])
    assert "Ada Acorn (ada." in starting("Not found in Teams by e-mail:", found[Verdict.MEND])


async def test_no_secret_is_in_what_it_says(doctor, microsoft):
    microsoft.refuses = WRONG_SECRET

    said = " ".join(words for all_words in (await doctor()).values() for words in all_words)

    assert not any(secret in said for secret in (SECRET, CLIENT, "Trace ID"))


async def test_a_wrong_secret_is_said_with_what_to_do(microsoft):
    microsoft.refuses = WRONG_SECRET

    said = " ".join(
        one.words for one in await teams.of(None, Settings(_env_file=None, **SET), microsoft.cloud)
    )

    assert "Copy the Value of a client secret, not its Secret ID" in said
    assert "(AADSTS7000215)" in said


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("AADSTS7000222: The provided client secret keys are expired.", "TEAMS_CLIENT_SECRET has expired"),
        ("AADSTS700016: Application with identifier 'x' was not found", "knows no app TEAMS_CLIENT_ID"),
        ("AADSTS90002: Tenant 'x' not found.", "knows no tenant TEAMS_TENANT_ID"),
        ("AADSTS123456: something new", "https://login.microsoftonline.com/error. (AADSTS123456)"),
        ("<html>a proxy's page</html>", "does not say why"),
    ],
)
def test_entras_numbers_become_sentences(answer, says):
    assert says in in_words(answer)


async def test_without_a_network_the_school_is_still_looked_at(doctor, microsoft):
    await microsoft.close()

    found = await doctor()

    assert any("Let this computer reach it over HTTPS" in words for words in found[Verdict.MEND])
    assert "Noel Mint answers staff input first." in found[Verdict.WELL]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"TEAMS_CLIENT_SECRET": CLIENT}, "TEAMS_CLIENT_SECRET looks like a Secret ID"),
        ({"TEAMS_TENANT_ID": "district.example"}, "TEAMS_TENANT_ID does not look like"),
        ({"TEAMS_TENANT_ID": CLIENT}, "are the same. One was copied twice"),
        ({"TEAMS_TENANT_ID": ""}, "Not set: TEAMS_TENANT_ID"),
    ],
)
def test_what_was_copied_wrong_is_said(changed, says):
    found = setup.of(Settings(_env_file=None, **SET | changed))

    assert any(says in one.words for one in found if one.verdict is Verdict.MEND)


async def test_what_the_bot_has_learned_is_said(doctor, learn):
    await learn(
        {
            "workspace": TENANT,
            "service": "https://smba.trafficmanager.net/teams/",
            "installed:19:1@thread.tacv2": "19:1@thread.tacv2",
            "archived:19:1@thread.tacv2": "19:1@thread.tacv2",
            "ilt": "19:2@thread.tacv2",
        }
    )

    found = await doctor()
    well = found[Verdict.WELL]

    assert any("hears from Teams" in words for words in well)
    assert "The app is in 1 team." in well
    assert "1 team is archived: nobody can post there." in found[Verdict.NOTE]
    assert "Channels found in Teams: ilt." in well


async def test_who_and_what_lives_on_slack_is_not_missed_in_teams(doctor, learn, ada):
    await learn({f"person:{ada}": "U1", "team:grade-3": "C1"}, "slack")

    mend = " ".join((await doctor())[Verdict.MEND])

    assert "Bea Birch" in mend
    assert not any(name in mend for name in ("Ada Acorn", "grade-3"))


async def test_a_school_in_another_tenant_is_said(doctor, learn):
    await learn({"workspace": "another"})

    assert any("lives in another" in words for words in (await doctor())[Verdict.MEND])


async def test_a_channel_that_is_gone_is_said(doctor, core, learn):
    await learn(
        {"workspace": TENANT, "team:grade-3": "19:3@thread.tacv2", "team:grade-4": "19:4@thread.tacv2"}
    )
    there = SeenChannel(address="19:3@thread.tacv2", name="Grade 3", has_bot=True)
    well = SeenChannel(address="19:4@thread.tacv2", name="Grade 4", has_bot=True)
    for seen in ({"seen": (there, well)}, {"gone": (there.address,)}):
        look = channels.Look(platform="teams", **seen)
        await core.perform(channels.look, look, actor=the_clock(SCHOOL))

    said = [words for words in (await doctor())[Verdict.MEND] if "cannot be posted in" in words]

    assert len(said) == 1
    assert "(gone). Type channels to the bot" in said[0]


async def test_whom_teams_does_not_let_the_bot_write_to_is_named(doctor, core, ada):
    async with core.units.writing(SCHOOL) as work:
        await reaching.refused(
            ada, "ForbiddenOperationException", platform="teams", work=work, now=datetime.now(UTC)
        )

    mend = (await doctor())[Verdict.MEND]

    assert any("ILT Bot is not installed for Ada Acorn in Teams." in words for words in mend)


async def test_on_both_platforms_both_are_looked_at(doctor, slack):
    found = await doctor(SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN=APP_TOKEN, SLACK_API_URL=slack.api)

    assert "The app has every scope it needs." in found[Verdict.WELL]
    assert "Entra gives the bot a token." in found[Verdict.WELL]
