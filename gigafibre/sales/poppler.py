"""A second opinion on a sealed paper: `pdfsig` of poppler, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

#: Longer than a paper of thirty pages takes, in seconds.
TIMEOUT = 20


@dataclass(frozen=True)
class Opinion:
    """What pdfsig says: `valid` when one signature is valid and covers the whole file; its words."""

    valid: bool
    said: str


def installed() -> bool:
    """Whether `pdfsig` is there (Debian: poppler-utils)."""
    return shutil.which("pdfsig") is not None


def pdfsig(content: bytes) -> Opinion:
    """Ask pdfsig about a PDF; it judges the bytes, not whose the key is."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(content)
        command = ["pdfsig", "-nocert", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=TIMEOUT)
    said = (done.stdout or done.stderr).replace(str(file), "paper").strip()
    valid = said.count("Signature is Valid.") == 1 and said.count("Total document signed") == 1
    return Opinion(valid and said.count("Signature #") == 1, said)
