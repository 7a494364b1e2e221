"""Known weaknesses of what we build on: `pip-audit` over requirements.lock, `npm audit` over web/package-lock.json.

An index without advisories (a mirror, no network) can't say anything: that is told as skipped, never as passed.
`python -m tests.audit python|web`; ends with 1 when something is weak.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from gigafibre.config.launch.install import WEB, node_environment, npm_command

ROOT = Path(__file__).resolve().parent.parent
#: Seconds that the index has to answer.
PATIENCE = 90
Verdict = tuple[int, int, int, list[str]]


def python(told: str) -> Verdict:
    """Read pip-audit's JSON: how many packages are sound, weak, unknown to the index; and what is to be said."""
    try:
        packages: list[dict[str, Any]] = json.loads(told)["dependencies"]
    except (ValueError, KeyError):
        return 0, 0, 1, [f"skipped: the package index gave no advisories ({_last_line(told)})"]
    skipped = [package for package in packages if "skip_reason" in package]
    weak = [package for package in packages if package.get("vulns")]
    lines = [
        f"{package['name']} {package['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'none yet'}"
        for package in weak
        for one in package["vulns"]
    ]
    if skipped:
        why = skipped[0]["skip_reason"].partition(":")[0]
        lines.append(f"skipped: {len(skipped)} of {len(packages)} packages could not be asked about ({why})")
    return len(packages) - len(skipped) - len(weak), len(weak), min(len(skipped), 1), lines


def web(told: str) -> Verdict:
    """Read npm's JSON: sound, weak (high and critical ones), unknown; and what is to be said."""
    try:
        answer: dict[str, Any] = json.loads(told[told.index("{") : told.rindex("}") + 1])
    except ValueError:
        answer = {"message": _last_line(told)}
    if "vulnerabilities" not in answer:
        return 0, 0, 1, [f"skipped: the registry gave no advisories ({answer.get('message', 'no answer')})"]
    weak = {name: one for name, one in answer["vulnerabilities"].items() if one["severity"] in {"high", "critical"}}
    lines = [f"{name} {one['range']}: {one['severity']}" for name, one in sorted(weak.items())]
    total = int(answer.get("metadata", {}).get("dependencies", {}).get("total", 1))
    return max(total - len(weak), 0), len(weak), 0, lines


def _asked(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {PATIENCE} s"
    return done.stdout if done.stdout.strip() else done.stderr


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "no answer"


def main(which: str) -> int:
    """Ask, say what came of it in the counts that `make test` reads; returns 1 when something is weak."""
    if which == "python":
        lock = ["-r", str(ROOT / "requirements.lock"), "--disable-pip", "--require-hashes"]
        how = ["--format", "json", "--progress-spinner", "off", "--timeout", "10"]
        sound, weak, unknown, lines = python(_asked([sys.executable, "-m", "pip_audit", *lock, *how], ROOT))
    else:
        asked = npm_command("audit", "--json", "--fetch-timeout=10000", "--fetch-retries=1")
        sound, weak, unknown, lines = web(_asked(asked, WEB, node_environment()))
    sys.stdout.write("\n".join([*lines, f"{sound} passed, {weak} failed, {unknown} skipped"]) + "\n")
    return 1 if weak else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
