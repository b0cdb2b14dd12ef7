"""What the environment says, read once."""

from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import Problem

WEB = "^https?://[^/]+"
EXAMPLES = {
    "ILT_PORT": "a number from 0 to 65535, such as 3000",
    "SLACK_API_URL": "an address such as https://slack.com/api/",
    "ILT_LEASE_SECONDS": "a number of seconds from 1 to 3600",
    "ILT_PACE": "a number from 0.1 to 100, where 1 is what Slack allows",
    "ILT_LOOK_AGAIN_SECONDS": "a number of seconds, such as 10",
}


def trimmed(value: object) -> object:
    """Take away what slips in when a token is copied: blanks around it, a line's end, quotes."""
    return value.strip().strip("\"'").strip() if isinstance(value, str) else value


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
    slack_api_url: Text = Field(
        default="https://slack.com/api/", validation_alias="SLACK_API_URL", pattern=WEB
    )
    data_key: Secret | None = Field(default=None, validation_alias="ILT_DATA_KEY")
    database_url: Text = Field(default="sqlite:///ilt.db", validation_alias="ILT_DATABASE_URL")
    host: Text = Field(default="127.0.0.1", validation_alias="ILT_HOST")
    port: int = Field(default=3000, validation_alias="ILT_PORT", ge=0, le=65535)
    school: Text | None = Field(default=None, validation_alias="ILT_SCHOOL")
    lease_seconds: float = Field(default=60.0, validation_alias="ILT_LEASE_SECONDS", ge=1, le=3600)
    pace: float = Field(default=1.0, validation_alias="ILT_PACE", ge=0.1, le=100)
    look_again_seconds: float = Field(
        default=10.0, validation_alias="ILT_LOOK_AGAIN_SECONDS", ge=0.05, le=3600
    )

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
        wants = []
        if not self.slack_bot_token:
            wants.append(
                "SLACK_BOT_TOKEN: in your Slack app, OAuth & Permissions, Bot User OAuth Token (xoxb-...)."
            )
        if not (self.slack_app_token or self.slack_signing_secret):
            wants.append(
                "SLACK_APP_TOKEN (Basic Information, App-Level Tokens, with connections:write; xapp-...) "
                "for Socket Mode, or SLACK_SIGNING_SECRET (Basic Information) for HTTP."
            )
        if not self.data_key and not self.database_url.startswith("sqlite"):
            wants.append(
                "ILT_DATA_KEY: the key that encrypts what is private. `ilt-bot db new-key` prints one; keep "
                "it apart from the database."
            )
        return wants

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
