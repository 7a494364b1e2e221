"""From a quotation to what its Typst template lays out."""

from gigafibre.billing.documents.layout import (
    Row,
    charge_rows,
    facts,
    fit,
    is_roomy,
    letter,
    takes_one_page,
    totals_rows,
    unused_registrations,
)
from gigafibre.billing.documents.quotation_document import QuotationDocument, QuotedPart
from gigafibre.billing.documents.texts import text
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.wording import Language, money, short_day, typeset


def quotation_printable(quotation: QuotationDocument) -> Printable:
    """Lay out one quotation for the engine."""
    language = quotation.language
    named = bool(quotation.number) and not quotation.draft
    until = short_day(quotation.valid_until, language)
    identity = [
        (text("quotation_number", language), quotation.number or text("draft", language)),
        (text("date", language), short_day(quotation.made_on, language)),
        (text("valid_until", language), until),
    ]
    if quotation.account_number:
        identity.append((text("account_number", language), quotation.account_number))
    shown = [(quotation.monthly, "monthly"), (quotation.once, "once")]
    parts = [_part(part, name, quotation) for part, name in shown if part.lines]
    tables = [rows for part in parts for rows in (part["groups"][0]["rows"], part["totals"], [part["total"]])]
    amounts = fit(*tables, groups=[group for part in parts for group in part["groups"]])
    conditions = [typeset(each, language) for each in quotation.conditions]
    return Printable(
        template="/billing/documents/quotation.typ",
        number=quotation.number or quotation.account_number,
        title=text("quotation_document", language, number=quotation.number)
        if named
        else text("draft_quotation_document", language),
        author=quotation.provider.legal_name,
        language=language,
        dated=quotation.made_on,
        # The box to sign takes about as much as eight rows.
        one_page=takes_one_page(*tables, [{"single": True}] * 8, asides=[*conditions, *quotation.messages]),
        content={
            **letter(quotation.provider, quotation.customer, language),
            "facts": facts(identity),
            "heading": text("your_quotation", language),
            "draft": "" if named else text("draft", language),
            "place": typeset(quotation.location, language),
            "due": _price(quotation, until),
            "terms": typeset(quotation.provider.terms, language),
            "roomy": is_roomy(quotation.provider),
            "parts": parts,
            "width": amounts,
            "after": text("monthly_after", language, amount=money(quotation.monthly_after, language))
            if quotation.monthly_after is not None
            else "",
            "registrations": unused_registrations(
                quotation.provider, [*quotation.monthly.taxes, *quotation.once.taxes], language
            ),
            "conditions": conditions,
            "messages": [typeset(message, language) for message in quotation.messages],
            "prepared": text("prepared_by", language, name=quotation.prepared_by) if quotation.prepared_by else "",
            "accept": {
                "title": text("acceptance", language),
                "said": text("i_accept", language, number=quotation.number, day=until)
                if named
                else text("i_accept_draft", language),
                "fields": [text(key, language) for key in ("accept_name", "accept_signature", "accept_date")],
            },
            "words": {key: text(key, language) for key in ("conditions", "contact", "terms")},
        },
    )


def _part(part: QuotedPart, name: str, quotation: QuotationDocument) -> Row:
    language = quotation.language
    rows = charge_rows(part.lines, language, year=quotation.made_on.year)
    return {
        "title": text(f"quoted_{name}", language),
        "groups": [{"head": None, "rows": rows}],
        "totals": totals_rows(part.subtotal, part.taxes, language),
        "total": {"words": text(f"quoted_{name}_total", language), "amount": money(part.total, language)},
    }


def _price(quotation: QuotationDocument, until: str) -> Row:
    """Say the price in one glance: each month, and what is paid once."""
    language: Language = quotation.language
    holds = text("holds_until", language, day=until)
    if not quotation.monthly.lines:
        amount = money(quotation.once.total, language)
        return {"label": text("quoted_once_total", language), "amount": amount, "when": "", "how": holds}
    once = text("and_once", language, amount=money(quotation.once.total, language)) if quotation.once.lines else ""
    amount = money(quotation.monthly.total, language)
    return {"label": text("quoted_monthly_total", language), "amount": amount, "when": once, "how": holds}
