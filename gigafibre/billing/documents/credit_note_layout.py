"""From a frozen credit note to what its Typst template lays out."""

from gigafibre.billing.documents.credit_note_document import CreditNoteDocument
from gigafibre.billing.documents.layout import (
    Row,
    charge_groups,
    facts,
    fit,
    letter,
    takes_one_page,
    totals_rows,
    unused_registrations,
)
from gigafibre.billing.documents.texts import text
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.wording import long_day, money, short_day, typeset


def credit_note_printable(note: CreditNoteDocument) -> Printable:
    """Lay out one credit note for the engine."""
    language = note.language
    issued = bool(note.number) and not note.draft
    groups = charge_groups(note, language)
    totals = totals_rows(note.subtotal, note.taxes, language)
    total = {"words": text("credit_total", language), "amount": money(note.total, language)}
    amounts = fit(totals, [total], groups=groups)
    title = text("credit_note_document", language, number=note.number)
    return Printable(
        template="/billing/documents/credit_note.typ",
        number=note.number or note.account_number,
        title=title if issued else text("draft_credit_note_document", language),
        author=note.provider.legal_name,
        language=language,
        dated=note.issued_on,
        one_page=takes_one_page(totals, *(group["rows"] for group in groups), asides=[note.reason, *note.messages]),
        content={
            **letter(note.provider, note.customer, language),
            "facts": facts(
                [
                    (text("account_number", language), note.account_number),
                    (text("date", language), short_day(note.issued_on, language)),
                    (text("credit_note_number", language), note.number or text("draft", language)),
                ]
            ),
            "heading": text("your_credit_note", language, day=long_day(note.issued_on, language)),
            "draft": "" if issued else text("draft", language),
            "due": _due(note),
            "corrects": _corrects(note),
            "reason": typeset(note.reason, language),
            "groups": groups,
            "totals": totals,
            "total": total,
            "width": amounts,
            "registrations": unused_registrations(note.provider, note.taxes, language),
            "messages": [typeset(message, language) for message in note.messages],
            "words": {key: text(key, language) for key in ("credited", "contact")},
        },
    )


def _corrects(note: CreditNoteDocument) -> str:
    """Say which invoice it corrects, if any."""
    if not note.corrects_number:
        return ""
    day = short_day(note.corrects_issued_on, note.language)
    return text("corrects", note.language, number=note.corrects_number, day=day)


def _due(note: CreditNoteDocument) -> Row:
    """Say how much is given back and where it goes."""
    language, left = note.language, note.total - note.applied
    if note.refunded_on:
        how = text("credit_refunded", language, day=short_day(note.refunded_on, language))
    elif left == 0:
        how = text("credit_all_applied", language)
    elif note.applied == 0:
        how = text("credit_all_left", language)
    else:
        how = text("credit_applied", language, applied=money(note.applied, language), left=money(left, language))
    return {"label": text("credit_amount", language), "amount": money(note.total, language), "when": "", "how": how}
