"""The command line: Django's commands under one name, `gigafibre`."""

import os
import sys


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

    # Commands hold sessions: the worker listens, an import holds a lock, a migration changes tables.
    go_direct()
    execute_from_command_line(["gigafibre", *sys.argv[1:]])
