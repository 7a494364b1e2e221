"""Whether, where and when one may write: consent, closed addresses, the day's cap, quiet hours, the switch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from dateutil.relativedelta import relativedelta
from django.db import connection

from gigafibre.crm.queries import Reach, Way, reach_of
from gigafibre.identity.queries import switch_is_on
from gigafibre.kernel import clock, settings
from gigafibre.kernel.context import rule
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.messaging.carriers import carrier
from gigafibre.messaging.catalogue import Channel, Language, Purpose
from gigafibre.messaging.windows import Quiet, next_allowed

SWITCH = "messaging.send"
CASL = "LCAP, L.C. 2010, ch. 23"
#: A customer who left is still written to on implied consent for so long (CASL s. 10(10)).
IMPLIED_YEARS = 2


_ONE_AT_A_TIME = Prepared("SELECT pg_advisory_xact_lock(hashtextextended('messaging:' || %s, 0))")
_SENT_TO_CUSTOMER = Prepared("""
SELECT count(*) FROM messaging_message m JOIN crm_customer c ON c.id = m.customer_id
WHERE c.number = %s AND m.counted_on = %s AND NOT m.urgent AND m.state <> 'suppressed'
""")
_SENT_TO_ADDRESS = Prepared("""
SELECT count(*) FROM messaging_message m
WHERE m.customer_id IS NULL AND m."to" = %s AND m.counted_on = %s AND NOT m.urgent AND m.state <> 'suppressed'
""")
_REFUSED = Prepared("""
SELECT EXISTS (SELECT FROM messaging_suppression WHERE channel = %s AND address = %s AND covers = ANY (%s)
               AND lifted_at IS NULL)
""")


@dataclass(frozen=True)
class Decision:
    """Where a message goes and when; `reason` says why it doesn't (a code of `labels.REASONS`)."""

    channel: Channel
    to: str
    reason: str
    basis: str
    not_before: datetime
    counted_on: date


#: Who is written to, by the channel: whether he agreed may differ.
Whom = Callable[[Channel], Reach]


def customer_by(number: str, purpose: Purpose) -> Whom:
    """Say who a customer is by each channel, with his consent for a purpose."""
    return cache(lambda channel: reach_of(number, channel, "promotion" if purpose == "promotion" else "service"))


def stranger(name: str, channel: Channel, to: str, language: Language, *, agreed: bool) -> Reach:
    """Return who is reached at an address that is no customer's; `agreed`: he asked for offers himself."""
    way = Way("mobile" if channel == "sms" else "email", to, True)
    return Reach(0, "", name, name, language, "prospect", None, [way], agreed, False)


def decide(
    whom: Whom,
    purpose: Purpose,
    channels: Sequence[Channel],
    *,
    urgent: bool,
    counted: bool,
    billing: bool = False,
) -> Decision:
    """Choose the first channel by which one may write to somebody; without one, say why not.

    Serialised per person, so that two at once can't both take the last place of the day. `counted` applies the cap;
    `billing` takes the address kept for invoices first.
    """
    tried = [_by(channel, whom(channel), purpose, billing) for channel in channels]
    channel, to, reason, basis = next((one for one in tried if not one[2]), tried[0])
    if not reason and carrier(channel).real and not switch_is_on(SWITCH):
        reason = "switch_off"
    when = clock.now() if urgent else moment(channel, purpose, clock.now())
    if when > clock.now():
        fact = Text("Part à {at}", "Leaves at {at}").with_(at=when.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M"))
        rule("messaging.quiet_hours", "réglages", fact, True)
    day = clock.day_of(when)
    if not reason and counted and not urgent:
        cap = settings.get("messaging.daily_cap")
        sent = _sent_on(whom(channel).number, to, day)
        fact = Text("{n} sur {cap} ce jour-là", "{n} of {cap} that day").with_(n=sent, cap=cap)
        if not rule("messaging.daily_cap", "réglages", fact, sent < cap):
            reason = "daily_cap"
    return Decision(channel, to, reason, basis, when, day)


def moment(channel: Channel, purpose: Purpose, at: datetime) -> datetime:
    """Return the first moment from `at` on at which a channel may be used for a purpose."""
    quiet = Quiet(time(0), time(0))
    if channel == "sms":
        quiet = Quiet(time(settings.get("messaging.quiet_from")), time(settings.get("messaging.quiet_until")))
    return next_allowed(at, quiet, collecting=purpose == "collection")


def refused(channel: str, address: str, purpose: str) -> bool:
    """Say whether an address wants nothing, or no offers if this is one."""
    covers = ["everything", "promotion"] if purpose == "promotion" else ["everything"]
    with connection.cursor() as cursor:
        cursor.execute(_REFUSED, [channel, address, covers])
        return bool(cursor.fetchone()[0])


def _by(channel: Channel, whom: Reach, purpose: Purpose, billing: bool) -> tuple[Channel, str, str, str]:
    """Return a channel with the address to take, why it can't be taken ("" if it can), and on which consent."""
    addresses = whom.best("mobile" if channel == "sms" else "email", billing=billing)
    free = [address for address in addresses if not refused(channel, address, purpose)]
    if not addresses:
        return channel, "", "no_address", ""
    rule("messaging.suppressed", CASL, Text("Adresse non désabonnée", "Address not unsubscribed"), bool(free))
    if not free:
        return channel, addresses[0], "unsubscribed", ""
    basis = _basis(whom) if purpose == "promotion" else ""
    if purpose == "promotion":
        rule("messaging.consent", CASL, Text("Consentement aux offres", "Consent to offers"), bool(basis))
        if not basis:
            return channel, free[0], "no_consent", ""
        if channel == "email" and not (settings.get("messaging.public_url") and settings.get("company.address")):
            return channel, free[0], "no_unsubscribe", ""
    return channel, free[0], "", basis


def _basis(whom: Reach) -> str:
    if whom.agreed:
        return "express"
    if whom.withdrew or not settings.get("messaging.implied_consent") or whom.status == "prospect":
        return ""
    left = whom.ended_on if whom.status == "terminated" else clock.today()
    return "implied" if left and left + relativedelta(years=IMPLIED_YEARS) > clock.today() else ""


def _sent_on(customer: str, to: str, day: date) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME, [customer or to])
        cursor.execute(_SENT_TO_CUSTOMER if customer else _SENT_TO_ADDRESS, [customer or to, day])
        return int(cursor.fetchone()[0])
