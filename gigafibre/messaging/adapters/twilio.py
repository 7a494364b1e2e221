"""Text messages by Twilio's REST API (2010-04-01): sending, looking up, and the signature of what it posts to us."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from gigafibre.kernel.intents import OutcomeUnknown, TransportError
from gigafibre.kernel.services import NotWorking
from gigafibre.kernel.text import Text
from gigafibre.messaging.adapters.protocol import Outgoing, Taken, Unsubscribed

VERSION = "2010-04-01"
TIMEOUT_S = 15.0
#: Twilio's own number for "this person wrote STOP".
UNSUBSCRIBED = 21610
#: The provider's clock and ours may differ by so much.
SKEW = timedelta(minutes=2)
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


class Twilio:
    """One account. `sender` is a number in E.164, or a messaging service (`MG…`)."""

    name, real = "twilio", True

    def __init__(self, account: str, token: str, sender: str, *, base: str = "https://api.twilio.com") -> None:
        self.account, self.token, self.sender = account, token, sender
        self.messages = f"{base}/{VERSION}/Accounts/{account}/Messages.json"

    def send(self, message: Outgoing) -> Taken:
        """Post one message; a refusal is final, too many requests wait, a lost answer is unknown."""
        form = {"To": message.to, "Body": message.body}
        form["MessagingServiceSid" if self.sender.startswith("MG") else "From"] = self.sender
        if message.callback:
            form["StatusCallback"] = message.callback
        answer = self._ask("POST", data=form)
        if answer.status_code == 201:
            return _taken(answer.json())
        if answer.status_code >= 500:
            raise OutcomeUnknown(f"Twilio answered {answer.status_code}")
        code, said = _refusal(answer)
        if code == UNSUBSCRIBED:
            raise Unsubscribed(said)
        raise TransportError(f"Twilio {code}: {said}", permanent=answer.status_code not in {401, 403, 429})

    def find(self, message: Outgoing) -> Taken | None:
        """Look among the newest messages to that number for this text, sent since, that no other message of ours is."""
        answer = self._ask("GET", params={"To": message.to, "PageSize": "100"}, changes=False)
        if answer.status_code != 200:
            raise TransportError(f"Twilio answered {answer.status_code} to a look-up")
        for found in answer.json().get("messages", []):
            created = _instant(found.get("date_created"))
            same = found.get("body") == message.body and found.get("to") == message.to
            outbound = str(found.get("direction", "outbound")).startswith("outbound")
            fresh = created is None or created >= message.since - SKEW
            if same and outbound and fresh and found["sid"] not in message.ours:
                return _taken(found)
        return None

    def check(self) -> Text:
        """Read the account: whether Twilio knows it and our token, and whether it is active."""
        try:
            answer = self._ask("GET", self.messages.removesuffix("/Messages.json") + ".json", changes=False)
        except TransportError as error:
            raise _unreachable(error) from error
        if answer.status_code in {401, 403, 404}:
            raise _unknown_to_them()
        if answer.status_code != 200:
            raise NotWorking(
                Text("Twilio a répondu {status}.", "Twilio answered {status}.").with_(status=answer.status_code),
                Text("Essayez plus tard ; voyez status.twilio.com.", "Test again later; see status.twilio.com."),
            )
        status = str(answer.json().get("status", ""))
        if status != "active":
            raise NotWorking(
                Text("Le compte Twilio est « {status} ».", "The Twilio account is “{status}”.").with_(status=status),
                Text("Rendez-le actif dans la console de Twilio.", "Make it active in Twilio’s console."),
            )
        return Text(
            "Le compte est actif ; on écrit de {sender}.", "The account is active; we write from {sender}."
        ).with_(sender=self.sender)

    def _ask(self, method: str, url: str = "", *, changes: bool = True, **what: Any) -> httpx.Response:
        try:
            return httpx.request(
                method, url or self.messages, auth=(self.account, self.token), timeout=TIMEOUT_S, **what
            )
        except _NEVER_SENT as error:
            raise TransportError(f"Twilio can't be reached: {error}") from error
        except httpx.HTTPError as error:
            if changes:
                raise OutcomeUnknown(f"no answer from Twilio: {error}") from error
            raise TransportError(f"no answer from Twilio: {error}") from error


def _unreachable(error: TransportError) -> NotWorking:
    return NotWorking(
        Text("Twilio est injoignable : {error}", "Twilio can’t be reached: {error}").with_(error=str(error)),
        Text(
            "Vérifiez que cette machine atteint l’adresse de GIGAFIBRE_SMS_URL (nom, pare-feu).",
            "Check that this machine reaches the address of GIGAFIBRE_SMS_URL (name, firewall).",
        ),
    )


def _unknown_to_them() -> NotWorking:
    return NotWorking(
        Text(
            "Twilio ne connaît pas ce compte ou refuse le jeton.",
            "Twilio doesn’t know the account or refuses the token.",
        ),
        Text(
            "Recopiez le compte et le jeton de la console de Twilio dans GIGAFIBRE_SMS_URL.",
            "Copy the account and the token of Twilio’s console into GIGAFIBRE_SMS_URL again.",
        ),
    )


def signature(token: str, url: str, form: Mapping[str, str | Sequence[str]]) -> str:
    """Return what Twilio signs a post with: HMAC-SHA1 over the address and every field, sorted by name and value."""
    signed = url
    for name in sorted(form):
        given = form[name]
        values = [given] if isinstance(given, str) else sorted(set(given))
        signed += "".join(f"{name}{value}" for value in values)
    return base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()


def signed_by(token: str, url: str, form: Mapping[str, str | Sequence[str]], given: str) -> bool:
    """Say whether a post comes from who knows the account's token; its address may name its usual port or leave it."""
    made = [signature(token, one, form).encode() for one in _with_and_without_port(url)]
    return any(hmac.compare_digest(one, given.encode()) for one in made)


def _with_and_without_port(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    host = parts.netloc.partition(":")[0]
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return url, parts._replace(netloc=host if parts.port else f"{host}:{port}").geturl()


def _taken(answer: Mapping[str, Any]) -> Taken:
    try:
        segments = int(answer.get("num_segments") or 0)
        cost = abs(Decimal(str(answer["price"]))) if answer.get("price") else None
    except (ValueError, InvalidOperation):
        segments, cost = 0, None
    return Taken(str(answer["sid"]), segments, cost)


def _refusal(answer: httpx.Response) -> tuple[int, str]:
    try:
        body = answer.json()
        return int(body.get("code") or answer.status_code), str(body.get("message", ""))
    except ValueError:
        return answer.status_code, answer.text[:200]


def _instant(raw: Any) -> datetime | None:
    try:
        return parsedate_to_datetime(str(raw)) if raw else None
    except ValueError:
        return None
