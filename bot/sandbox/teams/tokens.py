"""How Teams proves to a bot that an activity is its own: a signed token, and the keys to check it with.

The claims: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import json
import time
from functools import cached_property

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

from bot.sandbox.wire import Json

ISSUER = "https://api.botframework.com"
METADATA = "/v1/.well-known/openidconfiguration"
KEYS = "/v1/.well-known/keys"


class Keys:
    """One signing key; making it takes a moment, so it is made when it is first used."""

    def __init__(self, kid: str = "sandbox") -> None:
        self.kid = kid

    @cached_property
    def private(self) -> RSAPrivateKey:
        """The key itself."""
        return generate_private_key(public_exponent=65537, key_size=2048)

    def published(self) -> Json:
        """Return the public half as a key set."""
        key: Json = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        return {"keys": [{**key, "kid": self.kid, "use": "sig", "alg": "RS256", "endorsements": ["msteams"]}]}

    def sign(
        self, audience: str, service_url: str, *, issuer: str = ISSUER, lives: float = 3600, kid: str = ""
    ) -> str:
        """Return a token for the bot `audience`; with `lives` below zero it has expired already."""
        now = int(time.time())
        claims = {"iss": issuer, "aud": audience, "serviceurl": service_url}
        times = {"nbf": now - 7200, "iat": now - 7200, "exp": now + int(lives)}
        return jwt.encode(
            {**claims, **times}, self.private, algorithm="RS256", headers={"kid": kid or self.kid}
        )


def metadata(base_url: str) -> Json:
    """Return the OpenID document that tells where the keys are."""
    return {
        "issuer": ISSUER,
        "authorization_endpoint": "https://invalid.botframework.com",
        "jwks_uri": f"{base_url}{KEYS}",
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    }
