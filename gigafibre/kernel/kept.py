"""Secrets that this copy makes for itself and keeps in its state folder."""

import os
from collections.abc import Callable
from pathlib import Path


def kept_secret(home: Path, name: str, make: Callable[[], str]) -> str:
    """Return a secret kept in `home/secrets/name` (mode 600), made on first use; safe for two processes at once."""
    folder = home / "secrets"
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f".{name}.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(make())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
