"""Stored files: named by their content, typed by it, limited in size, and served only through a permission check."""

from __future__ import annotations

import hashlib
from codecs import getincrementaldecoder
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any
from uuid import UUID

import filetype
from asgiref.sync import sync_to_async
from django.core.files.base import ContentFile
from django.core.files.base import File as OpenFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ForeignObjectRel

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor, current_actor, someone_acts
from gigafibre.kernel.bombs import refuse_bombs
from gigafibre.kernel.errors import NotFound, Refusal
from gigafibre.kernel.models import Attachment, File
from gigafibre.kernel.rows import add, follow, one, some
from gigafibre.kernel.subjects import reads_of, refuse_unreadable
from gigafibre.kernel.text import Text

MAX_BYTES = 25 * 1024 * 1024
#: The right that reads what people hang on records; what an app hangs takes its own.
OPEN_TO_READERS = "kernel.read_files"
#: How much of a large file is held at a time.
PIECE = 256 * 1024
#: What may be stored; a type is told from the first bytes, never from the name or the browser's word.
ALLOWED = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/json": "json",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


class FileTooLarge(Refusal):
    """More bytes than a file may have."""

    code = "file_too_large"
    status = 413
    text = Text(
        "Le fichier a {size} Mo ; au plus {limit} Mo. Réduisez-le ou découpez-le.",
        "The file has {size} MB; {limit} MB at most. Make it smaller or split it.",
    )


class FileTypeRefused(Refusal):
    """Not a kind of file we keep."""

    code = "file_type_refused"
    status = 415
    text = Text(
        "Ce genre de fichier n’est pas accepté. Envoyez un PDF, une image, un texte ou un classeur.",
        "This kind of file is not accepted. Send a PDF, an image, a text or a workbook.",
    )


class FileOfAnother(Refusal):
    """A file is taken off by who put it there."""

    code, status = "file_of_another", 403
    text = Text(
        "Ce fichier a été déposé par {by} : lui seul ou un administrateur le retire.",
        "This file was put here by {by}: only they or an administrator remove it.",
    )


class FileNeeded(Refusal):
    """A file that proves something stays where it is."""

    code, status = "file_needed", 409
    text = Text(
        "« {name} » sert de preuve (contrat, exemption, avis ou photo) : il reste tel quel. Déposez le bon à côté.",
        "“{name}” is kept as a proof (contract, exemption, notice or picture): it stays as it is. Add the right one "
        "beside it.",
    )


@dataclass(frozen=True)
class Stored:
    """A stored file's bytes and what to serve them as."""

    content: bytes
    content_type: str
    name: str
    sha256: str


def type_of(content: bytes, *, whole: bool = True) -> str:
    """Tell a content's type from its bytes (all of them, or their beginning), or refuse it."""
    guess = filetype.guess_mime(content[:8192])
    if guess is None and _is_text(content, whole=whole):
        guess = "application/json" if content[:1] in (b"{", b"[") else "text/plain"
    if guess not in ALLOWED:
        raise FileTypeRefused
    return str(guess)


def store(content: bytes, name: str) -> File:
    """Store bytes under their SHA-256 (the same content is kept once) and return the file's row.

    Bytes are written before the row; a transaction that rolls back leaves at most a file nobody names.
    """
    if len(content) > MAX_BYTES:
        raise FileTooLarge(size=f"{len(content) / 1e6:.1f}", limit=MAX_BYTES // 1_000_000)
    content_type = type_of(content)
    refuse_bombs(BytesIO(content), content_type)
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(digest)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return _kept(digest, len(content), content_type, name)


def store_sent(content: IO[bytes], size: int, name: str) -> File:
    """Store what somebody sends from an open file, piece by piece; refuses and keeps as `store` does."""
    if size > MAX_BYTES:
        raise FileTooLarge(size=f"{size / 1e6:.1f}", limit=MAX_BYTES // 1_000_000)
    content.seek(0)
    head = content.read(8192)
    if filetype.guess_mime(head) is None:
        _refuse_what_is_no_text(content)
    return store_made(content, name)


def _refuse_what_is_no_text(content: IO[bytes]) -> None:
    content.seek(0)
    decoder = getincrementaldecoder("utf-8")()
    try:
        while piece := content.read(PIECE):
            if b"\0" in piece:
                raise FileTypeRefused
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise FileTypeRefused from None


def store_made(content: IO[bytes], name: str) -> File:
    """Store from an open file, however large, without holding it whole; as `store` does."""
    content.seek(0)
    content_type = type_of(content.read(8192), whole=False)
    refuse_bombs(content, content_type)
    digest, size = hashlib.sha256(), 0
    while piece := content.read(PIECE):
        digest.update(piece)
        size += len(piece)
    path = path_of(digest.hexdigest())
    content.seek(0)
    if not default_storage.exists(path):
        default_storage.save(path, OpenFile(content))
    return _kept(digest.hexdigest(), size, content_type, name)


def _kept(digest: str, size: int, content_type: str, name: str) -> File:
    return add(
        File(
            sha256=digest,
            size=size,
            content_type=content_type,
            name=safe_name(name),
            created_at=clock.now(),
            created_by=current_actor().label if someone_acts() else "",
        )
    )


def read_pieces(file: File) -> Iterator[bytes]:
    """Give a stored file's bytes piece by piece, where nothing else waits."""
    with default_storage.open(path_of(file.sha256)) as opened:
        while piece := opened.read(PIECE):
            yield piece


async def pieces(file: File) -> AsyncIterator[bytes]:
    """Give a stored file's bytes piece by piece, read off the loop: what is large is never held whole."""
    opened = await sync_to_async(default_storage.open)(path_of(file.sha256))
    try:
        while piece := await sync_to_async(opened.read)(PIECE):
            yield piece
    finally:
        await sync_to_async(opened.close)()


def drop(file: File) -> None:
    """Forget a file that nothing names any more; its bytes go after the commit unless another file has the same."""
    digest = file.sha256
    file.delete()
    if not File.objects.filter(sha256=digest).exists():
        transaction.on_commit(lambda: default_storage.delete(path_of(digest)))


def read(file: File) -> Stored:
    """Return a stored file's bytes, checked against their name."""
    with default_storage.open(path_of(file.sha256)) as opened:
        content = opened.read()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise RuntimeError(f"file {file.pk} is damaged: its bytes are not those of its name")
    return Stored(content, file.content_type, file.name, file.sha256)


def size_of(key: Any) -> int | None:
    """Return how many bytes a stored file has, or nothing when none has this key."""
    found = one(File, id=key)
    return found.size if found else None


def attach(file: File, subject: str, permission: str) -> Attachment:
    """Hang a file on a record (`customer:C-4217`); reading it takes the permission and the right to the record."""
    return add(Attachment(file=file, subject=subject, permission=permission))


def path_of(digest: str) -> str:
    """Return where a content is kept."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def safe_name(name: str) -> str:
    """Return a file name without folders or control characters, at most 200 characters."""
    plain = "".join(c for c in name.replace("\\", "/").rsplit("/", 1)[-1] if c.isprintable())
    return plain.strip(". ")[:200] or "fichier"


def _is_text(content: bytes, *, whole: bool) -> bool:
    if b"\0" in content:
        return False
    try:
        getincrementaldecoder("utf-8")().decode(content, final=whole)
    except UnicodeDecodeError:
        return False
    head = content[:512].lstrip().lower()
    # A text that a browser could run is not plain text.
    return not head.startswith((b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script"))


def listed(subject: str) -> list[Attachment]:
    """Return the attachments of a record, newest first; `lacking` says of each who may open it."""
    return list(Attachment.objects.filter(subject=subject).select_related("file").order_by("-created_at"))


def lacking(attachment: Attachment, actor: Actor) -> str | None:
    """Return the right that an actor lacks to open a file where it hangs: the file's own, then its record's."""
    if not actor.may(attachment.permission):
        return str(attachment.permission)
    reads = reads_of(attachment.subject)
    # What hangs on nothing that anybody may read is for who may do everything.
    return None if actor.may(reads or "*") else reads or "*"


def may_change(attachment: Attachment, actor: Actor) -> bool:
    """Say whether somebody may take off a file: who put it there, or an administrator; proofs stay."""
    by = attachment.file.created_by
    return attachment.permission == OPEN_TO_READERS and (actor.may("*") or (by != "" and by == actor.label))


def changeable(key: UUID, subject: str) -> Attachment:
    """Return a file where it hangs on a record, locked, or refuse.

    Raises NotFound, Forbidden without the record's right, FileOfAnother, FileNeeded when an app keeps it as a proof.
    """
    actor = current_actor()
    refuse_unreadable(subject, actor)
    found = Attachment.objects.select_for_update(of=("self",)).select_related("file").filter(subject=subject, file=key)
    attachment = found.first()
    if attachment is None or lacking(attachment, actor) is not None:
        raise NotFound(what=str(key))
    if not may_change(attachment, actor):
        raise FileOfAnother(by=attachment.file.created_by or "?")
    if any(use.model._base_manager.filter(**{use.name: key}).exists() for use in _uses()):
        raise FileNeeded(name=attachment.file.name)
    return attachment


def _uses() -> list[Any]:
    """Return the columns of every app that keep a file for themselves, such as a certificate's copy."""
    related = [found for found in File._meta.get_fields(include_hidden=True) if isinstance(found, ForeignObjectRel)]
    return [found.field for found in related if found.field.model is not Attachment]


def is_named(file: File) -> bool:
    """Say whether any row still names a stored file."""
    columns = [Attachment._meta.get_field("file"), *_uses()]
    return any(column.model._default_manager.filter(**{column.name: file}).exists() for column in columns)


def attachments_of(key: Any) -> list[Attachment]:
    """Return every attachment of a file, with the file."""
    return [follow(found, "file") for found in some(Attachment, file_id=key)]


def digests_kept() -> list[str]:
    """Return the SHA-256 of every stored content, in order."""
    return list(File.objects.order_by("sha256").values_list("sha256", flat=True).distinct())


def of_keys(keys: Iterable[Any]) -> list[File]:
    """Return stored files by their keys, the oldest first."""
    return list(File.objects.filter(pk__in=set(keys)).order_by("created_at", "pk"))


def is_one(model: Any) -> bool:
    """Say whether a model is that of stored files: a column that points at it names one."""
    return model is File


def named(digest: str) -> File | None:
    """Return a stored file by the SHA-256 of its bytes, if there is one."""
    return File.objects.filter(sha256=digest).order_by("created_at").first()
