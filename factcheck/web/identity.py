"""The house's identity provider (OpenID Connect 1.0): the code flow with PKCE, state and nonce.

Its discovery document, keys and tokens are fetched under the same guard as everything else; a provider inside
the house is named in FACTCHECK_FETCH_ALLOW.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote, urlencode

from factcheck.errors import FetchFailed, NotSignedIn
from factcheck.evidence.network import Network
from factcheck.extras import extra
from factcheck.web.settings import IdentityProvider

# What tells the time may differ between two machines, in seconds.
_LEEWAY = 60
_SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")


@dataclass(frozen=True, slots=True)
class Errand:
    """What a browser keeps while its person is at the provider; it ties the way back to the way there."""

    state: str
    nonce: str
    verifier: str
    onward: str

    @classmethod
    def begun(cls, onward: str) -> Errand:
        """A new one, with secrets that nobody can guess."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), onward)

    @classmethod
    def read(cls, text: str) -> Errand:
        """One as a cookie brought it back. Raises NotSignedIn."""
        try:
            return cls(**{name: str(value) for name, value in json.loads(text).items()})
        except (ValueError, TypeError, AttributeError) as error:
            raise _lost() from error

    def written(self) -> str:
        """As a cookie takes it along."""
        return json.dumps(asdict(self))


def way_there(network: Network, provider: IdentityProvider, errand: Errand, back: str) -> str:
    """Where to send a browser, to come back to `back`. Raises FetchFailed."""
    with extra("oidc", "Signing in with the house's account"):
        from authlib.oauth2.rfc7636 import create_s256_code_challenge
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": "openid email profile",
        "state": errand.state,
        "nonce": errand.nonce,
        "code_challenge": create_s256_code_challenge(errand.verifier),
        "code_challenge_method": "S256",
    }
    return f"{_described(network, provider)['authorization_endpoint']}?{urlencode(asked)}"


def login_of(
    network: Network, provider: IdentityProvider, errand: Errand, back: str, *, state: str, code: str
) -> str:
    """Whom the provider vouches for, by the claim that names a login.

    Raises NotSignedIn for an answer that isn't to our question or can't be believed, FetchFailed.
    """
    if not secrets.compare_digest(state.encode(), errand.state.encode()):
        raise _lost()
    found = _described(network, provider)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": errand.verifier,
    }
    secret = f"{quote(provider.client_id)}:{quote(provider.client_secret)}"
    headers = {
        "Authorization": f"Basic {b64encode(secret.encode()).decode()}",
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
    }
    answer = _json(network.post(found["token_endpoint"], urlencode(form).encode(), headers))
    claims = _believed(network, provider, found, str(answer.get("id_token", "")), errand.nonce)
    login = claims.get(provider.claim)
    if provider.claim == "email" and claims.get("email_verified") is not True:
        raise NotSignedIn("The house's account has no verified address.", "Ask who keeps the accounts.")
    if not isinstance(login, str) or not login:
        raise NotSignedIn("The house's account doesn't say who you are.", "Ask who keeps the accounts.")
    return login


def _believed(
    network: Network, provider: IdentityProvider, found: dict[str, Any], token: str, nonce: str
) -> dict[str, Any]:
    """The claims of an ID token that its issuer signed for us, just now, for this errand."""
    with extra("oidc", "Signing in with the house's account"):
        from joserfc import jwt
        from joserfc.errors import JoseError
        from joserfc.jwk import KeySet
    try:
        keys = KeySet.import_key_set(_json(network.fetch(found["jwks_uri"], {"Accept": "application/json"})))  # type: ignore[arg-type]  # whatever it holds, it is looked at there
        decoded = jwt.decode(token, keys, algorithms=list(_SIGNED_WITH))
        rules = jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": provider.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        rules.validate(decoded.claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise NotSignedIn("The house's account can't be believed.", "Try again.") from error
    claims: dict[str, Any] = dict(decoded.claims)
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != provider.client_id:
        raise NotSignedIn("The house's account speaks to somebody else.", "Try again.")
    return claims


def _described(network: Network, provider: IdentityProvider) -> dict[str, Any]:
    """The provider's description of itself, which must be its own."""
    address = f"{provider.issuer}/.well-known/openid-configuration"
    found = _json(network.fetch(address, {"Accept": "application/json"}))
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if found.get("issuer") != provider.issuer or not all(isinstance(found.get(name), str) for name in needed):
        raise FetchFailed("The identity provider describes somebody else.", "Check FACTCHECK_OIDC_ISSUER.")
    return found


def _json(page: Any) -> dict[str, Any]:
    try:
        value = json.loads(page.body) if page.status == 200 else None
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise FetchFailed(f"The identity provider answers {page.status}.", "Try again later.")
    return value


def _lost() -> NotSignedIn:
    return NotSignedIn("The way to the house's account was lost.", "Begin again.")
