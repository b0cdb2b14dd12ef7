"""What a platform sends, checked once and then typed."""

from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from handlers.platform.failures import Malformed


class Payload(BaseModel):
    """Fields the bot does not read are ignored: a platform adds new ones whenever it likes."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    @classmethod
    def of(cls, body: object) -> Self:
        """Raises Malformed."""
        try:
            return cls.model_validate(body)
        except ValidationError as error:
            raise Malformed(cls.__name__) from error
