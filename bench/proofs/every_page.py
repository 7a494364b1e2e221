"""Every page of ops on the demo, in eight looks (fr/en, light/dark, desk/hand): nothing a machine sees is wrong.

`python -m bench.proofs.every_page [--pictures FOLDER]`

A round is a look: what axe finds, what is wider than the screen, text that is cut, keys instead of words, errors.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from bench.proofs.harness import prove
from gigafibre.config.launch.install import WEB, node_environment

LOOKS = [f"{words}-{theme}-{wide}" for words in ("fr", "en") for theme in ("light", "dark") for wide in (1366, 390)]


def walked(look: str, pictures: Path) -> dict[str, Any]:
    """Walk all pages in a look; raises with what is wrong with each."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "walk.json"
        environment = {**node_environment(), "PYTHON": sys.executable, "SCREENSHOTS": str(pictures)}
        script = ["node", "e2e/pages/walk.mjs", f"--look={look}", f"--json={kept}"]
        ended = subprocess.run(script, cwd=WEB, env=environment, capture_output=True, text=True, check=False)
        assert kept.exists(), ended.stderr[-1500:]
        result = json.loads(kept.read_text())
    wrong = {page: said for page, said in result["said"].items() if said}
    assert not wrong, json.dumps(wrong, ensure_ascii=False)
    return {"pages": result["pages"], "wrong": 0}


def main() -> int:
    """Walk each look that isn't walked yet for this commit; returns how many had something wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path(tempfile.gettempdir()) / "gigafibre-pages")
    options = parser.parse_args()
    return prove("every_page", {look: partial(walked, look, options.pictures) for look in LOOKS}, seed=0)


if __name__ == "__main__":
    sys.exit(main())
