"""Fixtures of the migration's tests."""

from gigafibre.legacy.tests.mariadb import mariadb

__all__ = ["mariadb"]
