"""The sentences of "why is this invoice different", French first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from gigafibre.kernel.documents import wording
from gigafibre.kernel.money import cents, format_money
from gigafibre.kernel.periods import Period
from gigafibre.kernel.text import Text

SAME = Text("Rien n’a changé", "Nothing changed")
FIRST = Text("Première facture de ce client", "This customer's first invoice")
APART = Text(
    "Facture à part, sans les services de la période", "A separate invoice, without the services of the period"
)
NOTHING = Text("", "")


def signed(amount: Decimal) -> Text:
    """Write an amount with its sign: `+5,00 $`."""
    return Text(*(("+" if amount > 0 else "") + format_money(amount, language) for language in ("fr", "en")))


def with_amount(says: Text, amount: Decimal) -> Text:
    """Write a reason and what it makes: `Nouveau service, Internet : +60,00 $`."""
    made = signed(amount)
    return Text(f"{says.fr} : {made.fr}", f"{says.en}: {made.en}")


def day(on: date | None, year: int) -> Text | None:
    """Write a day, its year when it isn't that of the invoice."""
    return None if on is None else period(Period(on, on + timedelta(days=1)), year)


def period(days: Period | None, year: int) -> Text:
    """Write the days of a period in words."""
    if days is None:
        return NOTHING
    return Text(wording.period(days, "fr", year=year), wording.period(days, "en", year=year))


def share(days: Period, of: int, price: Decimal, year: int) -> Text:
    """Write the arithmetic of part of a period."""
    fr, en = (format_money(cents(price), language) for language in ("fr", "en"))
    said = period(days, year)
    return Text(f"{days.days}/{of} × {fr} ({said.fr})", f"{days.days}/{of} × {en} ({said.en})")


def joined(*parts: Text | None) -> Text:
    """Put parts after one another with commas; empty ones are left out."""
    told = [part for part in parts if part is not None and part != NOTHING]
    return Text(", ".join(part.fr for part in told), ", ".join(part.en for part in told))


def new(what: str) -> Text:
    """A subscription that was not on the invoice before."""
    return Text(f"Nouveau service, {what}", f"New service, {what}")


def back(what: str, since: Text | None) -> Text:
    """One that was stopped and serves again."""
    return _since(Text(f"De retour, {what}", f"Back, {what}"), since)


def plan(old: str, now: str, since: Text | None) -> Text:
    """Another item of the same subscription."""
    if old == now:
        return _since(Text(f"Forfait changé, {now}", f"Plan changed, {now}"), since)
    return _since(Text(f"Forfait changé, {now} remplace {old}", f"Plan changed, {now} replaces {old}"), since)


def price(what: str, old: Decimal, now: Decimal, since: Text | None) -> Text:
    """Another price of the same item."""
    fr = f"{what}, prix de {wording.unit_price(old, 'fr')} à {wording.unit_price(now, 'fr')}"
    en = f"{what}, price from {wording.unit_price(old, 'en')} to {wording.unit_price(now, 'en')}"
    return _since(Text(fr, en), since)


def quantity(what: str, old: Decimal, now: Decimal) -> Text:
    """More or fewer of it."""
    (was_fr, was_en), (is_fr, is_en) = (
        (wording.quantity(each, "fr"), wording.quantity(each, "en")) for each in (old, now)
    )
    return Text(f"{what}, quantité de {was_fr} à {is_fr}", f"{what}, quantity from {was_en} to {is_en}")


def interval(what: str, days: Text) -> Text:
    """A period of another length."""
    return Text(f"{what}, facturé du {days.fr}", f"{what}, billed from {days.en}")


def amount(what: str, old: Decimal, now: Decimal) -> Text:
    """The same thing at another amount."""
    return Text(
        f"{what}, de {format_money(old, 'fr')} à {format_money(now, 'fr')}",
        f"{what}, from {format_money(old, 'en')} to {format_money(now, 'en')}",
    )


def full_again(what: str, parts: Sequence[Text]) -> Text:
    """A whole period after a part of one."""
    said = joined(*parts)
    return Text(f"{what}, période entière, après {said.fr}", f"{what}, whole period, after {said.en}")


def part_instead(what: str, part: Text, cause: Text | None) -> Text:
    """A part of a period after a whole one, with what stopped it."""
    said = joined(cause or Text(what, what), part)
    return Text(f"{said.fr} au lieu de la période entière", f"{said.en} instead of the whole period")


def instead(what: str) -> Text:
    """The whole period that the parts replace."""
    return Text(f"{what}, la période entière d’avant", f"{what}, the whole period before")


def only_before(what: str, part: Text) -> Text:
    """What only the invoice before had."""
    said = joined(Text(what, what), part)
    return Text(f"{said.fr}, sur la facture précédente seulement", f"{said.en}, on the previous invoice only")


def caught_up(what: str, days: Text) -> Text:
    """A period that should have been on an earlier invoice."""
    return Text(f"{what}, {days.fr}, pas encore facturé", f"{what}, {days.en}, not billed before")


def gone(what: str) -> Text:
    """A subscription that isn't there, for no known cause."""
    return Text(f"{what} n’est pas sur cette facture", f"{what} is not on this invoice")


def charged_ahead(what: str, last: Text | None) -> Text:
    """One that is paid for longer."""
    told = last or NOTHING
    return Text(f"{what}, déjà facturé jusqu’au {told.fr}", f"{what}, already billed to {told.en}")


_STOPPED = {
    "end": Text("{what}, terminé", "{what}, ended"),
    "pause": Text("{what}, en pause", "{what}, paused"),
    "suspend": Text("{what}, suspendu", "{what}, suspended"),
}


def stopped(kind: str, what: str, since: Text | None, until: Text | None) -> Text:
    """A subscription that ended, rests or is suspended."""
    said = _since(_STOPPED[kind].with_(what=what), since)
    return said if until is None else Text(f"{said.fr} jusqu’au {until.fr}", f"{said.en} until {until.en}")


_CAME = {
    "discount": Text("Promotion, {what}", "Promotion, {what}"),
    "once": Text("Frais unique, {what}", "One-time charge, {what}"),
    "credit": Text("{what}", "{what}"),
}
_WENT = {
    "discount": Text("Promotion terminée, {what}", "Promotion ended, {what}"),
    "once": Text("{what}, frais unique de la facture précédente", "{what}, one-time charge of the previous invoice"),
    "credit": Text("{what}, sur la facture précédente seulement", "{what}, on the previous invoice only"),
}


def came(nature: str, what: str, days: Period | None) -> Text:
    """A discount, one-time charge or credit that the invoice before had not."""
    return _CAME[nature].with_(what=_with_days(nature, what, days))


def went(nature: str, what: str, days: Period | None) -> Text:
    """One that only the invoice before had."""
    return _WENT[nature].with_(what=_with_days(nature, what, days))


def taxes(old: Sequence[Text], now: Sequence[Text]) -> Text:
    """The taxes, and which they are when others than before."""
    said = Text("Taxes", "Taxes")
    if list(old) == list(now):
        return said
    none = Text("aucune", "none")
    was, becomes = (joined(*names) if names else none for names in (old, now))
    return Text(f"Taxes, {becomes.fr} (avant : {was.fr})", f"Taxes, {becomes.en} (before: {was.en})")


def more(count: int) -> Text:
    """What is summed up."""
    if count == 1:
        return Text("Un autre changement", "One more change")
    return Text(f"{count} autres changements", f"{count} more changes")


def _with_days(nature: str, what: str, days: Period | None) -> Text:
    if days is None or nature != "credit":
        return Text(what, what)
    said = period(days, days.start.year)
    return Text(f"{what} ({said.fr})", f"{what} ({said.en})")


def _since(said: Text, since: Text | None) -> Text:
    return said if since is None else Text(f"{said.fr} depuis le {since.fr}", f"{said.en} since {since.en}")
