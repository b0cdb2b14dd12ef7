"""What travels between Microsoft Teams and a bot: JSON, and errors with the connector's own names."""

from bot.sandbox.wire import Json

STATUS = {
    "BadSyntax": 400,
    "BadArgument": 400,
    "Unauthorized": 401,
    "BotDisabledByAdmin": 403,
    "BotNotInConversationRoster": 403,
    "ConversationBlockedByUser": 403,
    "ForbiddenOperationException": 403,
    "MessageWritesBlocked": 403,
    "NotEnoughPermissions": 403,
    "ActivityNotFoundInConversation": 404,
    "ConversationNotFound": 404,
    "MemberNotFoundInConversation": 404,
    "PreconditionFailed": 412,
    "MessageSizeTooBig": 413,
    "Throttled": 429,
    "ServiceError": 500,
    "BadGateway": 502,
    "ServiceUnavailable": 503,
    "GatewayTimeout": 504,
}
"""Status by code.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
"""


class ConnectorError(Exception):
    """What the connector answers in place of the work, under the code its reference gives it."""

    def __init__(self, code: str, words: str = "", retry_after: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.words = words or code
        self.retry_after = retry_after
        self.status = STATUS[code]

    def body(self) -> Json:
        """Return the answer as the connector words it."""
        return {"error": {"code": self.code, "message": self.words}}
