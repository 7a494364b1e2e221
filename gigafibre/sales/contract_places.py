"""What a contract fills the places of its legal texts with: the merchant of the settings, its own figures."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.billing.queries.customers import BillTo
from gigafibre.billing.queries.interest import rates
from gigafibre.kernel import settings
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language, long_day
from gigafibre.kernel.money import format_money
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.rows import follow
from gigafibre.kernel.text import Text
from gigafibre.sales import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.sales.models import Contract
from gigafibre.sales.pricing import Figures
from gigafibre.sales.queries.contracts import EarlyEnd
from gigafibre.sales.slots import words_of

#: Compulsory words (Regulation respecting the application of the Consumer Protection Act, s. 6.5), at the very head of
#: a contract made by telephone, twice as large as the rest.
SEVEN_DAYS = Text(
    "Vous pouvez annuler ce contrat, sans frais ni pénalité et pour quelque motif que ce soit, dans les 7 jours qui "
    "suivent sa réception. Dans ce cas, tous les frais raisonnables de restitution des biens qui font l’objet du "
    "contrat sont à la charge du commerçant.",
    "You may cancel this contract without charge or penalty, for any reason, within 7 days of receiving it. In such a "
    "case, all reasonable costs of restitution of the goods forming the object of the contract shall be assumed by the "
    "merchant.",
)
_COMMITTED = Text(
    "Le contrat dure {n} mois à compter de la mise en service : du {first} au {last} si elle a lieu comme prévu.",
    "The contract lasts {n} months from activation: from {first} to {last} if that takes place as planned.",
)
_OPEN = Text("Le contrat est d’une durée indéterminée, sans engagement.", "The contract is for an indeterminate time, "
             "without commitment.")  # fmt: skip
_WITH = Text(
    "Si vous le faites pendant l’engagement, nous pouvons demander au plus la partie non acquise de l’avantage "
    "reçu : {inducement} × les mois qui restent ÷ {n} mois, le mois entamé comptant comme écoulé (art. 214.7 ; "
    "règlement, art. 79.10). Par exemple, après {after} mois : {arithmetic}. L’avantage est le rabais sur l’équipement "
    "nécessaire au service.",
    "If you do so during the commitment, we may claim at most the part of the inducement you have not earned yet: "
    "{inducement} × the months left ÷ {n} months, the month under way counting as elapsed (s. 214.7; Regulation, s. "
    "79.10). For example, after {after} months: {arithmetic}. The inducement is the rebate on the equipment needed for "
    "the service.",
)
_WITHOUT = Text(
    "Vous n’avez reçu aucun avantage au début : y mettre fin ne coûte rien, quel que soit le moment. La loi ne "
    "permettrait pas plus que le moindre de 50 $ et de 10 % du prix des services qui restent (art. 214.7) ; nous "
    "n’exigeons pas cette somme.",
    "You received no inducement at the start: ending it costs nothing, whenever you do. The Act would allow no more "
    "than the lesser of $50 and 10% of the price of the services left (s. 214.7); we do not claim it.",
)
_VISIT = Text("L’installation est prévue le {day}{slot}.", "Installation is planned for {day}{slot}.")
_INTEREST = Text(
    "Une somme en retard porte un intérêt simple de {year} % par année ({month} % par mois), compté par jour ; nous "
    "n’exigeons pas d’autres frais de retard.",
    "An overdue amount bears simple interest of {year}% a year ({month}% a month), counted by the day; we claim no "
    "other late charge.",
)
_NO_INTEREST = Text(
    "Une somme en retard ne porte pas d’intérêt, et nous n’exigeons pas de frais de retard.",
    "An overdue amount bears no interest, and we claim no late charge.",
)


def places(
    contract: Contract,
    worked: Figures,
    sender: Provider,
    whom: BillTo,
    ends: list[EarlyEnd],
    language: Language,
) -> dict[str, str]:
    """Return what each place of a legal text says in this contract, in a language."""
    said: dict[str, str | Text] = {
        "account": whom.number,
        "address": sender.address,
        "company": _company(sender),
        "complaints": sender.complaints,
        "contact": " · ".join(sender.contact),
        "customer": whom.name,
        "customer_address": ", ".join(whom.address),
        "formula": _formula(contract, ends),
        "interest": _interest(),
        "made_on": _day(contract.made_on),
        "monthly": format_money(worked.monthly.total, language),
        "number": contract.number,
        "place": place_of(contract),
        "privacy_officer": str(settings.get("company.privacy_officer").get(language, "")),
        "registrations": " · ".join(f"{one.name} {one.number}" for one in sender.registrations),
        "seven_days": seven_days(whom.consumer),
        "start": _day(contract.starts_on),
        "term": _term(contract),
        "visit": _visit(contract),
    }
    return {name: text if isinstance(text, str) else text.in_(language) for name, text in said.items()}


def place_of(contract: Contract) -> str:
    """Return where the service is, in a line."""
    there = follow(contract, "location").location
    return ", ".join(filter(None, (there.label, there.line1, there.city, there.postal_code)))


def seven_days(consumer: bool) -> Text:
    """Return the compulsory clause of seven days; nothing for a business, or when the provider leaves it out."""
    return SEVEN_DAYS if consumer and settings.get("sales.seven_day_clause") else Text("", "")


def _company(sender: Provider) -> str:
    if sender.trade_name and sender.trade_name != sender.legal_name:
        return f"{sender.legal_name} ({sender.trade_name})"
    return sender.legal_name


def _term(contract: Contract) -> Text:
    if not contract.commitment_months:
        return _OPEN
    last = add_months(contract.starts_on, contract.commitment_months)
    return _COMMITTED.with_(n=contract.commitment_months, first=_day(contract.starts_on), last=_day(last))


def _formula(contract: Contract, ends: list[EarlyEnd]) -> Text:
    if not contract.inducement or not contract.commitment_months:
        return _WITHOUT
    half = ends[(len(ends) - 1) // 2]
    return _WITH.with_(
        inducement=_money(contract.inducement),
        n=contract.commitment_months,
        after=half.after_months,
        arithmetic=half.owed.lines[-1],
    )


def _visit(contract: Contract) -> Text:
    if not contract.appointment_on:
        return Text("", "")
    when = words_of(contract.appointment_slot)
    slot = Text(f", {when.fr}", f", {when.en}") if when else ""
    return _VISIT.with_(day=_day(contract.appointment_on), slot=slot)


def _interest() -> Text:
    percent = next((row.percent for row in rates() if row.state == "active"), Decimal(0))
    if not percent:
        return _NO_INTEREST
    month = Text(_number(percent / 12, ","), _number(percent / 12, "."))
    return _INTEREST.with_(year=Text(_number(percent, ","), _number(percent, ".")), month=month)


def _number(value: Decimal, mark: str) -> str:
    return f"{value.quantize(Decimal('0.001')).normalize():f}".replace(".", mark)


def _day(day: object) -> Text:
    return Text(long_day(day, "fr"), long_day(day, "en"))  # type: ignore[arg-type]


def _money(amount: Decimal) -> Text:
    return Text(format_money(amount, "fr"), format_money(amount, "en"))
