"""The service contract as it is printed: what is agreed, what it costs, how it ends, the legal texts, the signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gigafibre.billing.documents.layout import (
    Row,
    charge_rows,
    facts,
    fit,
    letter,
    totals_rows,
    unused_registrations,
)
from gigafibre.billing.documents.quotation_document import QuotedPart
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language, money, short_day, typeset
from gigafibre.kernel.text import Text

_TITLE = Text("Contrat de service", "Service contract")
_WORDS = {
    "contact": Text("Nous joindre", "Contact us"),
    "agreed": Text("Ce qui est convenu", "What is agreed"),
    "ending": Text("Mettre fin au contrat", "Ending the contract"),
    "signature": Text("Signature", "Signature"),
}
_MONTHLY = Text("Chaque mois", "Each month")
_ONCE = Text("Une seule fois", "Once")
_MONTHLY_TOTAL = Text("Par mois, taxes comprises", "Per month, taxes included")
_ONCE_TOTAL = Text("Une seule fois, taxes comprises", "Once, taxes included")
_AND_ONCE = Text("et *{amount}* une seule fois", "and *{amount}* once")
_NUMBER = Text("Contrat", "Contract")
_DATE = Text("Date", "Date")
_ACCOUNT = Text("No de compte", "Account no.")
_UNSIGNED = Text(
    "Ce contrat se signe en ligne, par le lien que vous avez reçu.",
    "This contract is signed online, by the link you received.",
)
_FIELDS = (Text("Nom", "Name"), Text("Signature", "Signature"), Text("Date", "Date"))


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A legal text with its version: `service v3`."""

    title: str
    body: str
    version: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """How it was signed: the name, the words that say when and from where, and the drawing as SVG if there is one."""

    name: str
    said: str
    drawing: str = ""


@dataclass(frozen=True, kw_only=True)
class ContractDocument:
    """Everything a contract prints, in its reader's language."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    account_number: str
    number: str
    made_on: date
    agreed: tuple[str, ...]
    """Place, plan, length, beginning, installation: a sentence each."""
    monthly: QuotedPart
    once: QuotedPart
    opening: str = ""
    """Compulsory words at the very head, twice as large as the rest."""
    first: tuple[str, ...] = ()
    """What follows the tables, a sentence each: after promotions, on the first invoice."""
    ending: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    signed: Signed | None = None
    own_page: bool = False
    """The signature stands on a page of its own, where a provider puts its fields."""
    statement: str = ""
    """What one agrees to by signing."""


def contract_printable(contract: ContractDocument) -> Printable:
    """Lay out one contract for the engine."""
    language = contract.language

    def say(text: Text, **values: object) -> str:
        return typeset(text.with_(**values).in_(language), language)

    parts = [
        _part(part, title, total, contract)
        for part, title, total in (
            (contract.monthly, _MONTHLY, _MONTHLY_TOTAL),
            (contract.once, _ONCE, _ONCE_TOTAL),
        )
        if part.lines
    ]
    amounts = fit(
        *[rows for each in parts for rows in (each["groups"][0]["rows"], each["totals"], [each["total"]])],
        groups=[group for each in parts for group in each["groups"]],
    )
    signed = contract.signed
    return Printable(
        template="/sales/documents/contract.typ",
        number=contract.number,
        title=f"{say(_TITLE)} {contract.number}",
        author=contract.provider.legal_name,
        language=language,
        dated=contract.made_on,
        content={
            **letter(contract.provider, contract.customer, language),
            "facts": facts(
                [
                    (say(_NUMBER), contract.number),
                    (say(_DATE), short_day(contract.made_on, language)),
                    (say(_ACCOUNT), contract.account_number),
                ]
            ),
            "heading": say(_TITLE),
            "due": {
                "label": say(_MONTHLY_TOTAL if contract.monthly.lines else _ONCE_TOTAL),
                "amount": money((contract.monthly if contract.monthly.lines else contract.once).total, language),
                "when": say(_AND_ONCE, amount=money(contract.once.total, language))
                if contract.monthly.lines and contract.once.lines
                else "",
                "how": "",
            },
            "agreed": [typeset(line, language) for line in contract.agreed],
            "parts": parts,
            "width": amounts,
            "opening": typeset(contract.opening, language),
            "first": [typeset(line, language) for line in contract.first],
            "registrations": unused_registrations(
                contract.provider, [*contract.monthly.taxes, *contract.once.taxes], language
            ),
            "ending": [typeset(line, language) for line in contract.ending],
            "clauses": [
                {
                    "title": typeset(clause.title, language),
                    "body": [typeset(line, language) for line in clause.body.split("\n") if line.strip()],
                    "version": clause.version,
                }
                for clause in contract.clauses
            ],
            "own_page": contract.own_page,
            "signature": {
                "statement": typeset(contract.statement, language),
                "name": signed.name if signed else "",
                "said": typeset(signed.said, language) if signed else say(_UNSIGNED),
                "drawing": signed.drawing if signed else "",
                "fields": [] if signed else [say(field) for field in _FIELDS],
            },
            "words": {key: say(words) for key, words in _WORDS.items()},
        },
    )


def _part(part: QuotedPart, title: Text, total: Text, contract: ContractDocument) -> Row:
    language = contract.language
    return {
        "title": title.in_(language),
        "groups": [{"head": None, "rows": charge_rows(part.lines, language, year=contract.made_on.year)}],
        "totals": totals_rows(part.subtotal, part.taxes, language),
        "total": {"words": total.in_(language), "amount": money(part.total, language)},
    }
