"""Backups: one folder with the database, every stored file and, unless told otherwise, the keys; made and put back."""
