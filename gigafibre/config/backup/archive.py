"""What a backup's folder holds, and whether it is whole.

`manifest.json` (what, when, of which version, digests), `database.dump` (pg_dump's custom format), `files/` (each under
the SHA-256 of its bytes), `secrets/` (the keys of the state folder, unless left out). A folder that is being made or
was broken off has another name, so what is called a backup is one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.kernel.files import path_of

FORMAT = 1
PREFIX = "gigafibre-"
DRAFT = ".draft-"
CANARY = b"gigafibre"


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; `tables` are rows and digest by table, `keys` the digests of the field keys."""

    format: int
    made_at: str
    postgres: int
    migrations: list[str]
    dump: str
    tables: dict[str, tuple[int, str]]
    files: list[str]
    missing: list[str]
    keys: list[str]
    canary: str
    secrets: dict[str, str] = field(default_factory=dict)

    def written(self) -> str:
        """Return it as the text of its file."""
        return json.dumps({**asdict(self), "seal": seal_of(asdict(self))}, indent=1, sort_keys=True) + "\n"


def read(folder: Path) -> Manifest:
    """Return a backup's manifest; refused where there is none, it was changed, or a newer version made it."""
    try:
        data: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        if data["format"] > FORMAT:
            raise BackupRefusedError(
                f"{folder} was made by a newer version (format {data['format']}); update before restoring it."
            )
        seal = data.pop("seal")
        if seal != seal_of(data):
            raise BackupRefusedError(f"{folder}/manifest.json was changed since it was made: don't trust this backup.")
        return Manifest(**{**data, "tables": {name: tuple(told) for name, told in data["tables"].items()}})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupRefusedError(f"{folder} is no backup: its manifest.json can't be read ({error}).") from None


def wrong(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Say what of a backup is missing or not as it was made, in words; nothing when it is whole."""
    expected = {
        "database.dump": manifest.dump,
        **{f"secrets/{name}": digest for name, digest in manifest.secrets.items()},
        **{f"files/{path_of(name)}": name for name in manifest.files},
    }
    for name, digest in expected.items():
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
        elif digest_of(path) != digest:
            yield f"{name} is damaged: its bytes are not those that were written"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def seal_of(data: dict[str, Any]) -> str:
    """Return the SHA-256 of a manifest's data."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def opens(keys: list[str], manifest: Manifest) -> bool:
    """Say whether some of these keys open what the backup's database keeps encrypted."""
    try:
        return MultiFernet([Fernet(key) for key in keys]).decrypt(manifest.canary.encode()) == CANARY
    except (InvalidToken, ValueError):
        return False


def fingerprint(key: str) -> str:
    """Return by what a key is known without being told: 16 digits of its SHA-256."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def backups_in(folder: Path) -> list[Path]:
    """Return the finished backups of a folder, oldest first."""
    return sorted(path for path in folder.glob(f"{PREFIX}*") if (path / "manifest.json").is_file())
