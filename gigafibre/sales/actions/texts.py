"""Legal texts: another version is added; one in use never changes."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, cast

from pydantic import AfterValidator, Field

from gigafibre.kernel import clock
from gigafibre.kernel.documents.glyphs import printable
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.sales import places
from gigafibre.sales.errors import NoSuchPlace, TextInForce
from gigafibre.sales.legal import proposed
from gigafibre.sales.models import LegalText

Segment = Literal["", "residential", "commercial"]
Service = Literal["", "internet", "telephone", "tv"]


def _printed(title: str) -> str:
    """Return a title of which something is left on paper: a contract can't be printed under an empty one."""
    if not any(sign.isprintable() and not sign.isspace() for sign in printable(title)):
        raise BadValue(Text("Rien de ceci ne s’imprime.", "Nothing of this can be printed."))
    return title


Title = Annotated[str, Field(min_length=2, max_length=120), AfterValidator(_printed)]
Body = Annotated[str, Field(min_length=10, max_length=60_000, json_schema_extra={"format": "long"})]


@action(
    permission="sales.texts",
    label=Text("Écrire un texte légal", "Write a legal text"),
    fields={
        "code": Text("Code", "Code"),
        "title_fr": Text("Titre, français", "Title, French"),
        "title_en": Text("Titre, anglais", "Title, English"),
        "body_fr": Text("Texte, français", "Text, French"),
        "body_en": Text("Texte, anglais", "Text, English"),
        "segment": Text("Genre de contrat", "Kind of contract"),
        "service": Text("Seulement avec le service", "Only with the service"),
        "position": Text("Rang", "Place"),
        "since": Text("Dès le", "From"),
    },
)
def write_legal_text(
    code: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,31}$")],
    *,
    title_fr: Title,
    title_en: Title,
    body_fr: Body,
    body_en: Body,
    segment: Segment = "",
    service: Service = "",
    position: Annotated[int, Field(ge=1, le=999)] = 100,
    since: datetime.date | None = None,
) -> int:
    """Add a version of a legal text, in force from a day on; contracts sent before keep theirs. Returns its version.

    Places such as {monthly} are filled by each contract.
    """
    if wrong := sorted({*places.unknown(body_fr), *places.unknown(body_en)}):
        raise NoSuchPlace(place=wrong[0], known=", ".join(sorted(places.NAMES)))
    begins = since or clock.today()
    last = LegalText.objects.select_for_update().filter(code=code).order_by("-version").first()
    if begins < clock.today() or (last is not None and begins < last.since):
        raise TextInForce(since=begins)
    version = last.version + 1 if last else 1
    LegalText.objects.create(
        code=code,
        version=version,
        position=position,
        segment=segment,
        service=service,
        title_fr=title_fr,
        title_en=title_en,
        body_fr=body_fr,
        body_en=body_en,
        since=begins,
        created_at=clock.now(),
    )
    return version


@action(
    permission="sales.texts",
    label=Text("Adopter les textes proposés", "Adopt the proposed texts"),
    fields={"since": Text("Dès le", "From")},
)
def adopt_legal_texts(*, since: datetime.date | None = None) -> list[str]:
    """Put the texts we propose in force, each once: a code that has a version already keeps the provider's own."""
    known = set(LegalText.objects.values_list("code", flat=True))
    missing = [text for text in proposed() if text.code not in known]
    for text in missing:
        write_legal_text(
            text.code,
            title_fr=text.title.fr,
            title_en=text.title.en,
            body_fr=text.body.fr,
            body_en=text.body.en,
            segment=cast(Segment, text.segment),
            service=cast(Service, text.service),
            position=text.position,
            since=since,
        )
    return [text.code for text in missing]


@action(
    permission="sales.texts",
    label=Text("Retirer un texte légal", "Withdraw a legal text"),
    harmful=True,
    fields={"code": Text("Code", "Code"), "on": Text("Le", "On")},
)
def withdraw_legal_text(code: Annotated[str, Field(max_length=32)], *, on: datetime.date | None = None) -> int:
    """Let no contract sent from a day on (today) hold a text; returns how many versions end."""
    day = max(on or clock.today(), clock.today())
    return LegalText.objects.filter(code=code, until__isnull=True).update(until=day)
