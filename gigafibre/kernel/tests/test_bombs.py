"""Small files that open to huge ones, damaged ones, documents with programs: refused, nothing kept."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from gigafibre.kernel import bombs, files
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.models import File


@pytest.fixture
def folder(tmp_path: Path, db: None) -> Any:
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=storages):
        yield tmp_path


def a_png(width: int, height: int) -> bytes:
    """The beginning of a picture of that size: nothing more is needed to say how large it is."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"IDAT" + zlib.compress(b"\0" * 10)
    made = b"\x89PNG\r\n\x1a\n"
    for part in (head, rows, b"IEND"):
        made += struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
    return made


def a_zip(*parts: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return made.getvalue()


def both_ways(content: bytes, name: str) -> list[type[Refusal]]:
    """Store it whole and from an open file; returns how each was refused."""
    refused: list[type[Refusal]] = []
    for sent in (False, True):
        try:
            if sent:
                files.store_sent(io.BytesIO(content), len(content), name)
            else:
                files.store(content, name)
        except Refusal as refusal:
            refused.append(type(refusal))
    return refused


def test_a_telephones_photo_is_kept_and_one_of_a_billion_points_is_not(folder: Path) -> None:
    assert both_ways(a_png(8064, 6048), "a.png") == []
    assert both_ways(a_png(40_000, 30_000), "b.png") == [bombs.FileTooMuchInside] * 2
    assert File.objects.count() == 2


def test_an_archive_that_unpacks_to_far_more_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = a_zip(("a.txt", b"\0" * 30_000_000))
    assert len(bomb) < 60_000
    assert both_ways(bomb, "a.zip") == [bombs.FileTooMuchInside] * 2
    assert both_ways(a_zip(*((f"{i}.txt", b"") for i in range(5_001))), "b.zip") == [bombs.FileTooMuchInside] * 2
    assert both_ways(a_zip(("a.txt", b"bonjour")), "c.zip") == []
    monkeypatch.setattr(bombs, "MAX_UNPACKED", 6)
    assert both_ways(a_zip(("a.txt", b"bonjour")), "d.zip") == [bombs.FileTooMuchInside] * 2


def test_a_workbook_with_macros_is_refused(folder: Path) -> None:
    parts = (("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>"), ("xl/vbaProject.bin", b"\xd0\xcf"))
    assert both_ways(a_zip(*parts), "a.xlsx") == [bombs.FileHasPrograms] * 2
    assert list(folder.iterdir()) == []


def test_what_is_cut_is_refused(folder: Path) -> None:
    assert both_ways(a_zip(("a.txt", b"bonjour"))[:-10], "a.zip") == [bombs.FileUnreadable] * 2
    assert both_ways(b"\xff\xd8\xff\xe0" + b"nonsense" * 4, "a.jpg") == [bombs.FileUnreadable] * 2
    assert File.objects.count() == 0


def test_a_sent_text_is_a_text_to_its_end(folder: Path) -> None:
    long = ("é" * 5_000).encode()  # a letter lies across the first piece read
    assert both_ways(b"a" + long, "a.txt") == []
    assert both_ways(long + b"\xff\xfe", "b.txt") == [files.FileTypeRefused] * 2
    assert both_ways(b"a" * 10_000 + b"\0", "c.txt") == [files.FileTypeRefused] * 2
    assert File.objects.count() == 2


def test_a_sent_file_is_measured_before_it_is_read(folder: Path) -> None:
    with pytest.raises(files.FileTooLarge, match=r"26\.2 MB"):
        files.store_sent(io.BytesIO(b""), files.MAX_BYTES + 1, "a.txt")
