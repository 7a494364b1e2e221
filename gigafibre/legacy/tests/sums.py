"""Checksums of everything an import wrote: equal when two imports made the same of the same source.

Keys of ours differ from one import to the next by nature (and with them what other rows point at), so each row is taken
without them, and with the name by which people know the row it points at in their place.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

TABLES = (
    "crm_customer", "crm_contact", "crm_contactpoint", "crm_location", "crm_formeraddress", "catalog_item",
    "catalog_itemprice", "subscriptions_subscription", "billing_invoice", "billing_invoiceline", "billing_invoicetax",
    "billing_chargedperiod", "payments_payment", "payments_paymentmethod", "ledger_openitem", "ledger_allocation",
    "ledger_journalentry", "ledger_journalline", "collections_paymentarrangement", "collections_suspension",
    "kernel_note", "network_olt", "network_drop", "network_equipment", "network_ipassignment", "network_usageday",
    "dispatch_technician", "dispatch_job", "dispatch_timeentry", "dispatch_jobline", "identity_user",
    "sales_quotation", "sales_quotationline", "sales_quotationtemplate", "sales_templateline",
    "catalog_itemgroup", "ledger_account", "identity_user_roles", "legacy_legacyrow", "legacy_reissue",
    "crm_searchtext", "legacy_legacyproduct", "ledger_closedmonth", "ledger_monthclosing", "network_equipmentmove",
)  # fmt: skip
#: What an import says of itself: `found` compares what it listed.
OF_RUNS = {"legacy_importrun", "legacy_importphase", "legacy_importfinding"}
#: Differ from one import to the next by nature: moments, ciphertext, what is drawn by chance.
NOT_COMPARED = frozenset((
    "id", "created_at", "at", "posted_at", "posted_xid", "token", "transit", "account", "radius_password", "sort_key",
    "username", "password", "undone_at", "legacy_at", "closed_at", "print",
    "parts",
))  # fmt: skip
#: How people know a row that others point at.
NAMES = {
    "crm_customer": "p.number",
    "crm_contact": "p.legacy_key",
    "crm_location": "p.number",
    "catalog_itemgroup": "p.code",
    "catalog_item": "p.sku",
    "subscriptions_subscription": "p.number",
    "billing_invoice": "p.kind || coalesce(p.number, 'draft ' || p.legacy_id)",
    "billing_tax": "p.code",
    "payments_payment": "p.number",
    "ledger_account": "p.number",
    "ledger_openitem": "p.kind || p.number",
    "ledger_journalentry": "p.kind || p.document",
    "network_olt": "p.name",
    "network_drop": "p.number",
    "network_equipment": "p.number",
    "dispatch_job": "p.number",
    "dispatch_technician": "p.number",
    "sales_quotation": "p.number",
    "sales_quotationtemplate": "p.legacy_id::text",
    "identity_user": "p.legacy_id::text",
}
#: What columns point at that have no foreign key: neighbours' rows.
POINTERS = {
    "account_id": "ledger_account",
    "author_id": "identity_user",
    "child_id": "crm_customer",
    "customer_id": "crm_customer",
    "entry_id": "ledger_journalentry",
    "item_id": "catalog_item",
    "location_id": "crm_location",
    "subscription_id": "subscriptions_subscription",
    "user_id": "identity_user",
}
FINDINGS = """
SELECT md5(string_agg(print, ',' ORDER BY print)) FROM (
  SELECT md5(ROW(code, "table", legacy_id, detail, amount, field, ours, theirs)::text) AS print
  FROM legacy_importfinding WHERE run_id = (SELECT max(id) FROM legacy_importrun)) r
"""
COLUMNS = """
SELECT a.attname, f.confrelid::regclass::text, a.atttypid = 'bigint'::regtype FROM pg_attribute a
LEFT JOIN pg_constraint f ON f.conrelid = a.attrelid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
"""


def counts() -> dict[str, int]:
    """How many rows each table has."""
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in TABLES))
        return dict(cursor.fetchall())


def checksums(cursor: Any = None) -> dict[str, str]:
    """One checksum a table, of its rows in any order."""
    if cursor is None:
        with connection.cursor() as own:
            return checksums(own)
    return {table: _checksum(cursor, table) for table in TABLES}


def found(cursor: Any) -> str:
    """One checksum of all that the last run listed."""
    cursor.execute(FINDINGS)
    return str(cursor.fetchone()[0])


def written() -> set[str]:
    """Names of the tables that hold a row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
        )
        names = [name for (name,) in cursor.fetchall()]
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in names))
        return {name for (name,) in cursor.fetchall()}


def _checksum(cursor: Any, table: str) -> str:
    cursor.execute(COLUMNS, [table])
    values, joins = [], []
    for place, (column, target, is_key) in enumerate(cursor.fetchall()):
        if column in NOT_COMPARED:
            continue
        if target is None and is_key and column.endswith("_id") and not column.startswith("legacy_"):
            target = POINTERS.get(column)
        if target is None:
            values.append(f"t.{column}")
        elif target in NAMES:
            name = NAMES[target].replace("p.", f"p{place}.")
            joins.append(f"LEFT JOIN {target} p{place} ON p{place}.id = t.{column}")
            values.append(f"({name})")
    cursor.execute(
        f"SELECT md5(string_agg(print, ',' ORDER BY print)) FROM "
        f"(SELECT md5(ROW({', '.join(values)})::text) AS print FROM {table} t {' '.join(joins)}) r"
    )
    return str(cursor.fetchone()[0])
