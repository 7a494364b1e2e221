"""`gigafibre legacy_import --source …`: bring a provider's data in, or what changed since the last time."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.errors import ReportUnwritable
from gigafibre.legacy.importing.bars import bars
from gigafibre.legacy.importing.choice import Choice, known_names
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.importing.since import LARGE
from gigafibre.legacy.importing.telling import wrong_in
from gigafibre.legacy.waiting import WHY


class Command(BaseCommand):
    help = "Import a gestionclient database; killed, it goes on where it was; repeated, it writes only what changed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Say from where, and how to tell."""
        parser.add_argument("--source", required=True, metavar="FOLDER | mysql://user@host:port/gestionclient")
        parser.add_argument(
            "--only",
            default="",
            metavar="AREA,…",
            help=f"bring these areas or phases with what they need: {', '.join(known_names())}",
        )
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help=f"of {', '.join(LARGE)} read what is new, dated since, or was not settled; all else is read "
            "whole, and so are these after an import of another source",
        )
        parser.add_argument(
            "--with-journal", action="store_true", help="replay the journal's entries up to the cut, once"
        )
        parser.add_argument("--dry-run", action="store_true", help="do it all, report, keep nothing")
        parser.add_argument("--report", type=Path, help="write the report as JSON to a file")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, **options: Any) -> None:
        """Run it, telling how far it is."""
        quiet = options["json"]
        try:
            _writable(options["report"])
            choice = Choice.of(options["only"].split(","), options["since"], journal=options["with_journal"])
            run = prepare(options["source"], by="system", dry_run=options["dry_run"], choice=choice)
            with _log_apart(), bars(run, self.stdout, quiet=quiet) as watch:
                run = execute(run, options["source"], watch)
        except Refusal as refusal:
            raise CommandError(refusal.said.in_("fr")) from refusal
        if options["report"]:
            options["report"].write_text(json.dumps(run.report, indent=2, ensure_ascii=False) + "\n")
        if quiet:
            self.stdout.write(json.dumps(run.report, ensure_ascii=False))
        else:
            self._tell(run.report)
        if wrong := wrong_in(run.report):
            raise CommandError(f"L’importation no {run.pk} est terminée, mais ne tient pas : {', '.join(wrong)}")

    def _tell(self, report: dict[str, Any]) -> None:
        for row in report["reconciliation"]:
            sign = "=" if float(row["rest"]) == 0 else "≠"
            self.stdout.write(f"{sign} {row['name']:34} {row['source']:>18} {row['here']:>18} {row['listed']:>14}")
        if report["not_reconciled"]:
            self.stdout.write(f"sans objet : {', '.join(report['not_reconciled'])}")
        for name, told in (report["since"] or {}).get("tables", {}).items():
            self.stdout.write(f"  {name:32} lues {told['read']:>10,}   déjà lues {told['kept']:>10,}")
        for row in report["findings"]:
            self.stdout.write(f"  {row['code']:32} {row['table']:20} {row['count']:>8} {row['amount']:>14}")
        for check in report["checks"]:
            self.stdout.write(f"{'✗' if check['wrong'] else '✓'} {check['label']['fr']}")
            for words in check["wrong"]:
                self.stdout.write(f"    {words['fr']}")
        for row in report["tables"]:
            sign = "=" if row["rest"] == 0 else "≠"
            counts = "".join(f"{row[name]:>11,}" for name in ("read", "imported", "fixed", "skipped"))
            self.stdout.write(f"{sign} {row['table']:34}{counts}")
        for row in report["waiting"]:
            rows = "absente" if row["rows"] is None else f"{row['rows']:,}"
            left = f" ({', '.join(row['left'])} : dans la source seulement)" if row["left"] else ""
            self.stdout.write(f"… {row['table']:34}{rows:>11}  {WHY[row['why']].fr}{left}")
        if report["outside"]:
            self.stdout.write(f"Hors du contrat, jamais lues : {', '.join(report['outside'])}")


@contextmanager
def _log_apart() -> Iterator[None]:
    """Let only warnings be logged: the command tells each step itself."""
    ours = logging.getLogger("gigafibre")
    before = ours.level
    ours.setLevel(logging.WARNING)
    try:
        yield
    finally:
        ours.setLevel(before)


def _writable(path: Path | None) -> None:
    """Refuse a report's file that can't be written, before anything is done."""
    if path is None:
        return
    try:
        path.open("a").close()
    except OSError as error:
        raise ReportUnwritable(path=str(path), why=error.strerror or "") from error
