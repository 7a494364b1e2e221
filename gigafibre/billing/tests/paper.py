"""Documents for tests and measures: one provider, one customer, one November, in both languages; no database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from gigafibre.billing.documents.credit_note_document import CreditNoteDocument
from gigafibre.billing.documents.invoice_document import (
    AccountSummary,
    Autopay,
    ChargeLine,
    InvoiceDocument,
    LocationCharges,
    Movement,
    PayLink,
    Referral,
    TaxLine,
)
from gigafibre.billing.documents.price_notice import NoticeLine, PriceNoticeDocument, notice_printable
from gigafibre.billing.documents.quotation_document import QuotationDocument, QuotedPart
from gigafibre.billing.documents.render import render
from gigafibre.billing.documents.statement_document import Ages, StatementDocument, StatementLine
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.letter import Logo, Provider, Registration
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.periods import Period

NOVEMBER = Period(date(2026, 11, 1), date(2026, 12, 1))
GST = Decimal("0.05000")
QST = Decimal("0.09975")
GST_NUMBER = "814732019 RT0001"
QST_NUMBER = "1218840736 TQ0001"
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="#0A7568"/>'
    b'<path d="M5 16.5c3.2 0 4.4-2 5.6-4.5S13.8 7.5 19 7.5" fill="none" stroke="#fff" stroke-width="2.2"'
    b' stroke-linecap="round"/><circle cx="17.6" cy="15.6" r="2.1" fill="#fff"/></svg>'
)


def a_provider(language: Language = "fr", **changes: Any) -> Provider:
    """Return the provider of the mock-ups, in the language of its letter."""
    french = language == "fr"
    provider = Provider(
        legal_name="TARGO Internet inc.",
        trade_name="Gigafibre",
        address="1500, rue Notre-Dame, Saint-Rémi (Québec) J0L 2L0",
        logo=Logo(content=LOGO, kind="svg"),
        contact=(
            "450 555-0100, 1 800 555-0100",
            "Lundi au vendredi, 8 h à 20 h" if french else "Monday to Friday, 8 a.m. to 8 p.m.",
            "Samedi, 9 h à 17 h" if french else "Saturday, 9 a.m. to 5 p.m.",
            "aide@gigafibre.exemple",
            "gigafibre.exemple/portail",
        ),
        registrations=(
            Registration(name="TPS" if french else "GST", number=GST_NUMBER),
            Registration(name="TVQ" if french else "QST", number=QST_NUMBER),
        ),
        terms=(
            "Payable à l’échéance. Un solde en retard porte un intérêt simple de 18 % par an, soit 1,5 % par mois, "
            "calculé chaque jour. Aucuns frais fixes de retard. Vos services se paient d’avance et se remboursent au "
            "jour près. Chèque à l’ordre de TARGO Internet inc., avec votre numéro de compte au dos."
            if french
            else "Payable by the due date. A late balance bears simple interest of 18% a year, that is 1.5% a month, "
            "computed daily. No fixed late fees. Your services are paid in advance and refunded to the day. Cheques to "
            "the order of TARGO Internet inc., with your account number on the back."
        ),
        complaints=(
            "Un désaccord que nous n’avons pas réglé ? La Commission des plaintes relatives aux services de "
            "télécom-télévision (CPRST) peut vous aider sans frais : www.ccts-cprst.ca, 1 888 221-1687."
            if french
            else "A disagreement we have not settled? The Commission for Complaints for Telecom-television Services "
            "(CCTS) can help you free of charge: www.ccts-cprst.ca, 1 888 221-1687."
        ),
    )
    return replace(provider, **changes)


def taxes_on(subtotal: Decimal, language: Language = "fr") -> tuple[TaxLine, ...]:
    """Return GST and QST of an amount, each rounded once."""
    names = ("TPS", "TVQ") if language == "fr" else ("GST", "QST")
    return tuple(
        TaxLine(
            name=name,
            rate=rate,
            registration=number,
            amount=(subtotal * rate).quantize(Decimal("0.01"), "ROUND_HALF_UP"),
        )
        for name, rate, number in zip(names, (GST, QST), (GST_NUMBER, QST_NUMBER), strict=True)
    )


def an_invoice(language: Language = "fr", **changes: Any) -> InvoiceDocument:
    """Return Sylvie Tremblay's invoice of November 2026, changed as asked."""
    french = language == "fr"
    house = (
        ChargeLine(description="Internet Fibre 500", amount=Decimal("74.95"), period=NOVEMBER),
        ChargeLine(
            description="Téléphonie, 450 555-0163" if french else "Telephone, 450 555-0163",
            amount=Decimal("24.95"),
            period=NOVEMBER,
        ),
        ChargeLine(
            description="Télé Essentiel" if french else "TV Essential", amount=Decimal("39.95"), period=NOVEMBER
        ),
        ChargeLine(
            description="Promotion, 9e mois sur 12" if french else "Promotion, month 9 of 12",
            amount=Decimal("-10.00"),
            indented=True,
        ),
        ChargeLine(
            description="Taxe municipale pour le 9-1-1" if french else "Municipal tax for 9-1-1",
            amount=Decimal("0.54"),
        ),
    )
    cottage = ChargeLine(
        description="Internet Fibre 100 saisonnier, en pause" if french else "Internet Fibre 100 seasonal, paused",
        amount=Decimal("0.00"),
        note="jusqu’au 30 avril 2027" if french else "until April 30, 2027",
    )
    invoice = InvoiceDocument(
        provider=a_provider(language),
        language=language,
        customer=("Sylvie Tremblay", "1482 ch de la Rivière", "Sainte-Clotilde QC  J0L 1W0"),
        account_number="C-4217",
        number="SINV-2026-712408",
        issued_on=date(2026, 11, 1),
        due_on=date(2026, 11, 20),
        groups=(
            LocationCharges(
                location=f"{'Maison' if french else 'Home'}, 1482, chemin de la Rivière, Sainte-Clotilde", lines=house
            ),
            LocationCharges(
                location=f"{'Chalet' if french else 'Cottage'}, 317, rang Saint-Joseph, Saint-Chrysostome",
                lines=(cottage,),
            ),
        ),
        subtotal=Decimal("130.39"),
        taxes=taxes_on(Decimal("130.39"), language),
        total=Decimal("149.92"),
        amount_due=Decimal("149.92"),
        summary=AccountSummary(
            previous_invoice_on=date(2026, 10, 1),
            previous_balance=Decimal("213.10"),
            movements=(Movement(kind="payment", on=date(2026, 10, 20), amount=Decimal("-213.10")),),
            remaining=Decimal("0.00"),
        ),
        autopay=Autopay(kind="bank", last_four="4821", on=date(2026, 11, 20)),
        pay_link=PayLink(
            url="https://gigafibre.exemple/pay?inv=SINV-2026-712408&t=anhJ8FNJTlYtMjAyNi03MTI0MDj2s1Y2Nq0kP0lzXkq5c3uT",
            valid_until=date(2026, 12, 31),
        ),
        referral=Referral(code="7KQ2ZM", reward=Decimal("50.00")),
        change_explanation=(
            "Votre chalet est en pause depuis le 1er novembre : −54,95 $, et −8,23 $ de taxes. Rien d’autre n’a changé."
            if french
            else "Your cottage is paused since November 1: −$54.95, and −$8.23 of taxes. Nothing else changed."
        ),
    )
    return replace(invoice, **changes)


def a_credit_note(language: Language = "fr", **changes: Any) -> CreditNoteDocument:
    """Return the credit note for eleven days of pause that November had already charged."""
    french = language == "fr"
    days = Period(date(2026, 11, 20), date(2026, 12, 1))
    note = CreditNoteDocument(
        provider=a_provider(language),
        language=language,
        customer=("Sylvie Tremblay", "1482 ch de la Rivière", "Sainte-Clotilde QC  J0L 1W0"),
        account_number="C-4217",
        number="CN-2026-000317",
        issued_on=date(2026, 11, 21),
        corrects_number="SINV-2026-712408",
        corrects_issued_on=date(2026, 11, 1),
        reason=(
            "Votre service est en pause depuis le 20 novembre : les jours déjà facturés vous sont rendus."
            if french
            else "Your service is paused since November 20: the days already billed are given back."
        ),
        groups=(
            LocationCharges(
                location=f"{'Maison' if french else 'Home'}, 1482, chemin de la Rivière, Sainte-Clotilde",
                lines=(
                    ChargeLine(description="Internet Fibre 500", amount=Decimal("27.48"), period=days),
                    ChargeLine(
                        description="Télé Essentiel" if french else "TV Essential",
                        amount=Decimal("14.65"),
                        period=days,
                    ),
                ),
            ),
        ),
        subtotal=Decimal("42.13"),
        taxes=taxes_on(Decimal("42.13"), language),
        total=Decimal("48.44"),
    )
    return replace(note, **changes)


def a_long_invoice(language: Language = "fr", locations: int = 12, lines: int = 6, **changes: Any) -> InvoiceDocument:
    """Return a landlord's invoice: many locations, each with several lines."""
    groups = tuple(
        LocationCharges(
            location=f"Logement {place + 1}, {100 + 2 * place}, boulevard Saint-Jean-Baptiste Ouest, Saint-Rémi",
            lines=tuple(
                ChargeLine(
                    description=f"Internet Fibre {50 * (line + 1)}",
                    amount=Decimal("20.15") + line,
                    period=Period(NOVEMBER.start + timedelta(days=line), NOVEMBER.end),
                )
                for line in range(lines)
            ),
        )
        for place in range(locations)
    )
    subtotal = sum((line.amount for group in groups for line in group.lines), Decimal("0.00"))
    taxes = taxes_on(subtotal, language)
    total = subtotal + sum(tax.amount for tax in taxes)
    facts: dict[str, Any] = {
        "groups": groups,
        "subtotal": subtotal,
        "taxes": taxes,
        "total": total,
        "amount_due": total,
    }
    return an_invoice(language, **(facts | changes))


def a_statement(language: Language = "fr", *, documents: int = 5, **changes: Any) -> StatementDocument:
    """Return Sylvie Tremblay's account of three months: an invoice, payments, a credit note, a write-off."""
    opening = balance = Decimal("213.10")
    facts: list[dict[str, Any]] = [
        {"kind": "invoice", "number": "SINV-2026-700310", "debit": Decimal("149.92"), "due_on": date(2026, 9, 21)},
        {"kind": "payment", "number": "PAY-2026-4410", "credit": Decimal("213.10")},
        {"kind": "returned", "number": "PAY-2026-4433", "debit": Decimal("213.10")},
        {"kind": "credit_note", "number": "CN-2026-000317", "credit": Decimal("48.44"), "about": "SINV-2026-700310"},
        {"kind": "write_off", "number": "WO-2026-0007", "credit": Decimal("213.10"), "about": "SINV-2026-688102"},
    ]
    lines = []
    for at in range(documents):
        fact = facts[at % len(facts)]
        balance += fact.get("debit", Decimal(0)) - fact.get("credit", Decimal(0))
        lines.append(StatementLine(on=date(2026, 9, 1) + timedelta(days=min(at * 9, 80)), balance=balance, **fact))
    statement = StatementDocument(
        provider=a_provider(language),
        language=language,
        customer=("Sylvie Tremblay", "1482 ch de la Rivière", "Sainte-Clotilde QC  J0L 1W0"),
        account_number="C-4217",
        made_on=date(2026, 11, 21),
        first=date(2026, 9, 1),
        last=date(2026, 11, 21),
        opening=opening,
        lines=tuple(lines),
        closing=balance,
        ages=Ages(days_61_90=balance + Decimal("30.00"), credits=Decimal("30.00")),
    )
    return replace(statement, **changes)


def a_quotation(language: Language = "fr", *, more: int = 0, **changes: Any) -> QuotationDocument:
    """Return what Sylvie Tremblay would pay for a cottage: two services, a promotion, an installation; `more` lines."""
    french = language == "fr"
    monthly = (
        ChargeLine(description="Internet Fibre 500", amount=Decimal("74.95")),
        ChargeLine(
            description="Promotion de bienvenue" if french else "Welcome promotion",
            amount=Decimal("-15.00"),
            note="12 mois" if french else "12 months",
            indented=True,
        ),
        ChargeLine(
            description="Répéteur Wi-Fi" if french else "Wi-Fi repeater",
            amount=Decimal("10.00"),
            quantity=Decimal(2),
            unit_price=Decimal("5.00"),
        ),
        *(ChargeLine(description=f"Internet Fibre {50 * (line + 1)}", amount=Decimal("20.00")) for line in range(more)),
    )
    once = (
        ChargeLine(description="Installation sur place" if french else "Installation on site", amount=Decimal("95.00")),
    )

    def part(lines: tuple[ChargeLine, ...]) -> QuotedPart:
        subtotal = sum((line.amount for line in lines), Decimal("0.00"))
        taxes = taxes_on(subtotal, language)
        return QuotedPart(
            lines=lines, subtotal=subtotal, taxes=taxes, total=subtotal + sum(tax.amount for tax in taxes)
        )

    quotation = QuotationDocument(
        provider=a_provider(language),
        language=language,
        customer=("Sylvie Tremblay", "1482 ch de la Rivière", "Sainte-Clotilde QC  J0L 1W0"),
        account_number="C-4217",
        number="Q-2026-0088",
        made_on=date(2026, 11, 21),
        valid_until=date(2026, 12, 21),
        location=f"{'Chalet' if french else 'Cottage'}, 317, rang Saint-Joseph, Saint-Chrysostome",
        prepared_by="Émilie Racine",
        monthly=part(monthly),
        monthly_after=Decimal("97.67"),
        once=part(once),
        conditions=(
            "Sans engagement : vous pouvez partir en tout temps, sans pénalité."
            if french
            else "No commitment: you may leave at any time, without penalty.",
            "L’installation se fait dans les dix jours ouvrables qui suivent l’acceptation."
            if french
            else "The installation is done within ten business days of the acceptance.",
        ),
    )
    return replace(quotation, **changes)


def every_paper(language: Language) -> Iterator[tuple[str, bytes]]:
    """Give every kind of document there is, printed."""
    yield "invoice", render(an_invoice(language))
    yield "invoice of three pages", render(a_long_invoice(language, locations=9))
    yield "invoice without earlier one", render(an_invoice(language, summary=None))
    yield "credit note", render(a_credit_note(language))
    yield "statement", render(a_statement(language))
    yield "quotation", render(a_quotation(language))
    line = NoticeLine(
        item="Internet Fibre 500", place="", months=1, old=Decimal("74.95"), new=Decimal("79.95"), on=date(2027, 1, 1)
    )
    notice = PriceNoticeDocument(
        provider=a_provider(language),
        language=language,
        customer=("Sylvie Tremblay", "1482 ch de la Rivière", "Sainte-Clotilde QC  J0L 1W0"),
        account_number="C-4217",
        number="PC-7",
        dated=date(2026, 11, 21),
        first_on=date(2027, 1, 1),
        free_until=date(2027, 1, 31),
        why="",
        lines=(line,),
    )
    yield "price notice", compile_one(notice_printable(notice))
