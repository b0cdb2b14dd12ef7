"""What the environment says, read once."""

from ipaddress import ip_address
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import Problem

WEB = "^https?://[^/@]+(/|$)"
"""Without a user and password: an address is shown and logged."""
SOON = 1.0
"""Seconds between two looks in development: nobody waits for a tenant that has only just been made up."""
EXAMPLES = {
    "ILT_PORT": "a number from 0 to 65535, such as 3000",
    "SLACK_API_URL": "an address such as https://slack.com/api/, with http:// only for this computer",
    "ILT_LEASE_SECONDS": "a number of seconds from 1 to 120",
    "ILT_PACE": "a number from 0.1 to 100, where 1 is what the platform allows",
    "ILT_REPLICA": "a short name, 40 letters at most, such as bot-1",
    "ILT_DRAIN_SECONDS": "a number of seconds from 0 to 60, such as 5",
    "ILT_LOOK_AGAIN_SECONDS": "a number of seconds, such as 10",
    "ILT_DATABASE_WAIT_SECONDS": "a number of seconds from 0.05 to 120, such as 15",
}

IN_SLACK = {
    "SLACK_BOT_TOKEN": (
        "SLACK_BOT_TOKEN: in your Slack app, OAuth & Permissions, Bot User OAuth Token (xoxb-...)."
    ),
    "SLACK_APP_TOKEN": (
        "SLACK_APP_TOKEN (Basic Information, App-Level Tokens, with connections:write; xapp-...) "
        "for Socket Mode, or SLACK_SIGNING_SECRET (Basic Information) for HTTP."
    ),
}
IN_TEAMS = {
    "TEAMS_CLIENT_ID": "TEAMS_CLIENT_ID: in the bot's app registration, Overview, Application (client) ID.",
    "TEAMS_CLIENT_SECRET": (
        "TEAMS_CLIENT_SECRET: in the bot's app registration, Certificates & secrets, "
        "the Value of a client secret (not its Secret ID)."
    ),
    "TEAMS_TENANT_ID": "TEAMS_TENANT_ID: in the bot's app registration, Overview, Directory (tenant) ID.",
}
INSTEAD = f"For Microsoft Teams instead of Slack, or beside it: {', '.join(IN_TEAMS)} (see docs/teams.md)."
"""Where each variable is found, in words for whoever sets them."""


def trimmed(value: object) -> object:
    """Take away what slips in when a token is copied: blanks around it, a line's end, quotes."""
    return value.strip().strip("\"'").strip() if isinstance(value, str) else value


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach what listens on a host."""
    if host.casefold() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def kept_private(url: str) -> str:
    """The same address; raises ValueError where the bot's token would travel in clear to another computer."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        raise ValueError("not encrypted")
    return url


Secret = Annotated[SecretStr, BeforeValidator(trimmed)]
Text = Annotated[str, BeforeValidator(trimmed)]


class Settings(BaseSettings):
    """The environment (and `.env`), under the names an administrator knows."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
    )

    slack_bot_token: Secret | None = Field(default=None, validation_alias="SLACK_BOT_TOKEN")
    slack_app_token: Secret | None = Field(default=None, validation_alias="SLACK_APP_TOKEN")
    slack_signing_secret: Secret | None = Field(default=None, validation_alias="SLACK_SIGNING_SECRET")
    slack_api_url: Annotated[Text, AfterValidator(kept_private)] = Field(
        default="https://slack.com/api/", validation_alias="SLACK_API_URL", pattern=WEB
    )
    teams_client_id: Text | None = Field(default=None, validation_alias="TEAMS_CLIENT_ID")
    teams_client_secret: Secret | None = Field(default=None, validation_alias="TEAMS_CLIENT_SECRET")
    teams_tenant_id: Text | None = Field(default=None, validation_alias="TEAMS_TENANT_ID")
    data_key: Secret | None = Field(default=None, validation_alias="ILT_DATA_KEY")
    database_url: Text = Field(default="sqlite:///ilt.db", validation_alias="ILT_DATABASE_URL")
    host: Text = Field(default="127.0.0.1", validation_alias="ILT_HOST")
    port: int = Field(default=3000, validation_alias="ILT_PORT", ge=0, le=65535)
    school: Text | None = Field(default=None, validation_alias="ILT_SCHOOL")
    lease_seconds: float = Field(default=60.0, validation_alias="ILT_LEASE_SECONDS", ge=1, le=120)
    pace: float = Field(default=1.0, validation_alias="ILT_PACE", ge=0.1, le=100)
    look_again_seconds: float = Field(
        default=10.0, validation_alias="ILT_LOOK_AGAIN_SECONDS", ge=0.05, le=3600
    )
    replica: Text | None = Field(default=None, validation_alias="ILT_REPLICA", max_length=40)
    drain_seconds: float = Field(default=0.0, validation_alias="ILT_DRAIN_SECONDS", ge=0, le=60)
    database_wait_seconds: float = Field(
        default=15.0, validation_alias="ILT_DATABASE_WAIT_SECONDS", ge=0.05, le=120
    )
    _teams_dev: bool = PrivateAttr(default=False)

    @classmethod
    def read(cls) -> "Settings":
        """Read them; raises `Problem` naming the variable that makes no sense, never its value."""
        try:
            return cls()
        except ValidationError as error:
            names = dict.fromkeys(str(detail["loc"][0]) for detail in error.errors())
            wrong = (f"{name} must be {EXAMPLES.get(name, 'written differently')}." for name in names)
            raise Problem("\n  ".join(("The settings cannot be read:", *wrong))) from error
        except UnicodeDecodeError as error:
            raise Problem("The file .env is not UTF-8 text. Save it as UTF-8.") from error
        except OSError as error:
            raise Problem(f"The file .env cannot be read: {error.strerror}.") from error

    def missing(self) -> list[str]:
        """Say what `serve` still needs, each with where to find it."""
        wants = [*self._missing_in_slack(), *self._missing_in_teams()]
        if not self.data_key and not self.database_url.startswith("sqlite"):
            wants.append(
                "ILT_DATA_KEY: the key that encrypts what is private. `ilt-bot db new-key` prints one; keep "
                "it apart from the database."
            )
        return wants

    def _missing_in_slack(self) -> list[str]:
        if not self.wants_slack and (self.wants_teams or self.teams_dev):
            return []
        way = self.slack_app_token or self.slack_signing_secret
        wants = [] if self.slack_bot_token else [IN_SLACK["SLACK_BOT_TOKEN"]]
        return wants if way else [*wants, IN_SLACK["SLACK_APP_TOKEN"]]

    def _missing_in_teams(self) -> list[str]:
        if not self.wants_teams:
            return [] if self.wants_slack or self.teams_dev else [INSTEAD]
        return [IN_TEAMS[name] for name, value in self._of_teams.items() if not value]

    @property
    def wants_slack(self) -> bool:
        """Whether any variable of Slack's is set: then those that it needs are."""
        return any((self.slack_bot_token, self.slack_app_token, self.slack_signing_secret))

    @property
    def wants_teams(self) -> bool:
        """Whether any variable of Teams' is set: then all three are needed."""
        return any(self._of_teams.values())

    @property
    def _of_teams(self) -> dict[str, str]:
        return {
            "TEAMS_CLIENT_ID": self.teams_client_id or "",
            "TEAMS_CLIENT_SECRET": self.client_secret,
            "TEAMS_TENANT_ID": self.teams_tenant_id or "",
        }

    def for_teams_development(self) -> "Settings":
        """The same, with nothing signed between the bot and a Teams client on this computer.

        Only `serve --teams-dev` asks for it: no variable can. Raises `Problem` unless the bot listens
        on loopback alone, since whoever reaches it may say that they are anybody.
        """
        if not is_loopback(self.host):
            raise Problem(
                f"--teams-dev lets anybody who reaches the bot speak as anybody, so it does not listen on "
                f"{self.host}. Leave ILT_HOST out, or set it to 127.0.0.1."
            )
        made = self.model_copy(update={"look_again_seconds": min(self.look_again_seconds, SOON)})
        made._teams_dev = True
        return made

    @property
    def teams_dev(self) -> bool:
        """Whether a Teams client on this computer is believed unsigned (`serve --teams-dev`)."""
        return self._teams_dev

    @property
    def has_slack(self) -> bool:
        """Whether the bot is to run on Slack."""
        return self.slack_bot_token is not None

    @property
    def has_teams(self) -> bool:
        """Whether the bot is to run on Microsoft Teams."""
        return self.teams_dev or all(self._of_teams.values())

    @property
    def client_secret(self) -> str:
        """The secret of the bot's app registration, empty when there is none."""
        return self.teams_client_secret.get_secret_value() if self.teams_client_secret else ""

    @property
    def bot_token(self) -> str:
        """The bot's token, empty when there is none."""
        return self.slack_bot_token.get_secret_value() if self.slack_bot_token else ""

    @property
    def app_token(self) -> str:
        """The app-level token, empty when there is none."""
        return self.slack_app_token.get_secret_value() if self.slack_app_token else ""

    @property
    def api_url(self) -> str:
        """The Web API's base, with the slash at the end that method names are put after."""
        return self.slack_api_url.rstrip("/") + "/"
