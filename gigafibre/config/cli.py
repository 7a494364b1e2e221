"""The command line: Django's commands under one name, `gigafibre`."""

import os
import sys
from pathlib import Path

# What only makes files asks no database; the commands of `config` start it, or do without, by themselves.
WITHOUT_DATABASE = {"legacy_sample"}


def main() -> None:
    """Run one management command with the platform's settings; one that can't be used is said in a sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gigafibre.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        django.setup()
    except ImproperlyConfigured as refused:
        sys.exit(f"gigafibre: {refused}")
    from gigafibre.kernel.direct import go_direct

    if missing := missing_database(sys.argv[1:]):
        sys.exit(f"gigafibre: {missing}")
    # Commands hold sessions: the worker listens, an import holds a lock, a migration changes tables.
    go_direct()
    try:
        execute_from_command_line(["gigafibre", *sys.argv[1:]])
        sys.stdout.flush()
    except BrokenPipeError:
        # Who read along (`| head`) has seen enough; Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def missing_database(arguments: list[str]) -> str:
    """Return why a command can't be run here, where its database is our own and isn't up; else nothing."""
    from django.conf import settings
    from django.core.management import get_commands

    from gigafibre.config.launch.postgres import Postgres

    name = arguments[0] if arguments else ""
    app = str(get_commands().get(name, ""))
    if not app.startswith("gigafibre.") or app == "gigafibre.config" or name in WITHOUT_DATABASE:
        return ""
    if os.environ.get("DATABASE_URL") or {"-h", "--help"} & set(arguments) or arguments == ["do"]:
        return ""
    if Postgres(Path(settings.HOME) / "postgres").pid() is not None:
        return ""
    return (
        f"nothing runs in {settings.HOME}. Start it in another terminal (make run), or name the folder of the copy"
        " that is meant: GIGAFIBRE_HOME=…"
    )
