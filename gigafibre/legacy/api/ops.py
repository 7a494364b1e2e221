"""Imports over HTTP: the list, a run with its progress and report, what it found."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Router, Schema

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.kernel.text import current_language
from gigafibre.legacy import downloads, queries
from gigafibre.legacy.api.catalogue import router as catalogue
from gigafibre.legacy.api.recomputed import router as recomputed
from gigafibre.legacy.api.shadow import router as shadow
from gigafibre.legacy.findings import sort_of
from gigafibre.legacy.listings import IMPORTS
from gigafibre.legacy.waiting import WHY

router = Router(tags=["legacy"])
router.add_router("", shadow)
router.add_router("", recomputed)
router.add_router("", catalogue)
READ = Needs("legacy.read")

serve(router, "/imports", IMPORTS)


class ImportOut(Schema):
    id: int
    source: str
    state: str
    dry_run: bool
    only: list[str]
    since: str | None = None
    with_journal: bool = False
    started_by: str
    started_at: str
    finished_at: str | None = None
    error: str


class StepOut(Schema):
    name: str
    label: str
    state: str
    done: int
    total: int
    seconds: float
    per_s: int
    unit: str
    left_s: int | None = None
    figures: dict[str, int]


class TableOut(Schema):
    table: str
    read: int
    imported: int
    fixed: int
    skipped: int
    rest: int


class WaitingOut(Schema):
    table: str
    rows: int | None = None
    why: str
    words: str
    left: list[str]


class ProgressOut(Schema):
    share: float
    left_s: int | None = None


class RuleCountOut(Schema):
    code: str
    sort: Literal["fixed", "skipped", "noted"]
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


class CustomerSumOut(SumOut):
    number: str


class ImportPage(Schema):
    run: ImportOut
    steps: list[StepOut]
    progress: ProgressOut
    tables: list[TableOut]
    findings: list[RuleCountOut]
    reconciliation: list[SumOut]
    checks: list[CheckOut]
    customers: list[CustomerSumOut]
    not_reconciled: list[str]
    kept: dict[str, int]
    waiting: list[WaitingOut]
    outside: list[str]


class FindingOut(Schema):
    code: str
    table: str
    legacy_id: int | None = None
    detail: str
    amount: str | None = None
    rule: str
    field: str = ""
    record: str = ""
    label: str = ""
    ours: str = ""
    theirs: str = ""


class FindingList(Schema):
    items: list[FindingOut]
    next_cursor: str | None = None


@router.get("/imports/{int:number}", auth=READ, response=ImportPage, operation_id="read_import")
def read_import(request: HttpRequest, number: int) -> dict[str, Any]:
    """Show an import: how far each step is, then the report and the reconciliation."""
    run, steps, progress, report = queries.run_page(number)
    language = current_language()
    return {
        "run": asdict(run),
        "steps": [asdict(step) | {"label": step.label.in_(language)} for step in steps],
        "progress": asdict(progress),
        **_report(report, language),
    }


@router.get("/imports/{int:number}/report.json", auth=READ, operation_id="download_import_report")
def download_import_report(request: HttpRequest, number: int) -> HttpResponse:
    """Download the whole report of an import as JSON."""
    run, _, _, report = queries.run_page(number)
    content = {"import": asdict(run), **_report(report, current_language())}
    response = JsonResponse(content, json_dumps_params={"indent": 2, "ensure_ascii": False})
    return _as_file(response, f"import-{number}.json")


@router.get("/imports/{int:number}/report.csv", auth=READ, operation_id="export_import_report")
def export_import_report(request: HttpRequest, number: int) -> HttpResponse:
    """Download the whole report of an import as CSV, one row a number."""
    _, _, _, report = queries.run_page(number)
    content = downloads.report_csv(_report(report, current_language()))
    return _as_file(HttpResponse(content, content_type=downloads.CSV), f"import-{number}.csv")


@router.get("/imports/{int:number}/findings", auth=READ, response=FindingList, operation_id="list_import_findings")
def list_import_findings(
    request: HttpRequest,
    number: int,
    code: str = "",
    table: str = "",
    sort: Literal["", "fixed", "skipped", "noted"] = "",
    cursor: int = 0,
    limit: int = 100,
) -> dict[str, Any]:
    """List the rows behind one number of the report: of one rule, of one table, or of all rules of a sort."""
    language = current_language()
    items, following = queries.findings(number, code, table, sort, cursor, min(max(limit, 1), 500), language)
    return {
        "items": [asdict(item) | {"rule": item.rule.in_(language)} for item in items],
        "next_cursor": str(following) if following else None,
    }


@router.get("/imports/{int:number}/findings.csv", auth=READ, operation_id="export_import_findings")
def export_import_findings(
    request: HttpRequest,
    number: int,
    code: str = "",
    table: str = "",
    sort: Literal["", "fixed", "skipped", "noted"] = "",
) -> HttpResponse:
    """Download the rows behind one number of the report as CSV."""
    content = downloads.findings_csv(queries.all_findings(number, code, table, sort, current_language()))
    name = "-".join(part for part in ("import", str(number), table, code or sort) if part)
    return _as_file(HttpResponse(content, content_type=downloads.CSV), f"{name}.csv")


def _report(report: dict[str, Any], language: str) -> dict[str, Any]:
    """Return a stored report (empty until the import ends) with its words."""
    return {
        "tables": report.get("tables", []),
        "findings": [
            found | {"sort": sort_of(found["code"]).value, "rule": queries.rule_of(found["code"]).in_(language)}
            for found in report.get("findings", [])
        ],
        "reconciliation": report.get("reconciliation", []),
        "not_reconciled": report.get("not_reconciled", []),
        "kept": {name: told["kept"] for name, told in ((report.get("since") or {}).get("tables", {})).items()},
        "checks": [
            {
                "code": check["code"],
                "label": check["label"][language],
                "wrong": [words[language] for words in check["wrong"]],
            }
            for check in report.get("checks", [])
        ],
        "customers": report.get("customers", []),
        "waiting": [row | {"words": WHY[row["why"]].in_(language)} for row in report.get("waiting", [])],
        "outside": report.get("outside", []),
    }


def _as_file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
