"""From a statement of account to what its Typst template lays out."""

from collections.abc import Iterable
from decimal import Decimal

from gigafibre.billing.documents.layout import Row, facts, letter
from gigafibre.billing.documents.statement_document import Ages, StatementDocument, StatementLine
from gigafibre.billing.documents.texts import text
from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.wording import Language, money, short_day

# Rows that plainly fit the first page below the address, with the boxes of ages.
ONE_PAGE = 10
# As in the template: size of a row's text in points. No figure of Inter is wider than 0.64 em, no point or space 0.32.
_SIZE, _FIGURE, _SMALL, _NARROWEST = 8.6, 0.64, 0.32, 32.0
_HEAD = ("date", "document", "debit", "credit_column", "balance")
_BOXES = ("current", "days_1_30", "days_31_60", "days_61_90", "over_90")


def statement_printable(statement: StatementDocument) -> Printable:
    """Lay out one statement for the engine."""
    language = statement.language
    first, last = short_day(statement.first, language), short_day(statement.last, language)
    rows = [_row(line, language) for line in statement.lines]
    balances = [statement.opening, statement.closing, *(line.balance for line in statement.lines)]
    return Printable(
        template="/billing/documents/statement.typ",
        number=f"{statement.account_number} {statement.last}",
        title=text("statement_document", language, number=statement.account_number),
        author=statement.provider.legal_name,
        language=language,
        dated=statement.made_on,
        one_page=len(rows) <= ONE_PAGE,
        content={
            **letter(statement.provider, statement.customer, language),
            "facts": facts(
                [
                    (text("account_number", language), statement.account_number),
                    (text("date", language), short_day(statement.made_on, language)),
                    (text("from_day", language), first),
                    (text("to_day", language), last),
                ]
            ),
            "heading": text("your_statement", language),
            "due": _due(statement),
            "head": [text(key, language) for key in _HEAD],
            "opening": {"words": text("opening", language, day=first), "amount": plain(statement.opening, language)},
            "rows": rows,
            "nothing": "" if rows else text("nothing_happened", language),
            "moved": {
                "words": text("moved", language),
                "debit": plain(statement.debits, language),
                "credit": plain(statement.credits, language),
            },
            "closing": {"words": text("closing", language, day=last), "amount": plain(statement.closing, language)},
            "widths": [_width(each, language) for each in ([statement.debits], [statement.credits], balances)],
            "ages": _ages(statement.ages, language),
            "words": {
                **{key: text(key, language) for key in ("dollars", "contact")},
                "ages": text("ages", language, day=last),
            },
        },
    )


def plain(amount: Decimal, language: Language) -> str:
    """Write an amount without its sign of dollars, which the foot of the table says once."""
    return money(amount, language).replace("$", "").strip()


def _width(amounts: Iterable[Decimal], language: Language) -> float:
    """Return the width of a column of amounts, in points; a total is its widest."""
    written = (plain(amount, language) for amount in amounts)
    ems = max(sum(_SMALL if sign in ",.\u00a0" else _FIGURE for sign in amount) for amount in written)
    return max(ems * _SIZE, _NARROWEST)


def _row(line: StatementLine, language: Language) -> Row:
    said = []
    if line.due_on:
        said.append(text("due_on", language, day=short_day(line.due_on, language)))
    if line.about:
        said.append(text("about", language, number=line.about))
    return {
        "date": short_day(line.on, language),
        "words": text(f"statement_{line.kind}", language, number=line.number),
        "grey": ", ".join(said),
        "debit": plain(line.debit, language) if line.debit else "",
        "credit": plain(line.credit, language) if line.credit else "",
        "balance": plain(line.balance, language),
    }


def _due(statement: StatementDocument) -> Row:
    """Say what is owed on the last day, and what of it is late."""
    language, closing, late = statement.language, statement.closing, statement.ages.late
    day = short_day(statement.last, language)
    if closing < 0:
        label, how = "credit_at", text("credit_kept", language)
    elif closing == 0:
        label, how = "owed_at", text("nothing_to_pay", language)
    elif late:
        label, how = "owed_at", text("some_late", language, amount=money(late, language))
    else:
        label, how = "owed_at", text("none_late", language)
    return {"label": text(label, language, day=day), "amount": money(abs(closing), language), "when": "", "how": how}


def _ages(ages: Ages, language: Language) -> list[Row]:
    """Lay out the boxes of ages, that of credits only where there are some."""
    boxes: Iterable[tuple[str, Decimal]] = ((name, getattr(ages, name)) for name in _BOXES)
    shown = [*boxes, *([("credits", -ages.credits)] if ages.credits else [])]
    return [{"label": text(f"age_{name}", language), "amount": plain(amount, language)} for name, amount in shown]
