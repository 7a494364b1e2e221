"""Files: by content, never by name."""

import base64
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from gigafibre.kernel import files
from gigafibre.kernel.models import File

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@pytest.fixture
def folder(tmp_path: Path, db: None) -> Any:
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=storages):
        yield tmp_path


def test_the_same_content_is_kept_once(folder: Path) -> None:
    first, second = files.store(PNG, "a.png"), files.store(PNG, "../../b.exe")
    assert first.sha256 == second.sha256
    assert (second.name, second.content_type) == ("b.exe", "image/png")
    assert len([p for p in folder.rglob("*") if p.is_file()]) == 1
    assert files.read(first).content == PNG


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<svg onload=alert(1)>", b"<!DOCTYPE html>", b"\x00\x01\x02"])
def test_what_we_do_not_keep_is_refused(folder: Path, content: bytes) -> None:
    with pytest.raises(files.FileTypeRefused):
        files.store(content, "innocent.png")
    assert File.objects.count() == 0
    assert list(folder.iterdir()) == []


def test_too_large_is_refused_before_anything_is_written(folder: Path) -> None:
    with pytest.raises(files.FileTooLarge, match=r"26\.2 MB"):
        files.store(b"a" * (files.MAX_BYTES + 1), "big.txt")
    assert list(folder.iterdir()) == []


def test_damaged_bytes_are_noticed(folder: Path) -> None:
    stored = files.store(b"bonjour", "a.txt")
    (folder / files.path_of(stored.sha256)).write_bytes(b"bonsoir")
    with pytest.raises(RuntimeError, match="damaged"):
        files.read(stored)
