"""Coming in by the company's own login: OpenID Connect, code flow with PKCE (S256), state and nonce.

Never called in a transaction: everything here but the bookkeeping asks the provider over the network, with a timeout.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from gigafibre.identity.openid_errors import OpenIdRefused, OpenIdUnreachable
from gigafibre.identity.queries.providers import Provider
from gigafibre.kernel import clock

#: Where the provider sends the browser back, and where it says that somebody has left it.
CALLBACK = "/login/openid/callback"
LOGOUT = "/webhooks/openid/logout"
TIMEOUT_S = 8.0
#: How long what a provider publishes of itself (addresses, keys) is believed.
KEPT_S = 600.0
LEEWAY_S = 60
#: Signatures by a key pair only: one made with our shared secret, or none, proves nothing.
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
_LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
_kept: dict[str, tuple[float, dict[str, Any]]] = {}


@dataclass(frozen=True)
class Asked:
    """Where the browser is sent, and what must come back with it."""

    url: str
    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True)
class Told:
    """What the provider says of who comes."""

    subject: str
    username: str
    email: str
    email_verified: bool
    first_name: str
    last_name: str
    groups: list[str]
    id_token: str


def ask(provider: Provider, redirect_uri: str) -> Asked:
    """Begin: return the provider's address to log in at; OpenIdUnreachable."""
    nonce, verifier = generate_token(32), generate_token(64)
    with _client(provider, redirect_uri) as client:
        url, state = client.create_authorization_url(
            discovered(provider.issuer)["authorization_endpoint"], nonce=nonce, code_verifier=verifier
        )
    return Asked(str(url), str(state), nonce, verifier)


def told(provider: Provider, redirect_uri: str, code: str, *, nonce: str, verifier: str) -> Told:
    """Trade the code for what the provider says of the person; OpenIdRefused, OpenIdUnreachable."""
    known = discovered(provider.issuer)
    try:
        with _client(provider, redirect_uri) as client:
            token = client.fetch_token(
                known["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                timeout=TIMEOUT_S,
            )
            claims = _verified(provider, str(token.get("id_token", "")))
            if claims.get("nonce") != nonce:
                raise OpenIdRefused(why="nonce")
            wanted = {provider.groups_claim, "email"}
            if not wanted <= set(claims) and known.get("userinfo_endpoint"):
                more = client.get(known["userinfo_endpoint"], timeout=TIMEOUT_S).json()
                # Of the same person, or of nobody (OpenID Connect Core 5.3.2).
                if more.get("sub") != claims["sub"]:
                    raise OpenIdRefused(why="sub")
                claims = {**more, **claims}
    except requests.RequestException as error:
        raise OpenIdUnreachable(issuer=provider.issuer) from error
    except (AuthlibBaseError, ValueError) as error:
        raise OpenIdRefused(why=str(error) or type(error).__name__) from error
    groups = claims.get(provider.groups_claim, [])
    return Told(
        subject=str(claims["sub"]),
        username=str(claims.get("preferred_username") or claims.get("email") or claims["sub"])[:64],
        email=str(claims.get("email") or ""),
        email_verified=claims.get("email_verified") is True,
        first_name=str(claims.get("given_name") or claims.get("name") or "")[:64],
        last_name=str(claims.get("family_name") or "")[:64],
        groups=[str(one) for one in groups] if isinstance(groups, list) else [str(groups)],
        id_token=str(token["id_token"]),
    )


def leave_url(provider: Provider, id_token: str, back: str) -> str:
    """Return where the browser ends its session at the provider; `back` where that offers none."""
    end = discovered(provider.issuer).get("end_session_endpoint")
    if not end:
        return back
    given = {"id_token_hint": id_token, "client_id": provider.client_id, "post_logout_redirect_uri": back}
    return f"{end}?{urlencode(given)}"


def ended(provider: Provider, logout_token: str) -> str:
    """Return the subject that the provider says has left it (back-channel logout); OpenIdRefused."""
    claims = _verified(provider, logout_token, exp=False)
    if _LOGOUT_EVENT not in claims.get("events", {}) or "nonce" in claims or not claims.get("sub"):
        raise OpenIdRefused(why="logout_token")
    return str(claims["sub"])


def discovered(issuer: str, *, fresh: bool = False) -> dict[str, Any]:
    """Return what a provider publishes of itself, kept for ten minutes; OpenIdUnreachable, OpenIdRefused."""
    found = _get(issuer.rstrip("/") + "/.well-known/openid-configuration", fresh=fresh)
    # Who says he is somebody else is not whom we asked.
    if str(found.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
        raise OpenIdRefused(why="issuer")
    if missing := {"authorization_endpoint", "token_endpoint", "jwks_uri"} - set(found):
        raise OpenIdRefused(why=", ".join(sorted(missing)))
    return found


def _verified(provider: Provider, token: str, *, exp: bool = True) -> dict[str, Any]:
    known = discovered(provider.issuer)
    for fresh in (False, True):  # a key may have been changed since we last asked
        try:
            keys = KeySet.import_key_set(_get(known["jwks_uri"], fresh=fresh))  # type: ignore[arg-type]
            claims = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
            break
        except (JoseError, ValueError) as error:
            if fresh:
                raise OpenIdRefused(why=type(error).__name__) from error
    rules = jwt.JWTClaimsRegistry(
        now=int(clock.now().timestamp()),
        leeway=LEEWAY_S,
        iss={"essential": True, "value": known["issuer"]},
        aud={"essential": True, "value": provider.client_id},
        sub={"essential": exp},
        exp={"essential": exp},
        iat={"essential": True},
    )
    try:
        rules.validate(claims)
    except JoseError as error:
        raise OpenIdRefused(why=type(error).__name__) from error
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != provider.client_id:
        raise OpenIdRefused(why="azp")
    return dict(claims)


def _client(provider: Provider, redirect_uri: str) -> Any:
    return OAuth2Session(
        provider.client_id,
        provider.client_secret or None,
        scope=provider.scopes,
        redirect_uri=redirect_uri,
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if provider.client_secret else "none",
    )


def _get(url: str, *, fresh: bool = False) -> dict[str, Any]:
    at, found = _kept.get(url, (0.0, {}))
    if not fresh and found and time.monotonic() - at < KEPT_S:
        return found
    try:
        answer = requests.get(url, timeout=TIMEOUT_S, allow_redirects=False)
        answer.raise_for_status()
        found = answer.json()
        if answer.status_code != 200 or not isinstance(found, dict):
            raise ValueError(url)
    except (requests.RequestException, ValueError) as error:
        raise OpenIdUnreachable(issuer=url) from error
    _kept[url] = (time.monotonic(), found)
    return found
