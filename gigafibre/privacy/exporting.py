"""Everything held of a customer in one ZIP: his rows as JSON, his bills as PDF, his files; read row by row.

It is made in the background and, killed, begins again; its file is dropped after the days of the setting.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from gigafibre.billing import document
from gigafibre.identity.notices import notify
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.context import doing
from gigafibre.kernel.describe import described
from gigafibre.kernel.folding import fold
from gigafibre.kernel.held import Held, all_apart, all_held
from gigafibre.kernel.text import Text
from gigafibre.privacy.errors import ExportNotReady, NoSuchExport
from gigafibre.privacy.finding import Person, fields_of, files_of, is_secret, key_of, person, trail_condition, where
from gigafibre.privacy.models import ExportDownload, PersonExport, RequestStep

#: What the trail says of what is written here.
MAKE = "privacy.make_export"
#: After so long without a sign of life, whoever made a file is taken for dead.
LEASE = timedelta(minutes=5)
#: Rows read at a time.
STEP = 500
TRAIL = Text("Piste des changements", "Trail of changes")
ACTS = Text("Actions et consultations", "Actions and consultations")
#: Papers that are in the ZIP as bills already.
AS_BILLS = "billing_invoicedocument"
_TRAIL = """
SELECT jsonb_build_object('at', t.at, 'actor', t.actor, 'action', t.action, 'table', t."table", 'op', t.op,
  'before', t.before - %(secret)s::text[], 'after', t.after - %(secret)s::text[])
FROM kernel_audit t WHERE {condition} ORDER BY t.id
"""
_ACTS = """
SELECT jsonb_build_object('at', t.at, 'name', t.name, 'actor_name', t.actor_name, 'reason', t.reason)
FROM kernel_actionrun t WHERE jsonb_typeof(t.input) = 'object' AND EXISTS (
  SELECT 1 FROM jsonb_each_text(t.input) e WHERE e.value = ANY(%(numbers)s)) ORDER BY t.at
"""


def make(key: int) -> int:
    """Make an export unless somebody is at it; returns how many files it holds, 0 when there was nothing to do."""
    with doing(MAKE):
        if not _free().filter(pk=key).update(seen_at=clock.now(), done=0):
            return 0
    export = PersonExport.objects.select_related("customer").get(pk=key)
    try:
        return _made(export)
    except Exception:
        # Whoever comes next need not wait for the lease.
        PersonExport.objects.filter(pk=key).update(seen_at=None)
        raise


def unfinished() -> list[int]:
    """Return the exports that wait to be made, or whose maker gave no sign of life for a while."""
    return list(_free().order_by("pk").values_list("pk", flat=True))


def drop_expired() -> int:
    """Drop the files of exports whose last day has passed; returns how many."""
    gone = PersonExport.objects.filter(state=PersonExport.State.READY, expires_on__lt=clock.today())
    keys = list(gone.values_list("pk", flat=True))
    for key in keys:
        with doing(MAKE):
            drop(PersonExport.objects.select_for_update(of=("self",)).get(pk=key))
    return len(keys)


def drop(export: PersonExport) -> None:
    """Drop an export's file, and with it every link to it."""
    stored, export.file, export.state = export.file, None, PersonExport.State.DROPPED
    export.save(update_fields=["file", "state"])
    if stored is not None:
        files.drop(stored)


def handed_over(number: str, actor: Actor) -> UUID:
    """Return the key of an export's file for a member of staff, and write down that he took it; or refuse."""
    with doing("privacy.take_export", actor):
        found = PersonExport.objects.filter(number=number).first()
        if found is None:
            raise NoSuchExport(export=number)
        if found.file_id is None:
            raise ExportNotReady(export=number)
        ExportDownload.objects.create(export=found, by=actor.label, at=clock.now())
        return found.file_id


def file_name(held: Held) -> str:
    """Return what a table's file is called in the ZIP."""
    return f"donnees/{fold(held.label.fr).replace(' ', '-')}.json"


def _free() -> QuerySet[PersonExport]:
    nobody = Q(seen_at=None) | Q(seen_at__lt=clock.now() - LEASE)
    return PersonExport.objects.filter(nobody, state=PersonExport.State.MAKING)


def _made(export: PersonExport) -> int:
    who = person(export.customer.number)
    with tempfile.TemporaryFile() as held, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        told = _rows(archive, who, export)
        count = len(told) + _bills(archive, who) + _files(archive, who)
        archive.writestr("LISEZMOI.txt", read_me(who, told))
        archive.close()
        with doing(MAKE):
            stored = files.store_made(held, f"renseignements-{who.number}.zip")
            days = int(settings.get("privacy.export_days"))
            ended = PersonExport.objects.filter(pk=export.pk, state=PersonExport.State.MAKING).update(
                state=PersonExport.State.READY,
                file=stored,
                ready_at=clock.now(),
                done=count,
                expires_on=clock.today() + timedelta(days=days),
            )
            if not ended:  # somebody else was taken for dead and came back
                transaction.set_rollback(True)
                return 0
            _tell(export)
    return count + 1


def _tell(export: PersonExport) -> None:
    """Say on the request, and to whoever asked, that it is ready."""
    if export.request_id is not None:
        RequestStep.objects.create(
            request_id=export.request_id, what="exported", words=export.number, by=export.created_by, at=clock.now()
        )
    if export.asked_by is not None:
        words = Text("{n} : les renseignements de {c} sont réunis", "{n}: the information of {c} is put together")
        page = f"/privacy/exports?customer={export.customer.number}"
        notify([export.asked_by], words.with_(n=export.number, c=export.customer.number), kind="privacy", url=page)


def _rows(archive: zipfile.ZipFile, who: Person, export: PersonExport) -> list[tuple[str, Text, int]]:
    """Write every table's rows; returns each file with its words and how many rows it has."""
    told = []
    tables = list(all_held().values())
    for place, held in enumerate(tables):
        order = f't."{key_of(held.table)}"'
        query = (
            f'SELECT to_jsonb(t) - %(secret)s::text[] FROM "{held.table}" t '  # noqa: S608  names of ours
            f"WHERE {where(held)} ORDER BY {order}"
        )
        count = _write(archive, file_name(held), query, _given(who, held), _names(held))
        told.append((file_name(held), held.label, count))
        PersonExport.objects.filter(pk=export.pk).update(done=place, total=len(tables), seen_at=clock.now())
    trail = _TRAIL.format(condition=trail_condition())
    count = _write(archive, "donnees/piste-des-changements.json", trail, _given(who, *tables), {})
    told.append(("donnees/piste-des-changements.json", TRAIL, count))
    count = _write(archive, "donnees/actions-et-consultations.json", _ACTS, who.given, {})
    told.append(("donnees/actions-et-consultations.json", ACTS, count))
    return told


def _write(archive: zipfile.ZipFile, name: str, query: str, given: dict[str, Any], names: dict[str, str]) -> int:
    """Write what a query gives, one JSON object a row, as an array; returns how many."""
    count = 0
    with archive.open(name, "w", force_zip64=True) as out, transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(query, given)
        out.write(b"[")
        while found := cursor.fetchmany(STEP):
            for (raw,) in found:
                row = json.loads(raw) if isinstance(raw, str) else raw
                named = {names.get(column, column): value for column, value in row.items()}
                text = json.dumps(named, ensure_ascii=False, indent=1)
                out.write((",\n" if count else "\n").encode() + text.encode())
                count += 1
        out.write(b"\n]\n")
    return count


def _given(who: Person, *tables: Held) -> dict[str, Any]:
    secret = {column for held in tables for column in fields_of(held.table) if is_secret(held, column)}
    return {**who.given, "secret": sorted(secret)}


def _names(held: Held) -> dict[str, str]:
    """Return what a table's columns are called by people, in French; what has no words keeps its name."""
    return {name: column.label.fr for name, column in described(held.table).columns.items()}


def _bills(archive: zipfile.ZipFile, who: Person) -> int:
    """Write every issued bill as its PDF, made where it never was."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number FROM billing_invoice WHERE customer_id = %(customer)s AND state <> 'draft' ORDER BY id",
            who.given,
        )
        numbers = [number for (number,) in cursor.fetchall()]
    for number in numbers:
        archive.writestr(f"factures/{number}.pdf", document.paper(number).content)
    return len(numbers)


def _files(archive: zipfile.ZipFile, who: Person) -> int:
    """Write every stored file that his rows name, piece by piece; bills are there already."""
    with connection.cursor() as cursor:
        bills = all_held()[AS_BILLS]
        cursor.execute(f"SELECT t.file_id FROM {AS_BILLS} t WHERE {where(bills)}", who.given)  # noqa: S608
        known = {key for (key,) in cursor.fetchall()}
        cursor.execute("SELECT file_id FROM privacy_personexport WHERE file_id IS NOT NULL")
        known |= {key for (key,) in cursor.fetchall()}
    wanted = files.of_keys(files_of(who) - known)
    count = 0
    for file in wanted:
        with archive.open(f"fichiers/{str(file.pk)[:8]}-{file.name}", "w", force_zip64=True) as out:
            for piece in files.read_pieces(file):
                out.write(piece)
        count += 1
    return count


def read_me(who: Person, told: list[tuple[str, Text, int]]) -> str:
    """Return what the ZIP holds and what it leaves out, with the reasons, in both languages."""
    lines = [
        f"Renseignements personnels du dossier {who.number} / Personal information of file {who.number}",
        f"{clock.today():%Y-%m-%d}",
        "",
        "factures/   factures et crédits en PDF / invoices and credit notes as PDF",
        "fichiers/   contrats, photos, pièces jointes / contracts, photos, attachments",
        "donnees/    tout le reste, en JSON / everything else, as JSON:",
        *(f"  {name} : {label.fr} / {label.en} ({count})" for name, label, count in told),
        "",
        "Non remis : les secrets de nos systèmes et les numéros scellés, qui ne sont lisibles par personne "
        "(mots de passe d’appareils, jetons) / Not given: secrets of our systems and sealed numbers.",
        *(f"  {held.label.fr}: {', '.join(sorted(_secrets(held)))}" for held in all_held().values() if _secrets(held)),
        "",
        "Sans renseignement sur vous / Nothing about you in:",
        *(f"  {table} : {why.fr} / {why.en}" for table, why in all_apart().items()),
        "",
    ]
    return "\r\n".join(lines)


def _secrets(held: Held) -> set[str]:
    return {column for column in fields_of(held.table) if is_secret(held, column)}
