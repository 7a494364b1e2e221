"""Imports over HTTP: the list, a run with its progress and report, what it found."""

from __future__ import annotations

import csv
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from gigafibre.kernel.http import Needs
from gigafibre.kernel.text import current_language
from gigafibre.legacy import queries
from gigafibre.legacy.api.shadow import router as shadow

router = Router(tags=["legacy"])
router.add_router("", shadow)
READ = Needs("legacy.read")


class ImportOut(Schema):
    id: int
    source: str
    state: str
    dry_run: bool
    started_by: str
    started_at: str
    finished_at: str | None = None
    error: str


class ImportList(Schema):
    items: list[ImportOut]
    next_cursor: str | None = None
    count: int


class StepOut(Schema):
    name: str
    label: str
    state: str
    done: int
    total: int
    seconds: float
    per_s: int
    figures: dict[str, int]


class RuleCountOut(Schema):
    code: str
    rule: str
    table: str
    count: int
    amount: str


class SumOut(Schema):
    name: str
    source: str
    here: str
    listed: str
    rest: str


class CheckOut(Schema):
    code: str
    label: str
    wrong: list[str]


class ImportPage(Schema):
    run: ImportOut
    steps: list[StepOut]
    tables: dict[str, int]
    findings: list[RuleCountOut]
    reconciliation: list[SumOut]
    checks: list[CheckOut]


class FindingOut(Schema):
    code: str
    table: str
    legacy_id: int | None = None
    detail: str
    amount: str | None = None
    field: str = ""
    record: str = ""
    label: str = ""
    ours: str = ""
    theirs: str = ""


class FindingList(Schema):
    items: list[FindingOut]
    next_cursor: str | None = None


@router.get("/imports", auth=READ, response=ImportList, operation_id="list_imports")
def list_imports(request: HttpRequest) -> dict[str, Any]:
    """List the imports, newest first."""
    items = [asdict(run) for run in queries.runs()]
    return {"items": items, "count": len(items)}


@router.get("/imports/{int:number}", auth=READ, response=ImportPage, operation_id="read_import")
def read_import(request: HttpRequest, number: int) -> dict[str, Any]:
    """Show an import: how far each step is, then the report and the reconciliation."""
    run, steps, report = queries.run_page(number)
    language = current_language()
    return {
        "run": asdict(run),
        "steps": [asdict(step) | {"label": step.label.in_(language)} for step in steps],
        "tables": report.get("tables", {}),
        "findings": [
            found | {"rule": queries.rule_of(found["code"]).in_(language)} for found in report.get("findings", [])
        ],
        "reconciliation": report.get("reconciliation", []),
        "checks": [
            {
                "code": check["code"],
                "label": check["label"][language],
                "wrong": [words[language] for words in check["wrong"]],
            }
            for check in report.get("checks", [])
        ],
    }


@router.get("/imports/{int:number}/findings", auth=READ, response=FindingList, operation_id="list_import_findings")
def list_import_findings(
    request: HttpRequest, number: int, code: str, table: str = "", cursor: int = 0, limit: int = 100
) -> dict[str, Any]:
    """List the rows behind one number of the report."""
    items, following = queries.findings(number, code, table, cursor, min(max(limit, 1), 500), current_language())
    return {"items": [asdict(item) for item in items], "next_cursor": str(following) if following else None}


@router.get("/imports/{int:number}/findings.csv", auth=READ, operation_id="export_import_findings")
def export_import_findings(request: HttpRequest, number: int, code: str, table: str = "") -> HttpResponse:
    """Download the rows behind one number of the report as CSV."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{number}-{code}.csv"'
    writer = csv.writer(response)
    writer.writerow(["code", "table", "legacy_id", "detail", "amount", "field", "label", "ours", "theirs"])
    after = 0
    while True:
        items, following = queries.findings(number, code, table, after, 500, current_language())
        writer.writerows(
            [i.code, i.table, i.legacy_id, i.detail, i.amount, i.field, i.label, i.ours, i.theirs] for i in items
        )
        if following is None:
            return response
        after = following
