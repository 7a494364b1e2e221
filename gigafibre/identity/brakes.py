"""How guessing is slowed: tries are counted before they are looked at, in a transaction of their own.

So many tries sent at once are braked like many sent one after the other; a good one takes its count back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from gigafibre.identity.models import LoginBrake
from gigafibre.kernel import clock

#: The account under which an address is counted over all accounts.
ANY = ""
#: The address under which an account is counted over all addresses.
ANYWHERE = "*"
#: After so long without a failure all is forgotten.
FORGOTTEN_AFTER = timedelta(hours=24)


@dataclass(frozen=True)
class Brake:
    """How many tries are free, how long the first wait is (each further failure doubles it), and the longest."""

    free: int
    first: timedelta
    longest: timedelta


#: Wrong passwords an account takes from one address before it stops listening, then 15 s, 30 s, 60 s, up to 15 min.
OF_AN_ACCOUNT_HERE = Brake(5, timedelta(seconds=15), timedelta(minutes=15))
#: The same for one address over all accounts.
OF_AN_ADDRESS = Brake(50, timedelta(seconds=15), timedelta(minutes=15))
#: And for one account over all addresses it never came in from: it is locked for the day, until somebody unlocks it.
OF_AN_ACCOUNT = Brake(30, FORGOTTEN_AFTER, FORGOTTEN_AFTER)

# One statement, so that two tries at once are two tries. A try while braked changes nothing and returns no row.
# Who isn't braked has an end long past, never this moment: a try begun just before ours would find itself braked.
COUNT = """
INSERT INTO identity_loginbrake AS b (account, address, failures, last_at, until)
VALUES (%(account)s, %(address)s, 1, %(now)s, %(forgotten)s)
ON CONFLICT (account, address) DO UPDATE SET
  failures = CASE WHEN b.last_at < %(forgotten)s THEN 1 ELSE b.failures + 1 END,
  last_at = %(now)s,
  until = CASE WHEN b.last_at >= %(forgotten)s AND b.failures + 1 >= %(free)s
    THEN %(now)s + least(%(longest)s, %(first)s * power(2, least(b.failures + 1 - %(free)s, 20))) ELSE %(forgotten)s END
WHERE b.until <= %(now)s
RETURNING failures
"""


@dataclass(frozen=True)
class Counted:
    """A try that was counted: how many there are now, and until when nobody is heard (None: this one is)."""

    failures: int
    until: datetime | None


def account_of(username: str) -> str:
    """Return a name as tries are counted under it."""
    return username.strip().lower()[:64]


def brakes_of(user_id: int) -> tuple[str, str]:
    """Return under which accounts somebody's wrong codes and wrong proofs are counted; no user name has a space."""
    return f"code {user_id}", f"proof {user_id}"


def count(account: str, address: str, brake: Brake) -> Counted:
    """Count one try; `until` says when it is braked."""
    now = clock.now()
    given: dict[str, Any] = {
        "account": account,
        "address": address,
        "now": now,
        "forgotten": now - FORGOTTEN_AFTER,
        "free": brake.free,
        "first": brake.first,
        "longest": brake.longest,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COUNT, given)
        row = cursor.fetchone()
        if row is None:
            return Counted(0, LoginBrake.objects.get(account=account, address=address).until)
    return Counted(row[0], None)


def seconds_until(until: datetime) -> int:
    """Return how long that is from now, at least one second."""
    return max(1, int((until - clock.now()).total_seconds()))


def give_back(account: str, address: str) -> None:
    """Take one try back: it was a good one."""
    LoginBrake.objects.filter(account=account, address=address).update(
        failures=F("failures") - 1, until=clock.now() - FORGOTTEN_AFTER
    )


def forget(account: str, address: str) -> None:
    """Take every try back."""
    LoginBrake.objects.filter(account=account, address=address).delete()
