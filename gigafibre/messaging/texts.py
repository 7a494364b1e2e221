"""The words of a message: the newest edition of its template, filled with what its record and its sender say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gigafibre.crm.queries import Reach
from gigafibre.kernel import clock, settings
from gigafibre.kernel.documents.wording import long_day, number, typeset
from gigafibre.kernel.rows import some
from gigafibre.kernel.signing import make_token, read_token
from gigafibre.messaging.catalogue import Channel, Language, Template, declared, record
from gigafibre.messaging.errors import NoSuchRecord, NoSuchTemplate, TextTooLong, UnknownValue, ValueMissing
from gigafibre.messaging.models import TemplateText
from gigafibre.messaging.segments import plain
from gigafibre.messaging.wording import fill, places

Value = date | Decimal | str
#: What one text message may hold, in letters (Twilio's limit).
LONGEST_SMS = 1600
#: A link to unsubscribe must work for 60 days (CASL s. 11(2)); ours does for a year.
UNSUBSCRIBE_DAYS = 365
_LINK = "messaging.unsubscribe"
_FOOT: dict[Language, str] = {
    "fr": "\n\n{company}\n{address}\nPour ne plus recevoir nos offres : {link}",
    "en": "\n\n{company}\n{address}\nTo receive no more offers: {link}",
}
_STOP: dict[Language, str] = {"fr": " ARRET pour se désabonner.", "en": " STOP to opt out."}


@dataclass(frozen=True)
class Edition:
    """A template's words in a language; version 0 is what it was declared with."""

    version: int
    subject: str
    body: str


@dataclass(frozen=True)
class Written:
    """A message's words, filled; `values` are those its text named."""

    version: int
    subject: str
    body: str
    values: dict[str, str]


def template(code: str) -> Template:
    """Return a template, or refuse."""
    found = declared(code)
    if found is None:
        raise NoSuchTemplate(template=code)
    return found


def edition(of: Template, channel: Channel, language: Language) -> Edition:
    """Return the newest words of a template."""
    kept = some(TemplateText, template=of.code, channel=channel, language=language)
    newest = max(kept, key=lambda each: each.version, default=None)
    if newest is None:
        return Edition(0, *of.first(channel, language))
    return Edition(newest.version, newest.subject, newest.body)


def whose(of: Template, related: str) -> str:
    """Return the number of the customer whose record is given, or nothing."""
    kind, _, ref = related.partition(":")
    about = record(of.about)
    return about.whose(ref) if about is not None and about.whose is not None and ref and kind == of.about else ""


def values_for(
    of: Template, whom: Reach, language: Language, *, related: str = "", given: Mapping[str, Value] | None = None
) -> dict[str, str]:
    """Return every value there is for a message: the customer's, the company's, the record's, those given."""
    given = given or {}
    for name in given:
        if name not in of.known():
            raise UnknownValue(template=of.code, name=name)
    return {
        "customer_name": whom.name,
        "first_name": whom.first_name,
        "customer": whom.number,
        **record_values(of, language, related),
        **{name: _plain(value, language) for name, value in given.items()},
    }


def record_values(of: Template, language: Language, related: str) -> dict[str, str]:
    """Return what a message says of the company and of its record; refuses a record of another kind."""
    kind, _, ref = related.partition(":")
    about = record(of.about)
    if of.about != "customer" and about is not None and kind != of.about:
        raise NoSuchRecord(template=of.code, kind=about.label)
    told = about.read(ref, language) if about is not None and about.read is not None and ref else {}
    return {
        "company": settings.get("company.name"),
        "portal": settings.get("company.portal_url"),
        "related": ref,
        **told,
    }


def write(of: Template, words: Edition, channel: Channel, language: Language, values: Mapping[str, str]) -> Written:
    """Fill an edition; refuses a missing value and a text message too long to be carried."""
    named = dict.fromkeys([*places(words.subject), *places(words.body)])
    for name in named:
        if name not in values:
            raise ValueMissing(template=of.code, name=name)
    subject = " ".join(fill(words.subject, values).split())[:300]
    body = fill(words.body, values).strip()
    if of.purpose == "promotion" and channel == "sms" and not {"ARRET", "STOP"} & set(body.upper().split()):
        body += _STOP[language]
    if channel == "sms":
        body = plain(body)
    else:
        subject, body = typeset(subject, language), typeset(body, language)
    if channel == "sms" and len(body) > LONGEST_SMS:
        raise TextTooLong(n=len(body), limit=LONGEST_SMS)
    return Written(words.version, subject, body, {name: values[name] for name in named})


def with_foot(body: str, language: Language, address: str) -> str:
    """Add what an offer by email must say (CASL): who writes, his postal address, how to receive no more."""
    foot = _FOOT[language].format(
        company=settings.get("company.legal_name") or settings.get("company.name"),
        address=settings.get("company.address"),
        link=unsubscribe_link(address),
    )
    return body + typeset(foot, language)


def unsubscribe_link(address: str) -> str:
    """Return the address of the page by which an email address receives no more offers."""
    until = clock.start_of(clock.today() + timedelta(days=UNSUBSCRIBE_DAYS))
    return f"{settings.get('messaging.public_url')}/unsubscribe/{make_token(_LINK, address, until)}"


def whose_link(token: str) -> str:
    """Return the email address a link was made for; raises TokenTampered or TokenExpired."""
    return read_token(_LINK, token, clock.now())


def _plain(value: Value, language: Language) -> str:
    if isinstance(value, date):
        return long_day(value, language)
    return number(value, language) if isinstance(value, Decimal) else value
