"""What became of each table's rows: read, imported, fixed, skipped; and whether anything is left over.

`read` counts the rows of the source. `imported` counts those of them that stand here now, whenever they came. `fixed`
and `skipped` count the distinct rows with a finding of that sort (`findings.Sort`): a fixed row is imported as well,
a skipped one is not. So `read = imported + skipped`, and what that leaves over (`rest`) must be 0; where it is not, the
rows that neither stand here nor were skipped are listed as `row_unexplained`.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from psycopg import sql

from gigafibre.legacy.findings import RULES, Sort, sort_of
from gigafibre.legacy.importing.looks import OUR_TAXES
from gigafibre.legacy.staged import SCHEMA

#: By table, what says of its row `x` that it stands here. Those not named are read for what they say (rates, the cut).
STANDS: dict[str, str] = {
    "account": "EXISTS (SELECT FROM crm_customer t WHERE t.legacy_id = x.id)",
    "account_memo": "EXISTS (SELECT FROM kernel_note t WHERE t.legacy_id = x.id)",
    "account_profile": "EXISTS (SELECT FROM payments_paymentmethod t WHERE t.legacy_id = x.id + 2000000000)",
    "account_suspension": "EXISTS (SELECT FROM collections_suspension t WHERE t.legacy_id = x.id) "
    "OR EXISTS (SELECT FROM kernel_note t WHERE t.legacy_id = -1000000000 - x.id)",
    "accord_paiement": "EXISTS (SELECT FROM collections_paymentarrangement t WHERE t.legacy_id = x.id)",
    "delivery": "EXISTS (SELECT FROM crm_location t WHERE t.legacy_id = x.id)",
    "delivery_history": "EXISTS (SELECT FROM crm_formeraddress t WHERE t.legacy_id = x.id)",
    "device": "EXISTS (SELECT FROM network_equipment t WHERE t.legacy_id = x.id)",
    "fibre": "EXISTS (SELECT FROM network_drop t WHERE t.legacy_id = x.id)",
    "product_cat": "EXISTS (SELECT FROM catalog_itemgroup t WHERE t.legacy_id = x.id)",
    "product": "EXISTS (SELECT FROM catalog_item t WHERE t.legacy_id = x.id)",
    "service": "EXISTS (SELECT FROM subscriptions_subscription t WHERE t.legacy_id = x.id)",
    "compta_comptes": "EXISTS (SELECT FROM ledger_account t WHERE t.legacy_id = x.id)",
    "invoice": "EXISTS (SELECT FROM billing_invoice t WHERE t.legacy_id = x.id)",
    "invoice_item": "EXISTS (SELECT FROM billing_invoiceline t WHERE t.legacy_id = x.id)",
    # Taxes of one invoice and kind are one row here; of another kind, or of nothing, they are none.
    "invoice_tax": f"x.amount <> 0 AND x.tax_id IN ({OUR_TAXES}) "
    "AND EXISTS (SELECT FROM billing_invoice t WHERE t.legacy_id = x.invoice_id)",
    "payment": "EXISTS (SELECT FROM payments_payment t WHERE t.legacy_id = x.id)",
    "payment_item": "EXISTS (SELECT FROM ledger_allocation t WHERE t.legacy_id = x.id AND t.undone_on IS NULL)",
    "staff": "EXISTS (SELECT FROM identity_user t WHERE t.legacy_id = x.id)",
    "bon_travail": "EXISTS (SELECT FROM dispatch_job t WHERE t.legacy_id = x.id)",
    "bon_travail_item": "EXISTS (SELECT FROM dispatch_jobline t WHERE t.legacy_id = x.id)",
    "ip_history": "EXISTS (SELECT FROM network_ipassignment t WHERE t.legacy_id = x.id)",
    "service_snapshot": "EXISTS (SELECT FROM network_usageday t WHERE t.legacy_id = x.id)",
    "soumission": "EXISTS (SELECT FROM sales_quotation t WHERE t.legacy_id = x.id)",
    "soumission_template": "EXISTS (SELECT FROM sales_quotationtemplate t WHERE t.legacy_id = x.id)",
}

SKIPS = [code for code in RULES if sort_of(code) is Sort.SKIPPED]


def tallies(run: int, read: dict[str, int]) -> list[dict[str, Any]]:
    """Return a row for each table that was read, in the order of `read` (table → rows)."""
    sorts = _by_sort(run)
    found = []
    for table, count in read.items():
        imported = _standing(table, count)
        skipped = sorts.get((table, Sort.SKIPPED), 0)
        if imported + skipped != count and table in STANDS:
            skipped = _skipped(run, table)
            _list_unexplained(run, table)
        found.append(
            {
                "table": table,
                "read": count,
                "imported": imported,
                "fixed": sorts.get((table, Sort.FIXED), 0),
                "skipped": skipped,
                "rest": count - imported - skipped,
            }
        )
    return found


def _standing(table: str, read: int) -> int:
    if table not in STANDS:
        return read
    query = sql.SQL("SELECT count(*) FROM {} x WHERE {}").format(sql.Identifier(SCHEMA, table), sql.SQL(STANDS[table]))
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])


def _skipped(run: int, table: str) -> int:
    """Count the rows that a rule skipped, but for those that stand here since the source had them otherwise."""
    query = sql.SQL(
        "SELECT count(*) FROM {table} x WHERE NOT ({stands}) AND x.id IN (SELECT legacy_id FROM legacy_importfinding "
        'WHERE run_id = {run} AND "table" = {name} AND code = ANY(%s))'
    ).format(
        run=sql.Literal(run),
        name=sql.Literal(table),
        table=sql.Identifier(SCHEMA, table),
        stands=sql.SQL(STANDS[table]),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [SKIPS])
        return int(cursor.fetchone()[0])


def _list_unexplained(run: int, table: str) -> None:
    query = sql.SQL(
        'INSERT INTO legacy_importfinding (run_id, code, "table", legacy_id, detail) '
        "SELECT {run}, 'row_unexplained', {name}, x.id, '' FROM {table} x WHERE NOT ({stands}) AND NOT EXISTS ("
        'SELECT FROM legacy_importfinding f WHERE f.run_id = {run} AND f."table" = {name} AND f.legacy_id = x.id '
        "AND f.code = ANY(%s)) ORDER BY x.id LIMIT 10000"
    ).format(
        run=sql.Literal(run),
        name=sql.Literal(table),
        table=sql.Identifier(SCHEMA, table),
        stands=sql.SQL(STANDS[table]),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [SKIPS])


def _by_sort(run: int) -> dict[tuple[str, Sort], int]:
    """Count distinct rows by table and sort of the rule."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT code FROM legacy_importfinding WHERE run_id = %s", [run])
        sorts = [(code, sort_of(code).value) for (code,) in cursor.fetchall()]
        cursor.execute(
            'SELECT f."table", s.sort, count(DISTINCT f.legacy_id) FROM legacy_importfinding f '
            "JOIN unnest(%s::text[], %s::text[]) AS s (code, sort) ON s.code = f.code "
            "WHERE f.run_id = %s AND s.sort <> 'noted' GROUP BY 1, 2",
            [[code for code, _ in sorts], [sort for _, sort in sorts], run],
        )
        return {(table, Sort(sort)): count for table, sort, count in cursor.fetchall()}
