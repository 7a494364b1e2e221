"""The command line: Django's commands under one name, `gigafibre`."""

import os
import sys


def main() -> None:
    """Run one management command with the platform's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gigafibre.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["gigafibre", *sys.argv[1:]])
