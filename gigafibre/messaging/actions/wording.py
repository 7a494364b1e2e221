"""Templates' words, edited by staff: each edit is a new edition, and none that can't be filled is kept."""

from __future__ import annotations

from typing import Annotated, Literal

from django.db.models import Max
from pydantic import BaseModel, Field

from gigafibre.crm.queries import reach_of
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import Detail
from gigafibre.kernel.refs import CustomerRef, Line, LongText
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.messaging import segments, texts
from gigafibre.messaging.errors import NotThisChannel, TemplateFaulty
from gigafibre.messaging.models import TemplateText
from gigafibre.messaging.wording import faults

_EMPTY = Text("Ce champ est requis.", "This field is required.")


class Shown(BaseModel):
    """A template's words as a customer would read them; what nobody gave stays in braces."""

    version: int
    subject: str
    body: str
    encoding: str
    segments: int
    unusual: str


@action(
    permission="messaging.templates",
    label=Text("Modifier un gabarit", "Edit a template"),
    fields={
        "template": Text("Gabarit", "Template"),
        "channel": Text("Canal", "Channel"),
        "language": Text("Langue", "Language"),
        "subject": Text("Objet", "Subject"),
        "body": Text("Texte", "Text"),
        "shown_for": Text("Montré pour le client", "Shown for the customer"),
        "related": Text("Dossier lié", "Related record"),
    },
)
def edit_template(
    template: Annotated[str, Field(max_length=60)],
    *,
    channel: Literal["sms", "email"],
    language: Literal["fr", "en"],
    body: LongText,
    subject: Line = "",
    shown_for: CustomerRef | None = None,
    related: Annotated[str, Field(pattern=r"^([a-z_]+:[A-Za-z0-9-]+)?$", max_length=72)] = "",
) -> Shown:
    """Give a template new words from now on; returns them filled for a customer, by default the record's own.

    A variable nobody knows is refused.
    """
    of = texts.template(template)
    if channel not in of.channels:
        raise NotThisChannel(template=template)
    subject = subject if channel == "email" else ""
    wrong = [
        *faults("subject", subject, of.known()),
        *faults("body", body, of.known()),
        *[Detail(name, "missing", _EMPTY) for name, text in (("body", body), ("subject", subject)) if not text],
    ]
    wrong = [one for one in wrong if not (one.field == "subject" and channel == "sms")]
    if wrong:
        raise TemplateFaulty(*wrong)
    newest = TemplateText.objects.filter(template=template, channel=channel, language=language)
    version = (newest.aggregate(newest=Max("version"))["newest"] or 0) + 1
    TemplateText.objects.create(
        template=template,
        channel=channel,
        language=language,
        version=version,
        subject=subject,
        body=body,
        by=current_actor().label,
        at=clock.now(),
    )
    values = {name: f"{{{name}}}" for name in of.known()}
    whom = shown_for or texts.whose(of, related)
    if whom:
        values |= texts.values_for(of, reach_of(whom, channel, "service"), language, related=related)
    elif related:
        values |= texts.record_values(of, language, related)
    filled = texts.write(of, texts.Edition(version, subject, body), channel, language, values)
    counted = segments.count(filled.body)
    return Shown(
        version=version,
        subject=filled.subject,
        body=filled.body,
        encoding=counted.encoding,
        segments=counted.segments,
        unusual=counted.unusual,
    )
