"""`gigafibre check`: Django's system checks and everything else the platform depends on, in words."""

import json
import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from gigafibre.config.doctor import examine

SIGNS = {"good": "✓", "doubtful": "!", "bad": "✗"}


class Command(BaseCommand):
    help = "Say whether all that the platform depends on is well; ends with 1 when something is not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        speaks = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").lower()
        parser.add_argument("--json", action="store_true", help="print one object instead of lines")
        parser.add_argument("--language", choices=["fr", "en"], default="en" if speaks.startswith("en") else "fr")

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        # One connection that says at once what is wrong, instead of a pool that keeps trying.
        connections.settings["default"]["OPTIONS"].pop("pool", None)
        findings = list(examine())
        if options["json"]:
            lines = [{"code": f.code, "state": f.state, "fr": f.text.fr, "en": f.text.en} for f in findings]
            self.stdout.write(json.dumps({"well": _well(findings), "findings": lines}, ensure_ascii=False))
        else:
            for finding in findings:
                self.stdout.write(f"{SIGNS[finding.state]} {finding.text.in_(language)}")
        if not _well(findings):
            raise SystemExit(1)


def _well(findings: list[Any]) -> bool:
    return all(finding.state != "bad" for finding in findings)
