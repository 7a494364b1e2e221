"""The report of an import, and the rows behind its numbers, as files that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from gigafibre.kernel.listing.export import harmless
from gigafibre.legacy.queries import Finding

CSV = "text/csv; charset=utf-8"
#: One row a number of the report; which columns are filled depends on its section.
COLUMNS = (
    "section", "table", "code", "name", "read", "imported", "fixed", "skipped", "source", "here", "listed", "rest",
    "count", "amount", "words",
)  # fmt: skip
SECTIONS = ("tables", "findings", "reconciliation", "customers", "waiting")
_ROWS = ("code", "table", "legacy_id", "detail", "amount", "field", "label", "ours", "theirs")


def report_csv(report: Mapping[str, Any]) -> str:
    """Write a report (with its words): a section after the other, then the tables outside the contract."""
    rows = [_row(section, row) for section in SECTIONS for row in report[section]]
    rows += [_row("outside", {"table": table}) for table in report["outside"]]
    return _csv(COLUMNS, rows)


def findings_csv(found: Iterable[Finding]) -> str:
    """Write what was found, a row each."""
    return _csv(_ROWS, ([getattr(one, name) for name in _ROWS] for one in found))


def _row(section: str, row: Mapping[str, Any]) -> list[Any]:
    told = {"section": section, **row}
    # What a section calls otherwise: a rule, a customer's number, the rows that wait.
    told.setdefault("words", row.get("rule"))
    told.setdefault("code", row.get("number") or row.get("why"))
    told.setdefault("count", row.get("rows"))
    return [told.get(name) for name in COLUMNS]


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue()
