"""What every proof shares: rounds that can be resumed, and a result file that names the commit it holds for."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "docs" / "proofs"


def commit() -> str:
    """Return the commit the tree stands at, with `+` when it has been changed since (outside docs/proofs)."""
    try:
        head = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=ROOT, text=True).strip()
        changes = subprocess.check_output(
            ["git", "status", "--porcelain", "--", ".", ":!docs/proofs"], cwd=ROOT, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return head + ("+" if changes.strip() else "")


def prove(name: str, rounds: Mapping[str, Callable[[], dict[str, Any]]], *, seed: int) -> int:
    """Run each round that isn't done yet for this commit and seed; write `docs/proofs/NAME.json` after each.

    A round returns its figures, or raises AssertionError. Returns the number of failed rounds.
    """
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    here = commit()
    kept = json.loads(path.read_text()) if path.exists() else {}
    if kept.get("commit") != here or kept.get("seed") != seed:
        kept = {
            "name": name,
            "commit": here,
            "seed": seed,
            "command": " ".join(["python -m", *_command()]),
            "rounds": {},
        }
    failed = 0
    for title, run in rounds.items():
        if kept["rounds"].get(title, {}).get("held"):
            continue
        began = time.monotonic()
        try:
            figures, held = run(), True
        except AssertionError as error:
            figures, held = {"failed": str(error)[:2000]}, False
            failed += 1
        kept["rounds"][title] = {"held": held, "seconds": round(time.monotonic() - began, 1), "figures": figures}
        path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
        print(f"{'held  ' if held else 'FAILED'} {title} {json.dumps(figures, ensure_ascii=False)}", flush=True)
    kept["held"] = all(done["held"] for done in kept["rounds"].values()) and len(kept["rounds"]) >= len(rounds)
    path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")
    return failed


def _command() -> list[str]:
    return [f"bench.proofs.{Path(sys.argv[0]).stem}", *sys.argv[1:]]
