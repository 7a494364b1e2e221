"""Giving a person what we hold of him: put together in the background, handed over by a link of his own."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from pydantic import BaseModel, Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, numbers, settings
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.refs import CustomerRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text
from gigafibre.privacy import exporting, links, tasks
from gigafibre.privacy.errors import ExportNotReady, IdentityUnchecked, NoSuchExport, RequestOfAnother
from gigafibre.privacy.models import PersonExport
from gigafibre.privacy.refs import RequestRef, locked_request

ExportRef = Annotated[str, Field(pattern=r"^EXP-\d+$", max_length=16, json_schema_extra={"format": "ref:export"})]
EXPORT = {"export": Text("Renseignements réunis", "Information put together")}


class LinkOut(BaseModel):
    """A link that is shown once: whoever has it takes the file, until its day."""

    link: ShownOnce
    until: str


@action(
    permission="privacy.export",
    label=Text("Réunir les renseignements d’un client", "Put together a customer’s information"),
    fields={"customer": Text("Client", "Customer"), "request": Text("Demande", "Request")},
)
def export_person(customer: CustomerRef, *, request: RequestRef | None = None) -> str:
    """Put everything held of a customer into one ZIP, in the background; returns its number.

    For a request it is that customer's own, and his identity was checked.
    """
    owner = crm.customer(customer)
    asked = locked_request(request) if request else None
    if asked is not None and asked.customer_id != owner.id:
        raise RequestOfAnother(request=request, customer=customer)
    if asked is not None and not asked.proof:
        raise IdentityUnchecked(request=request)
    actor = current_actor()
    made = PersonExport.objects.create(
        number=numbers.take_one("privacy_export"),
        customer_id=owner.id,
        request=asked,
        created_by=actor.label,
        asked_by=actor.id if actor.kind == "staff" else None,
        created_at=clock.now(),
    )
    tasks.make_export.defer(export=made.pk)
    return str(made.number)


@action(
    permission="privacy.export",
    label=Text("Créer le lien de téléchargement", "Make the download link"),
    fields=EXPORT,
)
def make_export_link(export: ExportRef) -> LinkOut:
    """Make the link by which one person takes an export; the one before is worth nothing any more."""
    found = _locked(export)
    if found.state != PersonExport.State.READY:
        raise ExportNotReady(export=export)
    found.link += 1
    found.link_until = clock.now() + timedelta(days=int(settings.get("privacy.link_days")))
    found.save(update_fields=["link", "link_until"])
    return LinkOut(
        link=links.export_link(found.number, found.link, found.link_until), until=found.link_until.isoformat()
    )


@action(
    permission="privacy.export",
    label=Text("Supprimer le fichier", "Drop the file"),
    harmful=True,
    fields=EXPORT,
)
def drop_export(export: ExportRef) -> None:
    """Drop an export's file before its day; its links are worth nothing any more."""
    found = _locked(export)
    if found.state != PersonExport.State.READY:
        raise ExportNotReady(export=export)
    exporting.drop(found)


def _locked(number: str) -> PersonExport:
    found = PersonExport.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise NoSuchExport(export=number)
    return found
