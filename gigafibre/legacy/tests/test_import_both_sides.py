"""Every table that is merged: a row changed on both sides stays ours and is listed; one changed there only comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from gigafibre.legacy.importing.methods import BANK
from gigafibre.legacy.models import ImportFinding, ImportRun, LegacyRow
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows


@dataclass(frozen=True)
class Case:
    """One column of ours, what it comes of, and what both sides write there; `becomes` is theirs as it stands here."""

    target: str
    column: str
    source: str
    theirs_column: str
    ours: str = "d’ici"
    theirs: str = "de là-bas"
    becomes: str = ""
    which: str = "true"  # rows of ours that can be changed so
    key: Callable[[int], int] = int  # the source's key of a row of ours
    more: tuple[str, ...] = ()  # columns that say the same, and so are listed too
    found_by: str = "t.legacy_id"  # how a row of ours tells its legacy id

    @property
    def expected(self) -> str:
        """What stands here once theirs was taken."""
        return self.becomes or self.theirs


CASES = (
    Case("crm_customer", "city", "account", "city", which="NOT placeholder"),
    Case("crm_contact", "name", "account", "first_name", theirs="Noé", becomes="Noé",
         found_by="nullif(split_part(t.legacy_key, ':', 2), '')::bigint"),
    Case("crm_location", "label", "delivery", "name"),
    Case("crm_formeraddress", "city", "delivery_history", "city"),
    Case("kernel_note", "text", "account_memo", "memo", which="t.legacy_id > 0"),
    # A name that no branch knows is a fee's.
    Case("catalog_itemgroup", "name_fr", "product_cat", "name", more=("name_en", "parent_id"),
         which="parent_id = (SELECT id FROM catalog_itemgroup WHERE code = 'SERVICES')"),
    Case("catalog_item", "download_kbps", "product", "download_speed", "111", "222", which="download_kbps > 0"),
    Case("catalog_itemprice", "price", "product", "price", "99.9500", "88.88", "88.8800", which="price > 0",
         found_by="(SELECT i.legacy_id FROM catalog_item i WHERE i.id = t.item_id)"),
    Case("subscriptions_subscription", "comment", "service", "comment"),
    Case("network_drop", "placemark", "fibre", "placemarks_id"),
    Case("network_equipment", "manufacturer", "device", "manufacturier"),
    Case("payments_paymentmethod", "holder", "account", "ppa_name", which="kind = 'bank'", key=lambda at: at - BANK),
    Case("collections_paymentarrangement", "change_reason", "accord_paiement", "raison_changement"),
    Case("collections_suspension", "reason", "account_suspension", "note"),
    Case("identity_user", "extension", "staff", "ext", "11", "22"),
    Case("dispatch_technician", "phone", "staff", "cell", "+14505550111", "450 555-0122", "+14505550122"),
    Case("dispatch_job", "completion_note", "bon_travail", "note"),
    Case("dispatch_timeentry", "ended_at", "bon_travail", "heure_depart_t1", "2027-01-01 04:59:00+00", "23:58",
         ":58:00+00", which="t.legacy_id % 2 = 0", key=lambda at: at // 2),
    Case("dispatch_jobline", "description", "bon_travail_item", "desc"),
    Case("sales_quotation", "po_number", "soumission", "po"),
    Case("sales_quotationtemplate", "terms", "soumission_template", "text"),
)  # fmt: skip
#: Documents, which never change here: told by `document_changed` (test_nightly).
FIXED = {"billing_invoice", "payments_payment"}
#: Walked elsewhere: who is plugged behind whom (test_reimport_after_work), addresses and usage (test_traffic).
ELSEWHERE = {"network_equipment.parent", "network_ipassignment", "network_usageday"}


def value(case: Case, key: int) -> str:
    return str(rows(f"SELECT ({case.column})::text FROM {case.target} t WHERE {case.found_by} = {key}")[0][0])


def test_every_merged_table_keeps_ours_and_takes_theirs(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.004, seed=21, defects="none", json=True, stdout=StringIO())
    dump = Dump(tmp_path)
    for line in (tmp_path / "account.txt").read_text().split("\n")[:2]:
        dump.add("account_suspension", account_id=line.split("\t")[0], date_start=1_600_000_000, date_end=1_601_000_000)
    imported(tmp_path)
    walked = {case.target for case in CASES}
    merged = set(LegacyRow.objects.values_list("target", flat=True).distinct())
    assert merged - walked - FIXED - ELSEWHERE == set(), "a table that is merged has no case"
    used: dict[str, set[int]] = defaultdict(set)
    pairs: list[tuple[Case, int, int]] = []
    for case in CASES:
        found = rows(
            f"SELECT {case.found_by} FROM {case.target} t WHERE {case.found_by} IS NOT NULL AND {case.which} ORDER BY 1"
        )
        free = [key for (key,) in found if case.key(key) not in used[case.source]]
        mine, theirs = free[0], free[-1]
        assert mine != theirs, case
        used[case.source] |= {case.key(mine), case.key(theirs)}
        pairs.append((case, mine, theirs))
    with connection.cursor() as cursor:
        for case, mine, theirs in pairs:
            # Written past the verbs, which would do more than change one column.
            cursor.execute(f"ALTER TABLE {case.target} DISABLE TRIGGER USER")
            cursor.execute(
                f"UPDATE {case.target} t SET {case.column} = %s WHERE {case.found_by} = %s", [case.ours, mine]
            )
            cursor.execute(f"ALTER TABLE {case.target} ENABLE TRIGGER USER")
            for key in (mine, theirs):
                dump.change(case.source, case.key(key), **{case.theirs_column: lambda _, to=case.theirs: to})
    run = imported(tmp_path)
    for case, mine, theirs in pairs:
        assert value(case, mine) == case.ours, case
        assert case.expected in value(case, theirs), case
    expected = sorted(
        (case.source, case.key(mine), f"{case.target}.{column}")
        for case, mine, _ in pairs
        for column in (case.column, *case.more)
    )
    assert told(run) == expected
    again = imported(tmp_path)
    assert told(again) == expected, "what nobody settled is told again"
    assert {name for name, done in again.report["phases"].items() if done.get("new") or done.get("changed")} == set()


def told(run: ImportRun) -> list[tuple[str, int, str]]:
    found = ImportFinding.objects.filter(run=run, code__in=["conflict", "gone_from_source", "deleted_here"])
    return sorted((row.table, row.legacy_id or 0, row.field) for row in found)
