"""Which carrier a channel goes by: the one its address in the environment names, else the local outbox."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gigafibre.messaging.adapters.mail import Anymail, Smtp
from gigafibre.messaging.adapters.outbox import Outbox
from gigafibre.messaging.adapters.protocol import Carrier
from gigafibre.messaging.adapters.twilio import Twilio


def carrier(channel: str) -> Carrier:
    """Return who carries a channel now."""
    return _sms(settings.SMS_URL) if channel == "sms" else _email(settings.EMAIL_URL)


def leaves_this_machine() -> bool:
    """Say whether any message does, or all stay in the local outbox."""
    return any(carrier(channel).real for channel in ("sms", "email"))


def twilio() -> Twilio | None:
    """Return the Twilio account, if text messages go by one."""
    found = carrier("sms")
    return found if isinstance(found, Twilio) else None


@lru_cache
def _sms(url: str) -> Carrier:
    """`twilio://ACCOUNT:TOKEN@api.twilio.com?from=+14505550100`; `twilio+http` for a stand-in on this machine."""
    if not url:
        return Outbox()
    parts = urlsplit(url)
    sender = dict(parse_qsl(parts.query.replace("+", "%2B"))).get("from", "")
    if parts.scheme not in {"twilio", "twilio+http"} or not (parts.username and parts.password and sender):
        raise ImproperlyConfigured("GIGAFIBRE_SMS_URL reads twilio://ACCOUNT:TOKEN@api.twilio.com?from=+1…")
    where = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    base = f"{'http' if parts.scheme.endswith('http') else 'https'}://{where}"
    return Twilio(unquote(parts.username), unquote(parts.password), sender, base=base)


@lru_cache
def _email(url: str) -> Carrier:
    """`smtp://user:password@host:587` (STARTTLS), `smtps://` (TLS), `smtp+plain://` (none), `mailjet://key:secret@`."""
    if not url:
        return Outbox()
    parts = urlsplit(url)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    ports = {"smtp": (587, "starttls"), "smtps": (465, "tls"), "smtp+plain": (25, "")}
    if parts.scheme in ports and parts.hostname:
        port, security = ports[parts.scheme]
        return Smtp(parts.hostname, parts.port or port, user, password, security)
    if parts.scheme in {"mailjet", "mailjet+http"} and user and password:
        extra = {"api_url": f"http://{parts.hostname}:{parts.port}/"} if parts.scheme.endswith("http") else {}
        return Anymail("mailjet", api_key=user, secret_key=password, **extra)
    raise ImproperlyConfigured("GIGAFIBRE_EMAIL_URL reads smtp://user:password@host:587 or mailjet://key:secret@")
