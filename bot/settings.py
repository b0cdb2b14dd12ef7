"""What the environment says, read once."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """The environment (and `.env`), under the names an administrator knows."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", populate_by_name=True)

    slack_bot_token: SecretStr | None = Field(default=None, validation_alias="SLACK_BOT_TOKEN")
    slack_app_token: SecretStr | None = Field(default=None, validation_alias="SLACK_APP_TOKEN")
    slack_signing_secret: SecretStr | None = Field(default=None, validation_alias="SLACK_SIGNING_SECRET")
    slack_api_url: str = Field(default="https://slack.com/api/", validation_alias="SLACK_API_URL")
    database_url: str = Field(default="sqlite:///ilt.db", validation_alias="ILT_DATABASE_URL")
    host: str = Field(default="127.0.0.1", validation_alias="ILT_HOST")
    port: int = Field(default=3000, validation_alias="ILT_PORT", ge=0, le=65535)

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
        return wants

    @property
    def api_url(self) -> str:
        """The Web API's base, with the slash at the end that method names are put after."""
        return self.slack_api_url.rstrip("/") + "/"
