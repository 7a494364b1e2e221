"""From a frozen billing document to what its Typst template lays out: every string ready, in its language."""

from collections.abc import Iterable
from decimal import Decimal

from gigafibre.billing.documents.credit_note_document import CreditNoteDocument
from gigafibre.billing.documents.invoice_document import ChargeLine, InvoiceDocument, TaxLine
from gigafibre.billing.documents.texts import text
from gigafibre.kernel.documents import wording
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.glyphs import BOLD_FONT, width
from gigafibre.kernel.documents.laying import Row as Row
from gigafibre.kernel.documents.laying import facts as facts
from gigafibre.kernel.documents.laying import letter as letter
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.qr import qr_svg
from gigafibre.kernel.documents.wording import Language, money, short_day, typeset

# As in the template, in points: size of the text, the column of the letter, an indented row.
_SIZE, _COLUMN, _GUTTER, _INDENT = 9.2, 351.5, 9.0, 9.0


def invoice_printable(invoice: InvoiceDocument) -> Printable:
    """Lay out one invoice for the engine."""
    language = invoice.language
    issued = bool(invoice.number) and not invoice.draft
    identity = [
        (text("account_number", language), invoice.account_number),
        (text("date", language), short_day(invoice.issued_on, language)),
        (text("invoice_number", language), invoice.number or text("draft", language)),
    ]
    if invoice.purchase_order:
        identity.append((text("purchase_order", language), invoice.purchase_order))
    summary = _summary(invoice)
    groups = charge_groups(invoice, language)
    totals = totals_rows(invoice.subtotal, invoice.taxes, language)
    total = {"words": text("total", language), "amount": money(invoice.total, language)}
    amounts = fit(summary, totals, [total], groups=groups)
    return Printable(
        template="/billing/documents/invoice.typ",
        number=invoice.number or invoice.account_number,
        title=text("invoice_document", language, number=invoice.number) if issued else text("draft_document", language),
        author=invoice.provider.legal_name,
        language=language,
        dated=invoice.issued_on,
        one_page=takes_one_page(
            summary,
            totals,
            *(group["rows"] for group in groups),
            asides=[invoice.change_explanation, *invoice.messages],
        ),
        content={
            **letter(invoice.provider, invoice.customer, language),
            "facts": facts(identity),
            "heading": _heading(invoice),
            "draft": "" if issued else text("draft", language),
            "due": _due(invoice),
            "pay": _pay_code(invoice),
            "referral": _referral(invoice),
            "terms": typeset(invoice.provider.terms, language),
            "roomy": is_roomy(invoice.provider),
            "summary": summary,
            "groups": groups,
            "totals": totals,
            "total": total,
            "width": amounts,
            "registrations": unused_registrations(invoice.provider, invoice.taxes, language),
            "why": typeset(invoice.change_explanation, language),
            "messages": [typeset(message, language) for message in invoice.messages],
            "words": {key: text(key, language) for key in ("summary", "charges", "contact", "terms", "why")},
        },
    )


def fit(*tables: Iterable[Row], groups: Iterable[Row] = ()) -> float:
    """Return the width in points of the amounts of all tables, and mark on each row whether its words take one line.

    The template gives such a row its height: Typst lays a row of unknown height out twice. A word within 3 % of the
    edge isn't trusted to fit.
    """
    groups = list(groups)
    rows = [row for table in (*tables, *(group["rows"] for group in groups)) for row in table]
    # Tabular figures of Inter are 0.64 em wide; no sign is wider.
    amounts = max((len(row["amount"]) for row in rows), default=0) * _SIZE * 0.64
    for row in rows:
        words = f"{row['words']} {row.get('grey', '')}"
        room = _COLUMN - _GUTTER - amounts - (_INDENT if row.get("indented") else 0)
        row["single"] = "\n" not in words and width(words, _SIZE) * 1.03 < room
    for group in groups:
        group["single"] = group["head"] is not None and width(group["head"], _SIZE, font=BOLD_FONT) * 1.03 < _COLUMN
    return amounts


def takes_one_page(*tables: list[Row], asides: Iterable[str] = ()) -> bool:
    """Guess whether a letter takes one page, from 92 to 257 mm: a row is 5.8 mm, a text 12 mm and 4.6 mm a line."""
    written = [text for text in asides if text]
    rows = sum(len(table) + 2 for table in tables) + sum(not row.get("single") for table in tables for row in table)
    return 14 + 5.8 * rows + sum(12 + 4.6 * (len(text) / 60 + text.count("\n")) for text in written) < 165


def is_roomy(provider: Provider) -> bool:
    """Tell whether the rail plainly holds contact and terms, so that the template need not measure it.

    The rail is 240 mm; what comes above contact and terms takes 130 mm at most, a line of small print 3.7 mm of
    at least 34 characters. In doubt the answer is no, which only costs time.
    """
    rows = len(provider.contact) + sum(len(line) for line in provider.contact) // 34 + len(provider.terms) / 34
    return 130 + 15 + rows * 3.7 < 235


def charge_rows(lines: Iterable[ChargeLine], language: Language, *, year: int) -> list[Row]:
    """Lay out charge lines: words, then in grey the period or the arithmetic, then the amount."""
    return [
        {
            "words": typeset(line.description, language),
            "grey": _grey(line, language, year=year),
            "amount": money(line.amount, language),
            "indented": line.indented,
        }
        for line in lines
    ]


def charge_groups(document: InvoiceDocument | CreditNoteDocument, language: Language) -> list[Row]:
    """Lay out the lines by service location, what belongs to none of them last."""
    year = document.issued_on.year
    groups: list[Row] = [
        {"head": typeset(group.location, language), "rows": charge_rows(group.lines, language, year=year)}
        for group in document.groups
    ]
    if document.other:
        head = text("other", language) if groups else None
        groups.append({"head": head, "rows": charge_rows(document.other, language, year=year)})
    if not groups:
        nothing = {"words": text("nothing_charged", language), "amount": money(document.subtotal, language)}
        groups.append({"head": None, "rows": [nothing]})
    return groups


def totals_rows(subtotal: Decimal, taxes: Iterable[TaxLine], language: Language) -> list[Row]:
    """Lay out the subtotal and each tax apart, with its own rate and registration number."""
    rows: list[Row] = [{"words": text("subtotal", language), "amount": money(subtotal, language)}]
    rows += (
        {
            "words": tax.name if tax.rate is None else f"{tax.name} {wording.percent(tax.rate, language)}",
            "grey": text("registration", language, number=tax.registration) if tax.registration else "",
            "amount": money(tax.amount, language),
        }
        for tax in taxes
    )
    return rows


def unused_registrations(provider: Provider, taxes: Iterable[TaxLine], language: Language) -> str:
    """Say the registration numbers that no tax line shows, so that an exempt customer has them too."""
    shown = {tax.registration for tax in taxes}
    rest = [f"{each.name} {each.number}" for each in provider.registrations if each.number not in shown]
    return text("registrations", language, list=", ".join(rest)) if rest else ""


def _heading(invoice: InvoiceDocument) -> str:
    if invoice.issued_on.day == 1:
        return text("your_month", invoice.language, month=wording.month_of(invoice.issued_on, invoice.language))
    return text("your_day", invoice.language, day=wording.long_day(invoice.issued_on, invoice.language))


def _due(invoice: InvoiceDocument) -> Row:
    """Say how much is due and what the customer has to do about it."""
    language, amount = invoice.language, invoice.amount_due
    if amount < 0:
        label, when, how = text("your_credit", language), "", text("credit_kept", language)
    elif amount == 0:
        label, when, how = text("to_pay", language), "", text("nothing_to_pay", language)
    else:
        label = text("to_pay", language)
        when = text("pay_by", language, day=short_day(invoice.due_on, language))
        if autopay := invoice.autopay:
            # Another day than the due date is said; the same one stands just above.
            apart = "" if autopay.on == invoice.due_on else "_on"
            how = text(
                f"autopay_{autopay.kind}{apart}",
                language,
                last_four=autopay.last_four,
                day=short_day(autopay.on, language),
            )
        else:
            how = text("pay_how", language)
    return {"label": label, "amount": money(abs(amount), language), "when": when, "how": how}


def _pay_code(invoice: InvoiceDocument) -> Row | None:
    if invoice.pay_link is None or invoice.amount_due <= 0:
        return None
    return {
        "svg": qr_svg(invoice.pay_link.url),
        "alt": text("pay_code", invoice.language, number=invoice.number),
        "title": text("pay_by_phone", invoice.language),
        "life": text("pay_link_life", invoice.language, day=short_day(invoice.pay_link.valid_until, invoice.language)),
    }


def _referral(invoice: InvoiceDocument) -> Row | None:
    if invoice.referral is None:
        return None
    return {
        "title": text("refer", invoice.language, reward=money(invoice.referral.reward, invoice.language)),
        "how": text("refer_how", invoice.language),
        "code": invoice.referral.code,
    }


def _summary(invoice: InvoiceDocument) -> list[Row]:
    summary, language = invoice.summary, invoice.language
    if summary is None:
        return []
    opening = (
        text("previous_balance", language, day=short_day(summary.previous_invoice_on, language))
        if summary.previous_invoice_on
        else text("opening_balance", language)
    )
    rows = [(opening, summary.previous_balance)]
    rows += [(text(each.kind, language, day=short_day(each.on, language)), each.amount) for each in summary.movements]
    rows += [(text("remaining", language), summary.remaining), (text("this_invoice", language), invoice.total)]
    return [{"words": words, "amount": money(amount, language)} for words, amount in rows]


def _grey(line: ChargeLine, language: Language, *, year: int) -> str:
    said = []
    if line.unit_price is not None and line.quantity != 1:
        price = wording.unit_price(line.unit_price, language)
        said.append(f"{wording.quantity(line.quantity, language)} × {price}")
    if line.period:
        said.append(wording.period(line.period, language, year=year))
    if line.note:
        said.append(typeset(line.note, language))
    return f"({', '.join(said)})" if said else ""
