"""Files over HTTP: uploaded on a record one may read, served to who may read the record and the file."""

from __future__ import annotations

from typing import IO, Any, cast
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import File as FileField
from ninja import Form, Router, Schema, UploadedFile

from gigafibre.kernel import files
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.context import doing
from gigafibre.kernel.errors import Forbidden, NotFound
from gigafibre.kernel.http import ANYBODY, Needs, actor_of
from gigafibre.kernel.subjects import refuse_unreadable

router = Router(tags=["files"])
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'self'"


class AttachedFileOut(Schema):
    """A file on a record; `mine`: the reader may take it off."""

    id: UUID
    name: str
    size: int
    content_type: str
    at: str
    by: str
    mine: bool


def _out(attachment: Any, actor: Actor) -> dict[str, Any]:
    file = attachment.file
    return {
        "id": file.pk,
        "name": file.name,
        "size": file.size,
        "content_type": file.content_type,
        "at": attachment.created_at.isoformat(),
        "by": file.created_by,
        "mine": actor.may("kernel.attach") and files.may_change(attachment, actor),
    }


@router.get("/files", auth=ANYBODY, response=list[AttachedFileOut], operation_id="list_files")
def list_files(request: HttpRequest, subject: str) -> list[dict[str, Any]]:
    """List the files on a record that the reader may open."""
    actor = actor_of(request)
    refuse_unreadable(subject, actor)
    return [_out(attachment, actor) for attachment in files.listed(subject) if files.lacking(attachment, actor) is None]


@router.post("/files", auth=Needs("kernel.attach"), response=AttachedFileOut, operation_id="upload_file")
def upload_file(request: HttpRequest, upload: FileField[UploadedFile], subject: Form[str]) -> dict[str, Any]:
    """Store a file (25 MB at most, typed by its content) and hang it on a record that one may read."""
    actor = actor_of(request)
    refuse_unreadable(subject, actor)
    with doing("kernel.upload_file", actor):
        stored = files.store_sent(cast(IO[bytes], upload.file), upload.size or 0, upload.name or "")
        attachment = files.attach(stored, subject, files.OPEN_TO_READERS)
    return _out(attachment, actor)


@router.get("/files/{uuid:key}", auth=ANYBODY, operation_id="read_file")
def read_file(request: HttpRequest, key: UUID, download: bool = False) -> HttpResponse:
    """Serve a file's bytes to somebody whom one of its attachments lets read it."""
    found = files.attachments_of(key)
    if not found:
        raise NotFound(what=str(key))
    actor = actor_of(request)
    missing = [files.lacking(attachment, actor) for attachment in found]
    if all(missing):
        raise Forbidden(permission=missing[0])
    return served(files.read(found[missing.index(None)].file), download=download)


def served(stored: files.Stored, *, download: bool = False) -> HttpResponse:
    """Answer a stored file's bytes: a picture or a PDF to be looked at, anything else to be kept."""
    response = HttpResponse(stored.content, content_type=stored.content_type)
    kind = "attachment" if download or not stored.content_type.startswith(("image/", "application/pdf")) else "inline"
    response["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(stored.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    if stored.content_type != "application/pdf":
        # Opened by its own address it is a page of ours: it may do nothing there. (No browser shows a PDF so.)
        response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, max-age=3600"
    return response
