"""The notice of a price change: what a customer is told, and how it is laid out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigafibre.billing.documents.layout import facts, letter
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language, long_day, money, short_day, typeset
from gigafibre.kernel.text import Text

#: Rows that plainly fit the first page beside the address, the opening and the rights.
ONE_PAGE = 6

_TITLE = Text("Avis de changement de prix", "Notice of a price change")
_OPENING = Text(
    "Le prix de services que vous avez chez nous change à compter du *{day}*. Voici ce que vous payez aujourd’hui et "
    "ce que vous paierez.",
    "The price of services you have with us changes from *{day}*. Here is what you pay today and what you will pay.",
)
_UNTAXED = Text(
    "Prix avant taxes. Rien d’autre ne change à votre contrat.",
    "Prices before taxes. Nothing else of your contract changes.",
)
_RIGHTS = (
    Text(
        "Vous pouvez refuser ce changement et résilier le service visé *sans frais, pénalité ni indemnité*, en nous "
        "envoyant un avis au plus tard le *{until}*, soit 30 jours après son entrée en vigueur.",
        "You may refuse this change and cancel the service concerned *without cost, penalty or indemnity*, by sending "
        "us notice by *{until}*, which is 30 days after it takes effect.",
    ),
    Text(
        "Cet avis vous est donné au moins 30 jours à l’avance, en vertu de l’article 11.2 de la Loi sur la protection "
        "du consommateur (RLRQ, c. P-40.1).",
        "This notice is given to you at least 30 days ahead, under section 11.2 of the Consumer Protection Act "
        "(CQLR, c. P-40.1).",
    ),
)
_RIGHT = Text("Votre droit de refuser", "Your right to refuse")
_CLOSING = Text("Des questions ? Nous sommes là pour y répondre.", "Any questions? We are here to answer them.")
_HEAD = (
    Text("Service", "Service"),
    Text("Aujourd’hui", "Today"),
    Text("Nouveau prix", "New price"),
    Text("Dès le", "From"),
)
_CONTACT = Text("Nous joindre", "Contact us")
_PER = {
    1: Text("{amount} par mois", "{amount} a month"),
    3: Text("{amount} par 3 mois", "{amount} per 3 months"),
    6: Text("{amount} par 6 mois", "{amount} per 6 months"),
    12: Text("{amount} par an", "{amount} a year"),
}


@dataclass(frozen=True, kw_only=True)
class NoticeLine:
    """A service whose price changes: where, what a period of so many months costs before and after, and from when."""

    item: str
    place: str
    months: int
    old: Decimal
    new: Decimal
    on: date


@dataclass(frozen=True, kw_only=True)
class PriceNoticeDocument:
    """Everything a notice prints, in its customer's language."""

    provider: Provider
    language: Language
    customer: tuple[str, ...]
    account_number: str
    number: str
    dated: date
    first_on: date
    free_until: date
    why: str
    lines: tuple[NoticeLine, ...]


def notice_printable(notice: PriceNoticeDocument) -> Printable:
    """Lay out one notice for the engine."""
    language = notice.language

    def say(text: Text, **values: object) -> str:
        return typeset(text.with_(**values).in_(language), language)

    return Printable(
        template="/billing/documents/price_notice.typ",
        number=f"{notice.number} {notice.account_number}",
        title=f"{say(_TITLE)} {notice.number}",
        author=notice.provider.legal_name,
        language=language,
        dated=notice.dated,
        one_page=len(notice.lines) <= ONE_PAGE and len(notice.why) < 300,
        content={
            **letter(notice.provider, notice.customer, language),
            "facts": facts(
                [
                    (Text("No de compte", "Account no.").in_(language), notice.account_number),
                    ("Date", short_day(notice.dated, language)),
                    (Text("Avis", "Notice").in_(language), notice.number),
                ]
            ),
            "heading": say(_TITLE),
            "opening": say(_OPENING, day=long_day(notice.first_on, language)),
            "head": [say(word) for word in _HEAD],
            "rows": [
                {
                    "item": typeset(line.item, language),
                    "place": typeset(line.place, language),
                    "old": say(_PER[line.months], amount=money(line.old, language)),
                    "new": say(_PER[line.months], amount=money(line.new, language)),
                    "on": short_day(line.on, language),
                }
                for line in notice.lines
            ],
            "untaxed": say(_UNTAXED),
            "why": typeset(notice.why, language),
            "rights": [say(right, until=long_day(notice.free_until, language)) for right in _RIGHTS],
            "closing": say(_CLOSING),
            "words": {"contact": say(_CONTACT), "rights": say(_RIGHT)},
        },
    )
