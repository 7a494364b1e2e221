"""The kernel's own verbs: notes, settings, and what a person does about parked work."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.db import connection
from pydantic import Field, JsonValue

from gigafibre.kernel import clock, files, jobs, notes, numbers, parked, services, settings
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.errors import Detail, Forbidden, InvalidInput
from gigafibre.kernel.models import Note
from gigafibre.kernel.parked import ParkedRef
from gigafibre.kernel.refs import LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import write
from gigafibre.kernel.subjects import Subject, refuse_unreadable
from gigafibre.kernel.text import Text

NoteText = Annotated[LongText, Field(min_length=1)]
NoteRef = Annotated[int, Field(ge=1)]
SettingKey = Annotated[
    str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)+$", max_length=80, json_schema_extra={"format": "ref:setting"})
]
SettingValue = Annotated[JsonValue, Field(description="The value, as JSON, by the setting's own schema")]

_RETRY = {
    "delivery": "UPDATE kernel_delivery SET state = 'pending', attempts = 0, due = %s WHERE id = %s",
    # An outcome we don't know is looked up first, never simply done again.
    "intent": "UPDATE kernel_intent SET state = CASE state WHEN 'unknown' THEN 'unknown' ELSE 'pending' END, "
    "attempts = 0, due = %s WHERE id = %s",
}
_SKIP = {
    "delivery": "UPDATE kernel_delivery SET state = 'skipped', skip_reason = %s, done_at = %s WHERE id = %s",
    "intent": "UPDATE kernel_intent SET state = 'skipped', skip_reason = %s, due = %s WHERE id = %s",
}
_NOTE = {"note": Text("Note", "Note"), "text": Text("Note", "Note"), "pinned": Text("Épinglée", "Pinned")}
_FIELDS = {"work": Text("Travail parqué", "Parked work")}


@action(
    permission="kernel.note",
    label=Text("Écrire une note", "Write a note"),
    fields={"subject": Text("Sur", "About"), "text": Text("Note", "Note"), "pinned": Text("Épinglée", "Pinned")},
)
def add_note(subject: Subject, *, text: NoteText, pinned: bool = False) -> int:
    """Write a note on a record that one may read (`customer:C-4217`); returns its id."""
    actor = current_actor()
    refuse_unreadable(subject, actor)
    note = Note.objects.create(
        subject=subject, text=text, author=actor.label, author_id=actor.id, at=clock.now(), pinned=pinned
    )
    return int(note.pk)


@action(
    permission="kernel.note",
    label=Text("Épingler une note", "Pin a note"),
    undo="kernel.pin_note",
    fields={"note": _NOTE["note"], "pinned": _NOTE["pinned"]},
)
def pin_note(note: NoteRef, *, pinned: bool = True) -> None:
    """Keep a note of a record that one may read above the others, or no longer."""
    found = notes.locked(note)
    taken_back_by("kernel.pin_note", note=note, pinned=found.pinned)
    write(found, pinned=pinned)


@action(
    permission="kernel.note",
    label=Text("Corriger une note", "Correct a note"),
    undo="kernel.update_note",
    fields={"note": _NOTE["note"], "text": _NOTE["text"]},
)
def update_note(note: NoteRef, *, text: NoteText) -> None:
    """Write one's own note better; the audit trail keeps what it said. An administrator may correct anybody's."""
    found = notes.locked(note)
    notes.refuse_of_another(found)
    taken_back_by("kernel.update_note", note=note, text=found.text)
    write(found, text=text)


@action(
    permission="kernel.note",
    label=Text("Retirer une note", "Remove a note"),
    harmful=True,
    fields={"note": _NOTE["note"]},
)
def remove_note(note: NoteRef) -> None:
    """Take one's own note off its record; the audit trail keeps it. An administrator may remove anybody's."""
    found = notes.locked(note)
    notes.refuse_of_another(found)
    found.delete()


@action(
    permission="kernel.attach",
    label=Text("Retirer un fichier", "Remove a file"),
    harmful=True,
    fields={"file": Text("Fichier", "File"), "subject": Text("Sur", "About")},
)
def remove_file(file: UUID, *, subject: Subject) -> None:
    """Take a file that one put there off a record; its bytes and the audit trail stay. What proves something stays."""
    files.changeable(file, subject).delete()


@action(
    permission="kernel.settings",
    label=Text("Changer un réglage", "Change a setting"),
    fields={"key": Text("Réglage", "Setting"), "value": Text("Valeur", "Value")},
)
def set_setting(key: SettingKey, *, value: SettingValue) -> None:
    """Give a setting of the company another value, of the type that it declares (`GET /settings` says which)."""
    _may_change(key)
    settings.put(key, settings.check(key, value))


@action(
    permission="kernel.settings",
    label=Text("Changer des réglages", "Change settings"),
    fields={"values": Text("Valeurs", "Values")},
)
def set_settings(values: Annotated[dict[SettingKey, SettingValue], Field(min_length=1, max_length=100)]) -> int:
    """Give several settings another value at once, or none of them; returns how many. Every wrong value is told."""
    wrong: list[Detail] = []
    clean: dict[str, JsonValue] = {}
    for key, value in values.items():
        _may_change(key)
        try:
            clean[key] = settings.check(key, value, field=f"values.{key}")
        except InvalidInput as refused:
            wrong.extend(refused.details)
    if wrong:
        raise InvalidInput(*wrong)
    for key, value in clean.items():
        settings.put(key, value)
    return len(clean)


def _may_change(key: str) -> None:
    takes = settings.declared(key).takes
    if takes and not current_actor().may(takes):
        raise Forbidden(permission=takes)


@action(
    permission="kernel.series",
    label=Text("Changer une série de numéros", "Change a number series"),
    fields={
        "series": Text("Série", "Series"),
        "prefix": Text("Préfixe ({year} : l’année)", "Prefix ({year}: the year)"),
        "digits": Text("Chiffres au moins", "Digits at least"),
        "following": Text("Prochain", "Next"),
    },
)
def set_series(
    series: Annotated[str, Field(max_length=32)],
    *,
    prefix: Annotated[str, Field(max_length=32, pattern=r"^(([A-Z0-9-]|\{year\})*[A-Z-])?$")],
    digits: Annotated[int, Field(ge=0, le=12)],
    following: Annotated[int, Field(ge=1, le=10**15)],
) -> None:
    """Write a series' numbers otherwise from its next one on; none is given twice, a gapless one leaves none out."""
    numbers.change(series, prefix=prefix, digits=digits, following=following)


@action(
    permission=settings.INTEGRATIONS,
    label=Text("Essayer un service extérieur", "Test an outside service"),
    fields={"service": Text("Service", "Service")},
)
def check_service(service: Annotated[str, Field(pattern=r"^[a-z_]{2,32}$")]) -> UUID:
    """Ask an outside service whether it would do its work, changing nothing there; returns the effect's key.

    A worker asks it outside of any transaction; `GET /services` then says what was found and how to mend it.
    """
    return services.ask(service)


@action(
    permission="kernel.parked",
    label=Text("Réessayer un travail parqué", "Retry parked work"),
    fields=_FIELDS,
)
def retry_parked(work: ParkedRef) -> None:
    """Try a parked delivery or intent again, from its first attempt; what waits behind follows in order."""
    kind, number = parked.locked(work)
    with connection.cursor() as cursor:
        cursor.execute(_RETRY[kind], [clock.now(), number])
        cursor.execute("SELECT pg_notify('gigafibre_events', ''), pg_notify('gigafibre_live', 'parked:*')")


@action(
    permission="kernel.parked",
    label=Text("Laisser tomber un travail parqué", "Skip parked work"),
    harmful=True,
    fields=_FIELDS | {"reason": Text("Raison", "Reason")},
)
def skip_parked(work: ParkedRef, *, reason: Reason) -> None:
    """Give up a parked delivery or intent, saying why; what waits behind goes on."""
    kind, number = parked.locked(work)
    with connection.cursor() as cursor:
        cursor.execute(_SKIP[kind], [reason, clock.now(), number])
        cursor.execute("SELECT pg_notify('gigafibre_events', ''), pg_notify('gigafibre_live', 'parked:*')")


@action(
    permission="kernel.parked",
    label=Text("Refaire un travail en échec", "Do a failed job again"),
    fields={"job": Text("Travail", "Job")},
)
def retry_job(job: Annotated[int, Field(ge=0)]) -> None:
    """Put a failed job into its queue once more, where that is safe."""
    jobs.again(job)
