"""Allocations between two imports: what the source changed is made anew, what people took back here stays so."""

from __future__ import annotations

import time
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.ledger.checks import run_all
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.models import ImportFinding, ImportRun
from gigafibre.legacy.tests.test_nightly import Dump, imported, rows
from gigafibre.legacy.verify import verify
from gigafibre.payments import actions as payments

TEN = Decimal(10)


def listed(run: ImportRun) -> list[tuple[str, int | None, Decimal | None]]:
    found = ImportFinding.objects.filter(run=run, table="payment_item").exclude(code="part_returned")
    return sorted(found.values_list("code", "legacy_id", "amount"))


def sound(run: ImportRun, folder: Path) -> None:
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert [row for row in run.report["tables"] if row["rest"]] == []
    assert [check for check in run_all() if check.wrong] == []
    with opened(str(folder)) as source:
        assert [check for check in verify(source) if not check.holds] == []


def parts(of: set[int]) -> dict[int, tuple[str, str, Decimal]]:
    """What stands of some imported allocations: payment, invoice, amount."""
    stand = rows(
        "SELECT a.legacy_id, c.number, d.number, a.amount FROM ledger_allocation a "
        "JOIN ledger_openitem c ON c.id = a.credit_id JOIN ledger_openitem d ON d.id = a.debit_id "
        "WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL"
    )
    return {key: (credit, debit, amount) for key, credit, debit, amount in stand if key in of}


def allocations() -> list[tuple[Any, ...]]:
    return rows("SELECT id, credit_id, debit_id, amount, undone_on FROM ledger_allocation ORDER BY id")


def wholes(count: int) -> list[tuple[int, int, int, int, Decimal]]:
    """Parts that are all of their payment and of their invoice: id, payment, invoice, account, amount."""
    found = rows(
        "SELECT DISTINCT ON (c.customer_id) a.legacy_id, substr(c.number, 6)::bigint, d.number::bigint, "
        "k.legacy_id, a.amount FROM ledger_allocation a "
        "JOIN ledger_openitem c ON c.id = a.credit_id JOIN ledger_openitem d ON d.id = a.debit_id "
        "JOIN crm_customer k ON k.id = c.customer_id WHERE a.legacy_id IS NOT NULL AND a.undone_on IS NULL "
        "AND c.kind = 'payment' AND d.kind = 'invoice' "
        "AND c.amount = a.amount AND d.amount = a.amount AND a.amount > 30 ORDER BY c.customer_id, a.legacy_id DESC"
    )
    assert len(found) >= count
    return found[:count]


def test_the_source_corrects_and_people_take_back(committed_db: Any, tmp_path: Path) -> None:
    call_command("legacy_sample", to=str(tmp_path), scale=0.002, seed=3, defects="none", json=True, stdout=StringIO())
    imported(tmp_path)
    dump, now = Dump(tmp_path), int(time.time()) - 3600
    lowered, moved, remade, gone, here, split, reversed_, noted = wholes(8)
    dump.change("payment_item", lowered[0], amount=lambda old: Decimal(old) - TEN)
    other = dump.add("invoice", account_id=moved[3], date_orig=now, total_amt=moved[4], billing_status=1)
    dump.change("payment_item", moved[0], invoice_id=lambda _: other)
    dump.remove("payment_item", remade[0])
    anew = dump.add("payment_item", payment_id=remade[1], invoice_id=remade[2], amount=remade[4])
    dump.remove("payment_item", gone[0])
    # Given to two invoices, more than it has: the second part is cut.
    second = dump.add("invoice", account_id=split[3], date_orig=now, total_amt="30.00", billing_status=1)
    over = dump.add("payment_item", payment_id=split[1], invoice_id=second, amount="30.00")
    dump.change("payment_item", split[0], amount=lambda old: Decimal(old) - TEN)
    # Settled by a note of credit that nothing names.
    credited = dump.add(
        "invoice", account_id=noted[3], date_orig=now, total_amt="25.00", billed_amt="25.00", billing_status=1
    )
    note = dump.add(
        "invoice", account_id=noted[3], date_orig=now, total_amt="-25.00", billed_amt="-25.00", billing_status=1
    )
    with acting_as(SYSTEM):
        payments.unallocate(f"PAY-L{here[1]}", document=str(here[2]), reason="Autre facture")
        payments.reverse_payment(f"PAY-L{reversed_[1]}", reason="NSF")
    second_run = imported(tmp_path)
    assert listed(second_run) == sorted(
        [
            ("allocation_changed", lowered[0], None),
            ("allocation_changed", moved[0], None),
            ("allocation_changed", split[0], None),
            ("allocation_cut", over, Decimal("20.00")),
            ("allocation_gone", gone[0], None),
            ("allocation_gone", remade[0], None),
            ("allocation_kept_here", here[0], here[4]),
            ("allocation_kept_here", reversed_[0], reversed_[4]),
        ]
    )
    keys = {one[0] for one in (lowered, moved, remade, gone, here, split, reversed_)} | {anew, over}
    expected = {
        lowered[0]: (f"PAY-L{lowered[1]}", str(lowered[2]), lowered[4] - TEN),
        moved[0]: (f"PAY-L{moved[1]}", str(other), moved[4]),
        anew: (f"PAY-L{remade[1]}", str(remade[2]), remade[4]),
        split[0]: (f"PAY-L{split[1]}", str(split[2]), split[4] - TEN),
        over: (f"PAY-L{split[1]}", str(second), TEN),
    }
    assert parts(keys) == expected
    left = dict(rows("SELECT kind || ' ' || number, open FROM ledger_openitem"))
    assert (left[f"invoice {gone[2]}"], left[f"payment PAY-L{gone[1]}"]) == (gone[4], gone[4])
    assert (left[f"invoice {credited}"], left[f"credit_note {note}"]) == (0, 0)
    sound(second_run, tmp_path)

    # Nothing is done twice; the source takes back its mistake, and what was cut beside it has its room.
    stood = allocations()
    with acting_as(SYSTEM):
        payments.unallocate(str(note), document=str(credited), reason="Pour une autre")
    undone = allocations()
    third = imported(tmp_path)
    assert allocations() == undone
    assert [row[:4] for row in undone] == [row[:4] for row in stood]
    assert listed(third) == sorted(
        [
            ("allocation_cut", over, Decimal("20.00")),
            ("allocation_kept_here", here[0], here[4]),
            ("allocation_kept_here", reversed_[0], reversed_[4]),
        ]
    )
    dump.change("payment_item", lowered[0], amount=lambda _: lowered[4])
    dump.change("payment_item", split[0], amount=lambda _: split[4] - 30)
    fourth = imported(tmp_path)
    assert parts(keys) == expected | {
        lowered[0]: (f"PAY-L{lowered[1]}", str(lowered[2]), lowered[4]),
        split[0]: (f"PAY-L{split[1]}", str(split[2]), split[4] - 30),
        over: (f"PAY-L{split[1]}", str(second), Decimal("30.00")),
    }
    sound(fourth, tmp_path)
