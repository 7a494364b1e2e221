"""Examples of the import's verbs."""

from typing import Any

from gigafibre.kernel.tests.examples import example


@example("legacy.start_import")
def _start() -> dict[str, Any]:
    return {"source": "mysql://reader:secret@127.0.0.1:3306/gestionclient", "dry_run": True}
