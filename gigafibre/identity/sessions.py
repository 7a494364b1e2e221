"""Sessions as rows that can be listed and ended; the engine Django is told to use (SESSION_ENGINE).

The database holds only the SHA-256 of a session's key: reading it lets nobody in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from gigafibre.identity.address import address_of, agent_of
from gigafibre.identity.models import Session, User
from gigafibre.identity.queries import proof_ways
from gigafibre.kernel import clock

#: A session ends by itself after so long without use.
IDLE = timedelta(hours=12)
#: However much it is used, it ends after so long.
LONGEST = timedelta(days=7)
#: One in which nobody logged in (a first step, a challenge) is worth nothing after this.
UNDECIDED = timedelta(minutes=10)
#: How often the time of last use is written.
SEEN_EVERY = timedelta(minutes=5)


#: When the person proved last who he is.
PROVED_AT = "proved_at"


class SessionStore(DatabaseStore):
    """Django's session in the database, with its own table, hashed keys and the kernel's clock."""

    row: Session | None = None

    @classmethod
    def get_model_class(cls) -> Any:
        """Return the table."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(session_key=_digest(self.session_key), expire_date__gt=clock.now()).first()
        self.row = found
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """Say whether a session of that key is kept."""
        return Session.objects.filter(session_key=_digest(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """Return the row to save."""
        row = Session(
            session_key=_digest(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=clock.now() + (IDLE if data.get(SESSION_KEY) else UNDECIDED),
            user_id=data.get(SESSION_KEY),
            address=data.get("address"),
            agent=data.get("agent", ""),
        )
        if self.row is not None:
            row.expire_date = min(row.expire_date, self.row.created_at + LONGEST)
            row.public_id, row.created_at = self.row.public_id, self.row.created_at
        return row

    def delete(self, session_key: str | None = None) -> None:
        """End a session."""
        key = session_key or self.session_key
        if key is not None:
            Session.objects.filter(session_key=_digest(key)).delete()

    def touch(self) -> None:
        """Note that it is in use, at most every few minutes."""
        now = clock.now()
        if self.row is not None and self.row.seen_at < now - SEEN_EVERY:
            Session.objects.filter(pk=self.row.pk).update(
                seen_at=now, expire_date=min(now + IDLE, self.row.created_at + LONGEST)
            )


def _digest(key: str | None) -> str:
    return sha256((key or "").encode()).hexdigest()


def begin(request: HttpRequest, user: User, way: str) -> None:
    """Log somebody in, by a way: a new session key (what was known before is worth nothing) and a new CSRF token."""
    Session.objects.filter(expire_date__lte=clock.now()).delete()
    request.session.flush()
    request.session[SESSION_KEY] = str(user.pk)
    request.session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request.session["address"] = address_of(request) or None
    request.session["way"] = way
    # Who came by somebody else's word and has nothing of his own to prove it by isn't asked again.
    if way not in {"openid", "proxy"} or proof_ways(user.pk):
        request.session[PROVED_AT] = clock.now().isoformat()
    request.session["agent"] = agent_of(request)
    request.session.save()
    rotate_token(request)


def wait_for_second(request: HttpRequest, user: User) -> None:
    """Remember whose password was good until the second factor comes."""
    request.session.flush()
    request.session["half"] = user.pk
    request.session["half_seal"] = user.get_session_auth_hash()


def half_in(request: HttpRequest) -> User | None:
    """Return whose password was good in this session; None once that is over."""
    user = User.objects.filter(pk=request.session.get("half", 0), is_active=True).first()
    if user is None or user.get_session_auth_hash() != request.session["half_seal"]:
        return None
    return user


def prove(request: HttpRequest) -> None:
    """Note that the person just proved who he is."""
    request.session[PROVED_AT] = clock.now().isoformat()


def end(request: HttpRequest) -> None:
    """Log out."""
    request.session.flush()
    rotate_token(request)


def digest_of(request: HttpRequest) -> str:
    """Return under which digest the session a request came with is kept."""
    return _digest(request.session.session_key)


def alive_among(digests: Iterable[str]) -> set[str]:
    """Return which sessions still exist (one may have been ended elsewhere), by digest."""
    kept = Session.objects.filter(session_key__in=list(digests), expire_date__gt=clock.now())
    return set(kept.values_list("session_key", flat=True))


def public_id_of(request: HttpRequest) -> UUID | None:
    """Return under which id the session a request came with is listed."""
    row = getattr(request.session, "row", None)
    return row.public_id if isinstance(row, Session) else None
