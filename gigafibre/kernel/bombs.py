"""What is small to send and huge to open: pictures of too many points, archives that unpack to far more than they are.

Only headers and tables of contents are read here; nothing is unpacked to be judged.
"""

from __future__ import annotations

import warnings
import zipfile
from typing import IO

from PIL import Image, UnidentifiedImageError

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text

#: A telephone's largest photo has 50 million points.
MAX_POINTS = 64_000_000
#: An archive, and the workbooks and documents that are archives inside.
MAX_UNPACKED = 250 * 1024 * 1024
MAX_PARTS = 5_000
#: A part that shrinks more than this is no document's, except where it is small.
MAX_RATIO, SMALL = 200, 1024 * 1024
ARCHIVES = ("application/zip", "application/vnd.openxmlformats")
#: Programs inside of a workbook or a document.
MACROS = "vbaproject.bin"


class FileTooMuchInside(Refusal):
    """A small file that opens to a huge one."""

    code = "file_too_much_inside"
    status = 413
    text = Text(
        "Ce fichier est petit mais deviendrait énorme une fois ouvert. Enregistrez-le de nouveau, plus petit.",
        "This file is small but would become huge when opened. Save it again, smaller.",
    )


class FileUnreadable(Refusal):
    """The bytes are not whole, or not what they begin as."""

    code = "file_unreadable"
    status = 415
    text = Text(
        "Ce fichier est endommagé ou incomplet. Enregistrez-le de nouveau et renvoyez-le.",
        "This file is damaged or incomplete. Save it again and send it once more.",
    )


class FileHasPrograms(Refusal):
    """A workbook or document with macros."""

    code = "file_has_programs"
    status = 415
    text = Text(
        "Ce document contient des macros. Enregistrez-le sans macros et renvoyez-le.",
        "This document contains macros. Save it without macros and send it again.",
    )


def refuse_bombs(opened: IO[bytes], content_type: str) -> None:
    """Refuse a file that would be huge when opened, or runs programs; leaves it at its beginning."""
    opened.seek(0)
    if content_type.startswith("image/") and content_type != "image/heic":  # whose header nothing here can read
        _refuse_huge_picture(opened)
    elif content_type.startswith(ARCHIVES):
        _refuse_huge_archive(opened)
    opened.seek(0)


def _refuse_huge_picture(opened: IO[bytes]) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(opened, formats=("PNG", "JPEG", "WEBP", "GIF")) as picture:
                points, frames = picture.width * picture.height, getattr(picture, "n_frames", 1)
    except Image.DecompressionBombError:
        raise FileTooMuchInside from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise FileUnreadable from None
    if points * min(frames, 1_000) > MAX_POINTS * (1 if frames == 1 else 10):
        raise FileTooMuchInside


def _refuse_huge_archive(opened: IO[bytes]) -> None:
    try:
        with zipfile.ZipFile(opened) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise FileUnreadable from None
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileTooMuchInside
    if any(p.file_size > SMALL and p.file_size > MAX_RATIO * max(p.compress_size, 1) for p in parts):
        raise FileTooMuchInside
    if any(part.filename.lower().endswith(MACROS) for part in parts):
        raise FileHasPrograms
