"""What a customer who leaves early may owe, by law and no more, with its arithmetic in words; no database, no "today".

Consumer Protection Act (CQLR P-40.1) ss. 214.7, 214.8; Regulation ss. 79.10, 79.11; Telecom Regulatory Policy
CRTC 2026-43: without an inducement the provider claims nothing, unless he chose otherwise within the Act.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.money import cents, format_money
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.text import Text

ZERO = Decimal("0.00")
INDETERMINATE_MONTHS = 48
CEILING, SHARE = Decimal("50.00"), Decimal("0.10")

#: Why nothing is owed although the customer leaves early.
Waived = Literal["provider_breach", "amendment_refused"]
WAIVED: dict[str, Text] = {
    "provider_breach": Text("le fournisseur a manqué à son obligation", "the provider failed its obligation"),
    "amendment_refused": Text("le client a refusé une modification du contrat", "the customer refused an amendment"),
}
ACT = Text("Loi sur la protection du consommateur", "Consumer Protection Act")
WITH = Text("LPC art. 214.7, règlement art. 79.10", "CPA s. 214.7, Regulation s. 79.10")
WITHOUT = Text("LPC art. 214.7 ; CRTC 2026-43", "CPA s. 214.7; CRTC 2026-43")
INDETERMINATE = Text("LPC art. 214.8, règlement art. 79.11", "CPA s. 214.8, Regulation s. 79.11")
BUSINESS = Text("Contrat commercial", "Commercial contract")


@dataclass(frozen=True)
class Given:
    """What was agreed and given at the start: `inducement` is the rebate on goods needed to use the service, in
    dollars; no `term_months` means an indeterminate contract; `clause_limit` is the most the contract itself claims.
    """

    starts_on: date
    term_months: int | None = None
    inducement: Decimal = ZERO
    clause_limit: Decimal | None = None
    waived: str = ""


@dataclass(frozen=True)
class Owed:
    """What may be claimed, in dollars: the article, the months that count as elapsed, and the arithmetic in words."""

    amount: Decimal
    article: Text
    elapsed: int
    lines: tuple[Text, ...]


def months_begun(starts_on: date, on: date) -> int:
    """Return how many months began up to a day, that day's own counted (Reg. 79.10); 0 before the start."""
    if on < starts_on:
        return 0
    months = (on.year - starts_on.year) * 12 + on.month - starts_on.month
    return months + (add_months(starts_on, months) <= on)


def early_termination(
    given: Given, on: date, *, monthly_price: Decimal, consumer: bool = True, claims_without_inducement: bool = False
) -> Owed:
    """Return what one who leaves on a day may owe at most; `monthly_price` is before taxes.

    `claims_without_inducement` is the provider's choice to claim the Act's lesser of $50 and 10 % of what is left.
    """
    elapsed = months_begun(given.starts_on, on)
    if not consumer:
        amount, article, lines = _business(given)
    elif given.term_months is None:
        amount, article, lines = _indeterminate(given, elapsed)
    elif elapsed >= given.term_months:
        amount, article, lines = ZERO, WITH, [_begun(given, elapsed), _said("terme écoulé", "term over", ZERO)]
    elif given.inducement > 0:
        amount, article, lines = _with_inducement(given, given.term_months, elapsed)
    else:
        amount, article, lines = _without(given, given.term_months, elapsed, monthly_price, claims_without_inducement)
    if given.clause_limit is not None and given.clause_limit < amount:
        amount = given.clause_limit
        lines.append(_said("le contrat n’en demande pas plus", "the contract asks for no more", amount))
    if given.waived and amount:
        amount = ZERO
        lines.append(Text("{why} : rien n’est dû", "{why}: nothing is owed").with_(why=WAIVED[given.waived]))
    return Owed(amount, article, elapsed, tuple(lines))


def _with_inducement(given: Given, term: int, elapsed: int) -> tuple[Decimal, Text, list[Text]]:
    left = term - elapsed
    amount = cents(given.inducement * left / term)
    lines = [
        _said("avantage donné au début", "inducement given at the start", given.inducement),
        _begun(given, elapsed),
        Text("{given} × {left} ÷ {term} mois = {amount}", "{given} × {left} ÷ {term} months = {amount}").with_(
            given=_money(given.inducement), left=left, term=term, amount=_money(amount)
        ),
    ]
    return amount, WITH, lines


def _without(
    given: Given, term: int, elapsed: int, monthly_price: Decimal, claims: bool
) -> tuple[Decimal, Text, list[Text]]:
    left = term - elapsed
    tenth = cents(SHARE * monthly_price * left)
    most = min(CEILING, tenth)
    lines = [
        Text("aucun avantage donné au début", "no inducement given at the start"),
        _begun(given, elapsed),
        Text(
            "10 % × {price} × {left} mois = {tenth}, au plus {ceiling}",
            "10% × {price} × {left} months = {tenth}, at most {ceiling}",
        ).with_(price=_money(monthly_price), left=left, tenth=_money(tenth), ceiling=_money(CEILING)),
    ]
    if claims:
        return most, WITHOUT, lines
    lines.append(_said("politique CRTC 2026-43, sans avantage", "policy CRTC 2026-43, no inducement", ZERO))
    return ZERO, WITHOUT, lines


def _indeterminate(given: Given, elapsed: int) -> tuple[Decimal, Text, list[Text]]:
    left = max(INDETERMINATE_MONTHS - elapsed, 0)
    amount = cents(given.inducement * left / INDETERMINATE_MONTHS)
    if not given.inducement:
        return (
            ZERO,
            INDETERMINATE,
            [_said("durée indéterminée, rien de donné au début", "indeterminate, nothing given at the start", ZERO)],
        )
    return amount, INDETERMINATE, [
        _said("avantage donné au début", "inducement given at the start", given.inducement),
        _begun(given, elapsed),
        Text("{given} × {left} ÷ 48 mois = {amount}", "{given} × {left} ÷ 48 months = {amount}").with_(
            given=_money(given.inducement), left=left, amount=_money(amount)
        ),
    ]  # fmt: skip


def _business(given: Given) -> tuple[Decimal, Text, list[Text]]:
    amount = given.clause_limit or ZERO
    return amount, BUSINESS, [_said("une entreprise doit ce que dit son contrat", "a business owes what its "
                                    "contract says", amount)]  # fmt: skip


def _begun(given: Given, elapsed: int) -> Text:
    words = Text(
        "mois commencés depuis le {day} : {n}{of} (le mois entamé compte)",
        "months begun since {day}: {n}{of} (the one under way counts)",
    )
    of = Text("", "") if given.term_months is None else Text(f" de {given.term_months}", f" of {given.term_months}")
    return words.with_(day=Text(long_day(given.starts_on, "fr"), long_day(given.starts_on, "en")), n=elapsed, of=of)


def _said(fr: str, en: str, amount: Decimal) -> Text:
    return Text(fr + " : {amount}", en + ": {amount}").with_(amount=_money(amount))


def _money(amount: Decimal) -> Text:
    return Text(format_money(amount, "fr"), format_money(amount, "en"))
