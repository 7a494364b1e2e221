"""What may be sent: templates that apps declare in code, with their variables and first texts; staff edit the texts.

    declare_record("contract", Text("Contrat", "Contract"), {"signed_on": Text("Signé le", …)}, read=facts_of)
    declare("contract.signed", label=Text(…), purpose="service", about="contract",
            sms=Text("Bonjour {first_name}, …", "Hello {first_name}, …"), email=Mail(Text(…), Text(…)))

`read(number, language)` gives a record's variables as people read them, for real sending and for the editor's preview;
`whose(number)` the customer whom the editor shows it for, `newest()` the record that it begins with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from gigafibre.kernel.text import Text
from gigafibre.messaging.wording import faults

Channel = Literal["sms", "email"]
#: Why we write: about a service he has, about a debt (a creditor's hours), or to sell (consent, CASL).
Purpose = Literal["service", "collection", "promotion"]
Language = Literal["fr", "en"]
Read = Callable[[str, Language], Mapping[str, str]]
#: Returns the number of a record's customer, "" when it has none.
Whose = Callable[[str], str]
CHANNELS: tuple[Channel, ...] = ("sms", "email")
LANGUAGES: tuple[Language, ...] = ("fr", "en")

#: What every template may say of the customer and of the company.
ALWAYS: dict[str, Text] = {
    "customer_name": Text("Nom du client", "Customer’s name"),
    "first_name": Text("Prénom, ou le nom de l’entreprise", "First name, or the company’s name"),
    "customer": Text("Numéro de client", "Customer number"),
    "company": Text("Nom de l’entreprise", "Name of our company"),
    "portal": Text("Adresse du portail", "Address of the portal"),
    "related": Text("Numéro du dossier lié", "Number of the related record"),
}


@dataclass(frozen=True)
class Mail:
    """An email's first subject and text."""

    subject: Text
    body: Text


@dataclass(frozen=True)
class Record:
    """A kind of record that messages are about: its words and variables, who reads them, whose one is, the newest."""

    kind: str
    label: Text
    variables: Mapping[str, Text]
    read: Read | None
    whose: Whose | None
    newest: Callable[[], str] | None


@dataclass(frozen=True)
class Template:
    """One thing that may be sent, over one channel or both."""

    code: str
    label: Text
    purpose: Purpose
    about: str
    sms: Text | None
    email: Mail | None
    variables: Mapping[str, Text] = field(default_factory=dict)
    by_hand: bool = False
    billing: bool = False

    @property
    def channels(self) -> list[Channel]:
        """The channels it has words for."""
        return [channel for channel in CHANNELS if getattr(self, channel) is not None]

    def known(self) -> dict[str, Text]:
        """Return every variable its texts may name."""
        record = _records.get(self.about)
        return {**ALWAYS, **(record.variables if record else {}), **self.variables}

    def first(self, channel: Channel, language: Language) -> tuple[str, str]:
        """Return the subject ("" for SMS) and text it was declared with."""
        if channel == "email":
            assert self.email is not None  # noqa: S101  asked only for a channel it has
            return self.email.subject.in_(language), self.email.body.in_(language)
        return "", (self.sms or Text("", "")).in_(language)


_records: dict[str, Record] = {}
_templates: dict[str, Template] = {}


def declare_record(
    kind: str,
    label: Text,
    variables: Mapping[str, Text],
    *,
    read: Read | None = None,
    whose: Whose | None = None,
    newest: Callable[[], str] | None = None,
) -> None:
    """Declare what a kind of record offers to templates, once, at import."""
    if kind in _records:
        raise ValueError(f"record {kind} is declared twice")
    _records[kind] = Record(kind, label, dict(variables), read, whose, newest)


def declare(
    code: str,
    *,
    label: Text,
    purpose: Purpose,
    about: str = "customer",
    sms: Text | None = None,
    email: Mail | None = None,
    variables: Mapping[str, Text] | None = None,
    by_hand: bool = False,
    billing: bool = False,
) -> None:
    """Declare a template, once, at import; its texts name known variables only.

    `by_hand`: staff may choose it; `billing`: it goes to the address kept for invoices, if there is one.
    """
    if code in _templates:
        raise ValueError(f"template {code} is declared twice")
    made = Template(code, label, purpose, about, sms, email, dict(variables or {}), by_hand, billing)
    if not made.channels:
        raise ValueError(f"template {code} has no words")
    for channel in made.channels:
        for language in LANGUAGES:
            for text in made.first(channel, language):
                if wrong := faults("body", text, made.known()):
                    raise ValueError(f"template {code}: {wrong[0].text.en}")
    _templates[code] = made


def declared(code: str) -> Template | None:
    """Return a template by code."""
    return _templates.get(code)


def all_declared() -> list[Template]:
    """Return every template, by code."""
    return [_templates[code] for code in sorted(_templates)]


def record(kind: str) -> Record | None:
    """Return a kind of record."""
    return _records.get(kind)


def forget(code: str) -> None:
    """Take a template out again (tests that make their own)."""
    _templates.pop(code, None)


declare_record("customer", Text("Client", "Customer"), {})
declare(
    "customer.note",
    label=Text("Message à un client", "Message to a customer"),
    purpose="service",
    by_hand=True,
    variables={
        "text": Text("Texte écrit par l’agent", "Text written by the agent"),
        "subject": Text("Objet", "Subject"),
    },
    sms=Text("{text}\n{company}", "{text}\n{company}"),
    email=Mail(
        Text("{subject}", "{subject}"),
        Text("Bonjour {first_name},\n\n{text}\n\n{company}", "Hello {first_name},\n\n{text}\n\n{company}"),
    ),
)
declare(
    "customer.news",
    label=Text("Nouveauté ou offre", "News or an offer"),
    purpose="promotion",
    by_hand=True,
    variables={
        "text": Text("Texte écrit par l’agent", "Text written by the agent"),
        "subject": Text("Objet", "Subject"),
    },
    sms=Text(
        "{company} : {text} Répondez ARRET pour ne plus rien recevoir.", "{company}: {text} Reply STOP to opt out."
    ),
    email=Mail(
        Text("{subject}", "{subject}"),
        Text("Bonjour {first_name},\n\n{text}\n\n{company}", "Hello {first_name},\n\n{text}\n\n{company}"),
    ),
)
