"""Files over HTTP: uploaded on a record, served through the permission of their attachment."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import File as FileField
from ninja import Form, Router, Schema, UploadedFile

from gigafibre.kernel import files
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.context import Running, enter
from gigafibre.kernel.errors import Forbidden, NotFound
from gigafibre.kernel.http import ANYBODY, Needs, actor_of

router = Router(tags=["files"])


class FileOut(Schema):
    """A file on a record."""

    id: UUID
    name: str
    size: int
    content_type: str
    at: str
    by: str


def _out(attachment: Any) -> dict[str, Any]:
    file = attachment.file
    return {
        "id": file.pk,
        "name": file.name,
        "size": file.size,
        "content_type": file.content_type,
        "at": attachment.created_at.isoformat(),
        "by": file.created_by,
    }


@router.get("/files", auth=ANYBODY, response=list[FileOut], operation_id="list_files")
def list_files(request: HttpRequest, subject: str) -> list[dict[str, Any]]:
    """List the files on a record that the reader may open."""
    return [_out(attachment) for attachment in files.listed(subject, actor_of(request).may)]


@router.post("/files", auth=Needs("kernel.attach"), response=FileOut, operation_id="upload_file")
def upload_file(request: HttpRequest, upload: FileField[UploadedFile], subject: Form[str]) -> dict[str, Any]:
    """Store a file (25 MB at most, typed by its content) and hang it on a record."""
    if (upload.size or 0) > files.MAX_BYTES:
        raise files.FileTooLarge(size=f"{(upload.size or 0) / 1e6:.1f}", limit=files.MAX_BYTES // 1_000_000)
    actor = actor_of(request)
    with transaction.atomic(), acting_as(actor), enter(Running("kernel.upload_file", actor, None)):
        stored = files.store(upload.read(), upload.name or "")
        attachment = files.attach(stored, subject, "kernel.read_files")
    return _out(attachment)


@router.get("/files/{uuid:key}", auth=ANYBODY, operation_id="read_file")
def read_file(request: HttpRequest, key: UUID, download: bool = False) -> HttpResponse:
    """Serve a file's bytes to somebody whom one of its attachments lets read it."""
    found = files.attachments_of(key)
    if not found:
        raise NotFound(what=str(key))
    actor = actor_of(request)
    allowed = [attachment for attachment in found if actor.may(attachment.permission)]
    if not allowed:
        raise Forbidden(permission=found[0].permission)
    return served(files.read(allowed[0].file), download=download)


def served(stored: files.Stored, *, download: bool = False) -> HttpResponse:
    """Answer a stored file's bytes: a picture or a PDF to be looked at, anything else to be kept."""
    response = HttpResponse(stored.content, content_type=stored.content_type)
    kind = "attachment" if download or not stored.content_type.startswith(("image/", "application/pdf")) else "inline"
    response["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(stored.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response
