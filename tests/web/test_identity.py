from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import RSAKey

from factcheck.domain.actors import Actor
from factcheck.domain.vocabulary import Role
from factcheck.services.people import add_user, disable_user
from factcheck.services.signing_in import set_login
from factcheck.store.engine import Sessions
from factcheck.web.settings import IdentityProvider
from tests.browser.browsing import served
from tests.evidence.serving import Site, serving
from tests.web.newsrooms import app_of, client_of

EVA = Actor("Eva")


class Provider:
    """An identity provider of the tests' own: it signs what the test makes it claim."""

    def __init__(self, site: Site) -> None:
        self.site, self.issuer = site, site.url("")
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.published = self.key
        self.claims: dict[str, Any] = {"email": "ana@paper.example", "email_verified": True}
        self.header = {"alg": "RS256", "kid": "one"}
        self.asked: dict[str, str] = {}
        described = {
            "issuer": self.issuer,
            "authorization_endpoint": site.url("/authorize"),
            "token_endpoint": site.url("/token"),
            "jwks_uri": site.url("/keys"),
        }
        site.media_type = "application/json"
        site.pages["/.well-known/openid-configuration"] = json.dumps(described).encode()
        site.pages["/keys"] = lambda handler: handler.do_answer(self.keys())  # type: ignore[attr-defined]
        site.posted["/token"] = self.token

    def keys(self) -> tuple[int, str, bytes]:
        return 200, "application/json", json.dumps({"keys": [self.published.as_dict(private=False)]}).encode()

    def authorize(self, address: str) -> str:
        """What a person does at the provider: the address that sends them back."""
        self.asked = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
        self.code = secrets.token_urlsafe(8)
        return f"{self.asked['redirect_uri']}?code={self.code}&state={self.asked['state']}"

    def token(self, body: bytes) -> tuple[int, str, bytes]:
        form = {name: value[0] for name, value in parse_qs(body.decode()).items()}
        right = form["code"] == self.code and form["redirect_uri"] == self.asked["redirect_uri"]
        if not right or create_s256_code_challenge(form["code_verifier"]) != self.asked["code_challenge"]:
            return 400, "application/json", b'{"error": "invalid_grant"}'
        now = int(time.time())
        usual = {
            "iss": self.issuer, "aud": self.asked["client_id"], "sub": "42", "nonce": self.asked["nonce"],
            "iat": now, "exp": now + 300,
        }  # fmt: skip
        token = jwt.encode(self.header, {**usual, **self.claims}, self.key)
        return 200, "application/json", json.dumps({"id_token": token, "token_type": "Bearer"}).encode()


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    with serving() as site:
        monkeypatch.setenv("FACTCHECK_FETCH_ALLOW", site.address)
        yield Provider(site)


@pytest.fixture
def browser(sqlite_database: str, sqlite_sessions: Sessions, provider: Provider) -> Iterator[httpx.Client]:
    add_user(sqlite_sessions, EVA, "Eva", Role.ADMIN)
    add_user(sqlite_sessions, EVA, "Ana", Role.CHECKER)
    set_login(sqlite_sessions, EVA, "Ana", "Ana@Paper.example")
    house = IdentityProvider(provider.issuer, "desk", "s3cret")
    with (
        served(sqlite_database, sqlite_sessions, provider=house) as origin,
        httpx.Client(base_url=origin) as client,
    ):
        yield client


def signed_in(browser: httpx.Client, provider: Provider) -> httpx.Response:
    there = browser.get("/sign-in/house", params={"next": "/queue"})
    return browser.get(provider.authorize(there.headers["location"]))


def test_whom_the_provider_vouches_for_is_let_in(browser: httpx.Client, provider: Provider) -> None:
    back = signed_in(browser, provider)
    assert (back.status_code, back.headers["location"]) == (303, "/queue")
    assert browser.get("/api/v1/me").json() == {"name": "Ana", "role": "checker", "has_users": True}
    assert browser.get("/queue").status_code == 200


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"email_verified": False}, "no verified address"),
        ({"email": "stranger@paper.example"}, "no user of this newsroom"),
        ({"email": None}, "doesn&#39;t say who you are"),
        ({"nonce": "another"}, "can&#39;t be believed"),
        ({"aud": "another"}, "can&#39;t be believed"),
        ({"iss": "https://evil.example"}, "can&#39;t be believed"),
        ({"exp": 1}, "can&#39;t be believed"),
        ({"aud": ["desk", "another"]}, "speaks to somebody else"),
    ],
)
def test_what_it_says_is_looked_at(
    browser: httpx.Client, provider: Provider, claims: dict[str, Any], said: str
) -> None:
    provider.claims |= claims
    back = signed_in(browser, provider)
    assert (back.status_code, said in back.text) == (401, True)
    assert browser.get("/api/v1/me").status_code == 401


def test_a_token_that_somebody_else_signed(browser: httpx.Client, provider: Provider) -> None:
    provider.published = RSAKey.generate_key(2048, {"kid": "one"})
    assert signed_in(browser, provider).status_code == 401


def test_the_way_back_belongs_to_the_way_there(browser: httpx.Client, provider: Provider) -> None:
    there = browser.get("/sign-in/house")
    back = provider.authorize(there.headers["location"])
    assert browser.get(back.replace("state=", "state=x")).status_code == 401
    browser.cookies.clear()
    assert browser.get(back).status_code == 401


def test_a_disabled_user_stays_outside(
    browser: httpx.Client, provider: Provider, sqlite_sessions: Sessions
) -> None:
    disable_user(sqlite_sessions, EVA, "Ana")
    assert signed_in(browser, provider).status_code == 401


def test_no_page_of_ours_leads_elsewhere(browser: httpx.Client, provider: Provider) -> None:
    for path in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        there = browser.get("/sign-in/house", params={"next": path})
        assert browser.get(provider.authorize(there.headers["location"])).headers["location"] == "/"


def test_without_a_provider_there_is_none(sqlite_sessions: Sessions) -> None:
    with client_of(app_of(sqlite_sessions)) as client:
        for path in ("/sign-in/house", "/sign-in/back?code=x&state=y"):
            assert client.get(path).status_code == 404, path
        assert "house" not in client.get("/sign-in").text
