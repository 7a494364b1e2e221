"""What every proof shares: rounds that can be resumed, and a result file that names the commit it holds for.

A proof holds for a *state* of the tree: the last commit that changed anything outside `docs/proofs`. Committing the
result of a proof changes nothing that was proven, so it still stands; `python -m bench.proofs --stand` says which do.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
RESULTS = ROOT / "docs" / "proofs"
#: Everything but the results themselves.
PROVEN = (".", ":!docs/proofs")


def commit(root: Path = ROOT) -> str:
    """Return the last commit that changed anything outside docs/proofs, with `+` when the tree has changed since."""
    try:
        last = _git(root, "log", "-1", "--format=%H", "--", *PROVEN)
        changes = _git(root, "status", "--porcelain", "--", *PROVEN)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return last + ("+" if changes else "")


def can_be_resumed(state: str) -> bool:
    """Whether a state names exactly one tree: changes that are not committed, or no git at all, don't."""
    return state != "unknown" and not state.endswith("+")


def rounds_of_kills(killed: Callable[..., dict[str, Any]], given: argparse.Namespace) -> dict[str, Callable[[], Any]]:
    """Return the rounds of a proof under kill −9, each by a seed of its own."""
    return {
        f"killed {given.kills} times, round {n + 1}": partial(
            killed, given.seed + n, kills=given.kills, facts=given.facts
        )
        for n in range(given.rounds)
    }


def prove(name: str, rounds: Mapping[str, Callable[[], dict[str, Any]]], *, seed: int) -> int:
    """Run each round that isn't done yet for this commit and seed; write `docs/proofs/NAME.json` after each.

    A round returns its figures, or raises AssertionError. Returns the number of failed rounds.
    """
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    here = commit()
    kept = json.loads(path.read_text()) if path.exists() else {}
    if not can_be_resumed(here) or kept.get("commit") != here or kept.get("seed") != seed:
        kept = {}
    done = kept.get("rounds", {})
    kept = {"name": name, "commit": here, "seed": seed, "command": " ".join(["python -m", *_command()]), "held": False}
    kept |= {"seconds": 0.0, "rounds": {title: done[title] for title in rounds if title in done}}
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
        kept["seconds"] = round(sum(one["seconds"] for one in kept["rounds"].values()), 1)
        _write(path, kept)
        print(f"{'held  ' if held else 'FAILED'} {title} {json.dumps(figures, ensure_ascii=False)}", flush=True)
    kept["held"] = len(kept["rounds"]) == len(rounds) and all(one["held"] for one in kept["rounds"].values())
    _write(path, kept)
    return failed


def standing() -> int:
    """Say of every result whether it held, and whether it is of the tree as it is; returns how many don't stand."""
    here, fallen = commit(), 0
    for path in sorted(RESULTS.glob("*.json")):
        kept = json.loads(path.read_text())
        stands = kept["held"] and kept["commit"] == here and can_be_resumed(here)
        fallen += not stands
        why = "stands" if stands else "of another state" if kept["held"] else "did not hold"
        print(f"{path.stem:20} {why:18} {kept['commit'][:12]} {len(kept['rounds'])} rounds in {kept['seconds']:.0f} s")
    print(f"the tree is at {here[:12]}{'+' if here.endswith('+') else ''}")
    return fallen


def _write(path: Path, kept: dict[str, Any]) -> None:
    path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


def _git(root: Path, *words: str) -> str:
    return subprocess.check_output(["git", *words], cwd=root, text=True, stderr=subprocess.DEVNULL).strip()


def _command() -> list[str]:
    return [f"bench.proofs.{Path(sys.argv[0]).stem}", *sys.argv[1:]]
