"""The chart of accounts: the provider's own takes over, by number; programs find theirs by role."""

from __future__ import annotations

import re

from gigafibre.ledger.chart import CHART
from gigafibre.legacy.importing.context import Ctx

KINDS = {"Actif": "asset", "Passif": "liability", "Avoir": "equity", "Revenus": "revenue", "Dépenses": "expense"}
#: Which role an account of the provider's own takes, by what its (folded) name says; the first that fits wins.
ROLES = (
    ("receivable", r"^comptes? (clients|a recevoir)"),
    ("allowance", r"provision pour (creances|mauvaises)"),
    ("gst", r"^tps (a remettre|percue)"),
    ("qst", r"^tvq (a remettre|percue)"),
    ("gst_paid", r"^tps payee"),
    ("qst_paid", r"^tvq payee"),
    ("tax_911", r"9 ?1 ?1"),
    ("bank", r"(encaisse|banque).*operation"),
    ("clearing.cash", r"petite caisse"),
    ("clearing.pad", r"(prelevements|ppa).*transit"),
    ("clearing.card", r"cartes? de credit en transit"),
    ("clearing.cheque", r"depots? en transit"),
    ("deferred_revenue", r"revenus reportes"),
    ("deposits", r"depots de clients"),
    ("inventory", r"stock d equipement"),
    ("bad_debt", r"mauvaises creances"),
    ("retained_earnings", r"benefices non repartis"),
    ("revenue.internet", r"mensualites fibre"),
    ("revenue.tv", r"^television"),
    ("revenue.telephone", r"^telephonie"),
    ("revenue.equipment", r"vente d equipement"),
    ("revenue.labour", r"main d oeuvre"),
    ("revenue.fees", r"frais divers"),
    ("revenue.discount", r"rabais"),
)


def import_accounts(ctx: Ctx) -> None:
    """Take the chart over. While nothing is posted, a number of ours that means another thing moves out of the way."""
    cursor = ctx.cursor
    posted = ctx.one("SELECT EXISTS (SELECT 1 FROM ledger_journalline)")
    known = ctx.one("SELECT EXISTS (SELECT 1 FROM ledger_account WHERE legacy_id IS NOT NULL)")
    cursor.execute(
        'SELECT id, num_compte::text, category, "desc", fold("desc") FROM legacy_stage.compta_comptes ORDER BY id'
    )
    legacy = cursor.fetchall()
    if not posted and not known:
        _make_room(ctx, {number for _, number, *_ in legacy})
    english = _english(ctx)
    for key, number, category, name, folded in legacy:
        kind = KINDS.get(category, "expense")
        if category not in KINDS:
            ctx.list_rows("account_kind_unknown", "compta_comptes", [(key, category)])
        cursor.execute(
            "INSERT INTO ledger_account (number, name_fr, name_en, kind, gifi, legacy_id) "
            "VALUES (%s, %s, %s, %s, '', %s) ON CONFLICT (number) DO UPDATE SET legacy_id = excluded.legacy_id "
            "WHERE ledger_account.legacy_id IS NULL RETURNING (xmax = 0)",
            [number, name[:128], english.get(folded, name)[:128], kind, key],
        )
        made = cursor.fetchone()
        if made and made[0]:
            ctx.count("new", 1)
        if not posted and not known:
            _take_role(ctx, number, folded)


def _english(ctx: Ctx) -> dict[str, str]:
    """Return the English name of each account of our own chart by its folded French one: theirs may bear the same."""
    ctx.cursor.execute(
        "SELECT fold(fr), en FROM unnest(%s::text[], %s::text[]) AS ours (fr, en)",
        [[account.name_fr for account in CHART], [account.name_en for account in CHART]],
    )
    return dict(ctx.cursor.fetchall())


def _make_room(ctx: Ctx, numbers: set[str]) -> None:
    """Move our own starting accounts off the numbers that the provider uses: to the next free one of 90000 on."""
    ctx.cursor.execute("SELECT id, number, role FROM ledger_account WHERE legacy_id IS NULL ORDER BY number")
    for free, (key, number, role) in enumerate(ctx.cursor.fetchall(), start=1):
        if number not in numbers:
            continue
        if role is None and not ctx.one(
            "SELECT EXISTS (SELECT 1 FROM catalog_itemgroup WHERE revenue_account = %s)", [number]
        ):
            ctx.cursor.execute("DELETE FROM ledger_account WHERE id = %s", [key])
        else:
            moved = str(90000 + free)
            ctx.cursor.execute("UPDATE ledger_account SET number = %s WHERE id = %s", [moved, key])
            ctx.cursor.execute(
                "UPDATE catalog_itemgroup SET revenue_account = %s WHERE revenue_account = %s", [moved, number]
            )


def _take_role(ctx: Ctx, number: str, folded: str) -> None:
    for role, pattern in ROLES:
        if re.search(pattern, folded):
            holder = ctx.one("SELECT legacy_id IS NOT NULL FROM ledger_account WHERE role = %s", [role])
            if holder:
                continue
            ctx.cursor.execute("UPDATE ledger_account SET role = NULL WHERE role = %s", [role])
            ctx.cursor.execute("UPDATE ledger_account SET role = %s WHERE number = %s AND role IS NULL", [role, number])
            return
