"""What every file of ours keeps to: its length, its name, nothing unfinished, nothing of one machine."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LONGEST = {".py": 400, ".vue": 250}
MADE_BY_TOOLS = re.compile(r"/migrations/\d{4}_|/schema\.d\.ts$")
# Names that say nothing of what is inside.
EMPTY_NAMES = re.compile(r"(^|/)(utils?|helpers?|managers?|misc|common)\.(py|ts|vue)$")
# Built from parts, so that this file doesn't find itself.
UNFINISHED = re.compile(
    r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b|lorem " r"ipsum|coming " r"soon|Not" r"ImplementedError"
)
OF_ONE_MACHINE = re.compile(r"(?<![\w.])/wor" r"k/|\.\./shar" r"ed/|/home/\w+/|/root/")
TEXT = {
    ".py",
    ".vue",
    ".ts",
    ".mjs",
    ".js",
    ".sql",
    ".md",
    ".toml",
    ".yml",
    ".yaml",
    ".html",
    ".typ",
    ".css",
    ".scss",
    "",
}
NOT_OURS = {"__pycache__", "node_modules", "dist", "coverage", "var", "LICENSE"}
OURS_THOUGH_HIDDEN = {".ci", ".importlinter", ".pre-commit-config.yaml"}


def our_files() -> Iterator[Path]:
    """Give every text file that we wrote."""
    folders = [ROOT]
    while folders:
        for path in folders.pop().iterdir():
            hidden = path.name.startswith(".") and path.name not in OURS_THOUGH_HIDDEN
            if hidden or path.name in NOT_OURS:
                continue
            if path.is_dir():
                folders.append(path)
            elif path.suffix in TEXT:
                yield path


FILES = sorted(our_files())


def where(path: Path) -> str:
    """Return a path as one types it."""
    return str(path.relative_to(ROOT))


def found(pattern: re.Pattern[str]) -> list[str]:
    """Return where a pattern stands, as file:line: text."""
    return [
        f"{where(path)}:{number}: {line.strip()[:120]}"
        for path in FILES
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_is_longer_than_one_reads_in_one_go() -> None:
    lengths = {where(path): len(path.read_bytes().splitlines()) for path in FILES if path.suffix in LONGEST}
    limits = {name: LONGEST[Path(name).suffix] for name in lengths if not MADE_BY_TOOLS.search(name)}
    assert {name: lengths[name] for name, limit in limits.items() if lengths[name] > limit} == {}


def test_every_file_name_says_what_is_inside() -> None:
    assert [where(path) for path in FILES if EMPTY_NAMES.search(where(path))] == []


def test_nothing_is_left_unfinished() -> None:
    assert found(UNFINISHED) == []


def test_nothing_names_the_machine_it_was_written_on() -> None:
    assert found(OF_ONE_MACHINE) == []


def test_the_lock_pins_by_hash_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    pins = re.findall(r"^(\S+)==(\S+) \\$", lock, re.MULTILINE)
    hashed = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", lock, re.MULTILINE)
    assert len(pins) == len(hashed) >= 60
    assert re.findall(r"https?:|file://|--index|--find-links|--trusted", lock) == []


@pytest.mark.skipif(not (ROOT / "web" / "package-lock.json").exists(), reason="no front end here")
def test_the_web_lock_names_no_address() -> None:
    lock = (ROOT / "web" / "package-lock.json").read_text()
    assert re.findall(r'"resolved": "[^"]*"', lock) == []


def test_what_the_project_asks_for_is_in_the_lock() -> None:
    lock = (ROOT / "requirements.lock").read_text().lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *(name for group in project["dependency-groups"].values() for name in group),
    ]
    names = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-") for line in wanted}
    assert {name for name in names if not re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE)} == set()


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout")
def test_no_build_result_is_committed() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert [name for name in listed if re.search(r"(^|/)(dist|node_modules|var|\.venv)/|\.pyc$", name)] == []
