"""Quotations and their templates: PHP-serialized lines read whole, by key or by place; what is damaged is listed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from gigafibre.billing.queries.customers import taxes_due
from gigafibre.kernel.money import cents
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.merge import merge
from gigafibre.legacy.importing.serialized import read_array
from gigafibre.sales.pricing import Offered, Taxing, figures

QUOTATION = (
    "number",
    "status",
    "customer_id",
    "prospect_name",
    "language",
    "tax_category",
    "title",
    "po_number",
    "terms",
    "made_on",
    "valid_until",
    "starts_on",
    "monthly_total",
    "once_total",
    "first_total",
    "legacy_raw",
)
LINE = ("position", "cycle", "item_id", "sku", "description", "quantity", "unit_price", "amount", "taxable")
#: The names of a line's parts, in the order in which an unnamed one holds them.
PARTS = ("sku", "desc", "amt", "qte", "tot")
VALID_DAYS = 30
#: Lines of one quotation; its lines' own legacy ids are made of it.
MOST_LINES = 1000
LARGEST = Decimal("9999999999")
EARLIEST = date(1992, 7, 1)
UNDATED = date(2000, 1, 1)


@dataclass
class Line:
    """One line as the former system kept it."""

    monthly: bool
    sku: str
    description: str
    quantity: Decimal
    unit_price: Decimal


@dataclass
class Lines:
    """The lines of a quotation or template that could be read, and everything that was wrong."""

    lines: list[Line] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)

    def add(self, text: str, *, monthly: bool) -> None:
        """Add the lines of one serialized text."""
        read = read_array(text or "")
        where = "mensuel" if monthly else "materiel"
        for code in sorted(read.wrong):
            self.wrong.setdefault(code, f"{where}: {text[:200]}")
        for _, given in read.pairs:
            self._line(given, where, monthly=monthly)

    def _line(self, given: Any, where: str, *, monthly: bool) -> None:
        if not isinstance(given, list):
            self.wrong.setdefault("line", f"{where}: {given!r}"[:200])
            return
        named = {str(key).lower(): value for key, value in given if str(key).lower() in PARTS}
        if not named:
            named = dict(zip(PARTS, [value for _, value in given], strict=False))
        words = {key: str(value).strip() for key, value in named.items() if not isinstance(value, list)}
        price, quantity = number(words.get("amt", "")), number(words.get("qte", "") or "1")
        total = number(words.get("tot", ""))
        if price is None and total is not None and quantity:
            price = (total / quantity).quantize(Decimal("0.0001"))
        if price is None or quantity is None or not _fits(price, quantity):
            self.wrong.setdefault("number", f"{where}: {words}"[:200])
            price, quantity = Decimal(0), Decimal(1)
        if quantity <= 0:
            if not quantity and not price and not words.get("sku") and not words.get("desc"):
                return  # an empty row of the form
            if not quantity:
                self.wrong.setdefault("number", f"{where}: {words}"[:200])
            price, quantity = (-price, -quantity) if quantity else (Decimal(0), Decimal(1))
        if total is not None and cents(price * quantity) != cents(total):
            self.wrong.setdefault("total", f"{where}: {words}"[:200])
        description = words.get("desc") or words.get("sku") or "—"
        sku = words.get("sku", "")[:64]
        self.lines.append(Line(monthly, sku, description[:400], quantity, price))


def number(text: str) -> Decimal | None:
    """Read an amount as people wrote it (`1 234,50 $`); None for what is no number."""
    plain = re.sub(r"[\s\u00a0\u202f$]", "", text)
    if "," in plain and "." not in plain:
        plain = plain.replace(",", ".") if len(plain) - plain.rindex(",") <= 3 else plain.replace(",", "")
    try:
        found = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
    return found.quantize(Decimal("0.0001")) if found.is_finite() and abs(found) < LARGEST else None


def import_offers(ctx: Ctx) -> None:
    """Bring quotations and templates in: every line that can be read, the raw text of what could not."""
    _tables(ctx)
    _quotations(ctx)
    merge(ctx, "sales_quotation", "want_quotation", QUOTATION)
    ctx.cursor.execute(
        "ALTER TABLE want_quotation_line ADD quotation_id bigint;"
        "UPDATE want_quotation_line w SET quotation_id = q.id FROM sales_quotation q WHERE q.legacy_id = w.owner"
    )
    merge(ctx, "sales_quotationline", "want_quotation_line", ("quotation_id", *LINE))
    _templates(ctx)
    merge(ctx, "sales_quotationtemplate", "want_template", ("name", "terms", "active", "legacy_raw"))
    ctx.cursor.execute(
        "ALTER TABLE want_template_line ADD template_id bigint;"
        "UPDATE want_template_line w SET template_id = t.id FROM sales_quotationtemplate t WHERE t.legacy_id = w.owner"
    )
    merge(ctx, "sales_templateline", "want_template_line", ("template_id", *LINE))
    ctx.found(
        "quotation_without_account",
        "soumission",
        "SELECT legacy_id, prospect_name, NULL::numeric FROM want_quotation WHERE customer_id IS NULL",
    )
    ctx.cursor.execute(
        "UPDATE kernel_series s SET next = greatest(s.next, x.top + 1) "
        "FROM (SELECT max(legacy_id) AS top FROM sales_quotation) x WHERE s.code = 'quotation' AND x.top >= s.next"
    )


_WANT_LINES = """
CREATE TEMP TABLE {name} (legacy_id bigint, owner bigint, position smallint, cycle varchar(8), item_id bigint,
  sku varchar(64), description varchar(400), quantity numeric(10,3), unit_price numeric(14,4), amount numeric(12,2),
  taxable boolean) ON COMMIT DROP
"""


def _tables(ctx: Ctx) -> None:
    ctx.cursor.execute(
        "CREATE TEMP TABLE want_quotation (legacy_id bigint, number varchar(16), status varchar(8), "
        "customer_id bigint, prospect_name varchar(160), "
        "language varchar(2), tax_category varchar(16), title varchar(160), "
        "po_number varchar(64), terms text, "
        "made_on date, valid_until date, starts_on date, "
        "monthly_total numeric(12,2), once_total numeric(12,2), first_total numeric(12,2), "
        "legacy_raw text) ON COMMIT DROP"
    )
    ctx.cursor.execute(
        "CREATE TEMP TABLE want_template (legacy_id bigint, name varchar(80), terms text, active boolean, "
        "legacy_raw text) ON COMMIT DROP"
    )
    for name in ("want_quotation_line", "want_template_line"):
        ctx.cursor.execute(_WANT_LINES.format(name=name))


def _quotations(ctx: Ctx) -> None:
    ctx.cursor.execute(
        "SELECT s.id, c.id, c.language, c.tax_category, s.account_id, legacy_clean(s.name), legacy_clean(s.po), "
        "legacy_day(s.date), s.tax, coalesce(s.materiel, ''), coalesce(s.mensuel, ''), legacy_text(s.text) "
        "FROM legacy_stage.soumission s LEFT JOIN crm_customer c ON c.legacy_id = s.account_id ORDER BY s.id"
    )
    rows, kept, damaged = [], [], []
    for key, customer, language, category, account, name, po, day, tax, once, monthly, text in ctx.cursor.fetchall():
        found = Lines()
        found.add(once, monthly=False)
        found.add(monthly, monthly=True)
        damaged += [(key, code, detail) for code, detail in found.wrong.items()]
        made = day or UNDATED
        until = made + timedelta(days=VALID_DAYS)
        sums = _totals(found, made, category or "QC", taxed=bool(tax))
        rows.append(
            [
                key,
                f"QUO-{key}",
                "draft" if until >= ctx.now.date() else "expired",
                customer,
                "" if customer else f"Compte {account}",
                language or "fr",
                category or "QC",
                name[:160],
                po[:64],
                text,
                made,
                until,
                made,
                *sums,
                f"materiel={once}\nmensuel={monthly}" if found.wrong else "",
            ]
        )
        kept.append((key, found, bool(tax)))
    _copy(ctx, "want_quotation", ("legacy_id", *QUOTATION), rows)
    _lines(ctx, "want_quotation_line", kept)
    _tell(ctx, "soumission", damaged)


def _templates(ctx: Ctx) -> None:
    ctx.cursor.execute(
        "SELECT id, legacy_clean(name), coalesce(materiel, ''), coalesce(mensuel, ''), legacy_text(text) "
        "FROM legacy_stage.soumission_template ORDER BY id"
    )
    rows, kept, damaged, names = [], [], [], set()
    for key, name, once, monthly, text in ctx.cursor.fetchall():
        found = Lines()
        found.add(once, monthly=False)
        found.add(monthly, monthly=True)
        damaged += [(key, code, detail) for code, detail in found.wrong.items()]
        own = name or f"Modèle {key}"
        own = f"{own} ({key})" if own in names else own
        names.add(own)
        rows.append([key, own, text, True, f"materiel={once}\nmensuel={monthly}" if found.wrong else ""])
        kept.append((key, found, True))
    _copy(ctx, "want_template", ("legacy_id", "name", "terms", "active", "legacy_raw"), rows)
    _lines(ctx, "want_template_line", kept)
    _tell(ctx, "soumission_template", damaged)


def _totals(found: Lines, made: date, category: str, *, taxed: bool) -> tuple[Decimal, Decimal, Decimal]:
    """Return what is paid each month, once and first, with the taxes of the quotation's day."""
    offered = [
        Offered(
            monthly=line.monthly,
            words=line.description,
            quantity=line.quantity,
            unit_price=line.unit_price,
            taxable=taxed,
        )
        for line in found.lines
    ]
    rates = [due.rate for due in taxes_due(category, max(made, EARLIEST))] if taxed else []
    worked = figures(offered, Taxing(rates), start=made, billing_day=1)
    return worked.monthly.total, worked.once.total, worked.first.total


def _lines(ctx: Ctx, table: str, kept: list[tuple[int, Lines, bool]]) -> None:
    ctx.cursor.execute("SELECT lower(sku), id FROM catalog_item")
    items = dict(ctx.cursor.fetchall())
    rows = []
    for key, found, taxed in kept:
        if len(found.lines) >= MOST_LINES:
            raise ValueError(f"{table} {key} has {len(found.lines)} lines")
        for place, line in enumerate(found.lines, start=1):
            rows.append(
                [
                    key * MOST_LINES + place,
                    key,
                    place,
                    "monthly" if line.monthly else "once",
                    items.get(line.sku.lower()),
                    line.sku,
                    line.description,
                    line.quantity,
                    line.unit_price,
                    cents(line.unit_price * line.quantity),
                    taxed,
                ]
            )
    _copy(ctx, table, ("legacy_id", "owner", *LINE), rows)


def _tell(ctx: Ctx, table: str, damaged: list[tuple[int, str, str]]) -> None:
    for code in sorted({code for _, code, _ in damaged}):
        found = [(key, detail) for key, other, detail in damaged if other == code]
        ctx.list_rows(f"quotation_{code}", table, found)


def _copy(ctx: Ctx, table: str, columns: tuple[str, ...], rows: list[list[Any]]) -> None:
    # Names of our own tables and columns.
    with ctx.cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as target:
        for row in rows:
            target.write_row(row)


def _fits(price: Decimal, quantity: Decimal) -> bool:
    size = abs(quantity) if quantity else Decimal(1)
    return abs(price * quantity) < LARGEST and Decimal("0.001") <= size < Decimal(10_000_000)
