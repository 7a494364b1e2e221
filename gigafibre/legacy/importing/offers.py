"""Quotations and their templates: PHP-serialized lines read whole, by key or by place; what is damaged is listed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from psycopg import sql

from gigafibre.billing.queries.customers import taxes_due
from gigafibre.kernel.money import cents
from gigafibre.legacy.importing import numbering
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.merge import Kind, Part, defaults_of, merge
from gigafibre.legacy.importing.serialized import read_array
from gigafibre.sales.pricing import Offered, Taxing, figures

QUOTATION = (
    "number",
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
    numbering.number(ctx, "sales_quotation", "want_quotation", "quotation", "soumission")
    answered = "t.status NOT IN ('draft', 'expired') OR t.document_id IS NOT NULL"
    lines = Part("lines", LINES_HERE.format(table="sales_quotationline", owner="quotation_id"))
    kind = Kind(once=("status",), parts=(lines,), ours=answered)
    ctx.cursor.execute(LINES_WANTED.format(want="want_quotation", lines="want_quotation_line"))
    written = merge(ctx, "sales_quotation", "want_quotation", QUOTATION, "soumission", kind)
    _write_lines(ctx, "sales_quotation", "sales_quotationline", "quotation_id", "want_quotation_line", written)
    _templates(ctx)
    ctx.cursor.execute(OTHER_NAMES)
    ctx.cursor.execute(LINES_WANTED.format(want="want_template", lines="want_template_line"))
    lines = Part("lines", LINES_HERE.format(table="sales_templateline", owner="template_id"))
    template = ("name", "terms", "active", "legacy_raw")
    kind = Kind(parts=(lines,), aside={"name": "'~' || t.id"})
    written = merge(ctx, "sales_quotationtemplate", "want_template", template, "soumission_template", kind)
    _write_lines(ctx, "sales_quotationtemplate", "sales_templateline", "template_id", "want_template_line", written)
    ctx.found(
        "quotation_without_account",
        "soumission",
        "SELECT legacy_id, prospect_name, NULL::numeric FROM want_quotation WHERE customer_id IS NULL",
    )


# The lines of an offer as one text, by which a change on either side is known and shown.
_SAID = """
coalesce(string_agg(concat_ws(' · ', x.cycle, nullif(x.sku, ''), x.description,
                              trim_scale(x.quantity) || ' × ' || trim_scale(x.unit_price),
                              CASE WHEN NOT x.taxable THEN '0 %' END),
                    E'\\n' ORDER BY x.position), '')
"""
LINES_HERE = "SELECT" + _SAID + "FROM {table} x WHERE x.{owner} = t.id"
LINES_WANTED = (
    """
ALTER TABLE {want} ADD lines text;
UPDATE {want} w SET lines = (SELECT"""
    + _SAID
    + """FROM {lines} x WHERE x.owner = w.legacy_id)
"""
)
# A name that a template made here bears is followed by the number.
OTHER_NAMES = """
UPDATE want_template w SET name = left(w.name, 60) || ' (' || w.legacy_id || ')'
FROM sales_quotationtemplate t WHERE t.name = w.name AND t.legacy_id IS NULL
"""
_WANT_LINES = """
CREATE TEMP TABLE {name} (legacy_id bigint, owner bigint, position smallint, cycle varchar(8), item_id bigint,
  sku varchar(64), description varchar(400), quantity numeric(10,3), unit_price numeric(14,4), amount numeric(12,2),
  taxable boolean) ON COMMIT DROP
"""


def _tables(ctx: Ctx) -> None:
    ctx.cursor.execute(
        "CREATE TEMP TABLE want_quotation (legacy_id bigint, number varchar(16), "
        "customer_id bigint, prospect_name varchar(160), "
        "language varchar(2), tax_category varchar(16), title varchar(160), "
        "po_number varchar(64), terms text, "
        "made_on date, valid_until date, starts_on date, "
        "monthly_total numeric(12,2), once_total numeric(12,2), first_total numeric(12,2), "
        "legacy_raw text, status varchar(8)) ON COMMIT DROP"
    )
    ctx.cursor.execute(
        "CREATE TEMP TABLE want_template (legacy_id bigint, name varchar(80), terms text, active boolean, "
        "legacy_raw text) ON COMMIT DROP"
    )
    for name in ("want_quotation_line", "want_template_line"):
        ctx.cursor.execute(_WANT_LINES.format(name=name))


def _quotations(ctx: Ctx) -> None:
    ctx.cursor.execute(
        "SELECT s.id, c.id, CASE WHEN a.language_id = 'anglais' THEN 'en' ELSE 'fr' END, "
        "CASE a.tax_group WHEN 2 THEN 'GST' WHEN 3 THEN 'EXEMPT' ELSE 'QC' END, "
        "s.account_id, legacy_clean(s.name), legacy_clean(s.po), "
        "legacy_day(s.date), s.tax, coalesce(s.materiel, ''), coalesce(s.mensuel, ''), legacy_text(s.text) "
        "FROM legacy_stage.soumission s LEFT JOIN crm_customer c ON c.legacy_id = s.account_id "
        "LEFT JOIN legacy_stage.account a ON a.id = s.account_id ORDER BY s.id"
    )
    rows, kept, damaged = [], [], []
    for key, customer, language, category, account, name, po, day, tax, once, monthly, text in ctx.cursor.fetchall():
        found = Lines()
        found.add(once, monthly=False)
        found.add(monthly, monthly=True)
        damaged += [(key, code, detail) for code, detail in found.wrong.items()]
        made = day or UNDATED
        until = made + timedelta(days=VALID_DAYS)
        sums = _totals(found, made, category, taxed=bool(tax))
        rows.append(
            [
                key,
                f"QUO-{key}",
                customer,
                "" if customer else f"Compte {account}",
                language,
                category,
                name[:160],
                po[:64],
                text,
                made,
                until,
                made,
                *sums,
                f"materiel={once}\nmensuel={monthly}" if found.wrong else "",
                "draft" if until >= ctx.today else "expired",
            ]
        )
        kept.append((key, found, bool(tax)))
    _copy(ctx, "want_quotation", ("legacy_id", *QUOTATION, "status"), rows)
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


def _write_lines(ctx: Ctx, head: str, table: str, owner: str, want: str, written: tuple[list[int], list[int]]) -> None:
    """Give the heads that were just written, new or changed, the lines that the source says."""
    new, updated = written
    others = defaults_of(table, {"legacy_id", owner, *LINE}, ctx.now)
    names = {
        "table": sql.Identifier(table),
        "head": sql.Identifier(head),
        "owner": sql.Identifier(owner),
        "want": sql.Identifier(want),
        "columns": sql.SQL(", ").join(map(sql.Identifier, (*LINE, *others))),
        "values": sql.SQL(", ").join(
            [*(sql.SQL("w.{}").format(sql.Identifier(c)) for c in LINE), *map(sql.Literal, others.values())]
        ),
    }
    if updated:
        ctx.cursor.execute(
            sql.SQL("DELETE FROM {table} x USING {head} h WHERE h.id = x.{owner} AND h.legacy_id = ANY(%s)").format(
                **names
            ),
            [updated],
        )
    ctx.cursor.execute(
        sql.SQL(
            "INSERT INTO {table} (legacy_id, {owner}, {columns}) SELECT w.legacy_id, h.id, {values} FROM {want} w "
            "JOIN {head} h ON h.legacy_id = w.owner WHERE w.owner = ANY(%s) ORDER BY w.legacy_id"
        ).format(**names),
        [[*new, *updated]],
    )


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
