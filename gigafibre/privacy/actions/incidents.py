"""What is done about a confidentiality incident: record it, assess its risk, say who was told and what was done."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from gigafibre.kernel import clock, numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.refs import LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.privacy.errors import DaysOutOfOrder, IncidentOpen, IncidentUntold, NotYet, ToldBeforeFound
from gigafibre.privacy.models import Incident, IncidentStep
from gigafibre.privacy.refs import IncidentRef, Nature, Title, Touched, Words, locked_incident

Level = Literal["low", "medium", "high"]
Kinds = Annotated[list[Touched], Field(min_length=1, max_length=10)]
Persons = Annotated[int, Field(ge=0, le=10_000_000)]
INCIDENT = {"incident": Text("Incident", "Incident")}
ABOUT = {
    "title": Text("Titre", "Title"),
    "nature": Text("Nature", "Nature"),
    "circumstances": Text("Circonstances", "Circumstances"),
    "happened_from": Text("Depuis le", "From"),
    "happened_until": Text("Jusqu’au", "Until"),
    "found_on": Text("Connu le", "Found on"),
    "touched": Text("Renseignements visés", "Information touched"),
    "touched_words": Text("Précisions", "In words"),
    "persons": Text("Personnes touchées", "Persons"),
    "persons_estimated": Text("C’est une estimation", "It is an estimate"),
}


@action(permission="privacy.edit", label=Text("Consigner un incident", "Record an incident"), fields=ABOUT)
def record_incident(
    title: Title,
    *,
    nature: Nature,
    circumstances: Words,
    happened_from: date,
    found_on: date,
    touched: Kinds,
    happened_until: date | None = None,
    touched_words: LongText = "",
    persons: Persons | None = None,
    persons_estimated: bool = False,
) -> str:
    """Record an unauthorised access, use or disclosure, a loss or theft of personal information; returns its number."""
    made = Incident(
        number=numbers.take_one("privacy_incident"),
        title=title,
        nature=nature,
        circumstances=circumstances,
        happened_from=happened_from,
        happened_until=happened_until or happened_from,
        found_on=found_on,
        touched=sorted(set(touched)),
        touched_words=touched_words,
        persons=persons,
        persons_estimated=persons_estimated,
        created_at=clock.now(),
    )
    _days_in_order(made)
    made.save()
    _step(made, "recorded")
    return str(made.number)


@action(permission="privacy.edit", label=Text("Préciser un incident", "Edit an incident"), fields=INCIDENT | ABOUT)
def edit_incident(
    incident: IncidentRef,
    *,
    title: Title | None = None,
    nature: Nature | None = None,
    circumstances: Words | None = None,
    happened_from: date | None = None,
    happened_until: date | None = None,
    found_on: date | None = None,
    touched: Kinds | None = None,
    touched_words: LongText | None = None,
    persons: Persons | None = None,
    persons_estimated: bool | None = None,
) -> None:
    """Change what is known of an incident; what is left out stays. What it said before is in the audit trail."""
    found = locked_incident(incident)
    given = {
        "title": title,
        "nature": nature,
        "circumstances": circumstances,
        "happened_from": happened_from,
        "happened_until": happened_until,
        "found_on": found_on,
        "touched": sorted(set(touched)) if touched else None,
        "touched_words": touched_words,
        "persons": persons,
        "persons_estimated": persons_estimated,
    }
    changed = {name: value for name, value in given.items() if value is not None and value != getattr(found, name)}
    for name, value in changed.items():
        setattr(found, name, value)
    _days_in_order(found)
    if changed:
        found.save(update_fields=list(changed))
        _step(found, "edited")


@action(
    permission="privacy.edit",
    label=Text("Évaluer le risque", "Assess the risk"),
    fields=INCIDENT
    | {
        "sensitivity": Text("Sensibilité des renseignements", "Sensitivity of the information"),
        "consequences": Text("Conséquences appréhendées de leur usage", "Anticipated consequences of their use"),
        "likelihood": Text("Probabilité d’un usage préjudiciable", "Likelihood of a harmful use"),
        "assessment": Text("Évaluation en mots", "Assessment in words"),
        "serious": Text("Risque de préjudice sérieux", "Risk of serious injury"),
    },
)
def assess_incident(
    incident: IncidentRef,
    *,
    sensitivity: Level,
    consequences: Level,
    likelihood: Level,
    assessment: Words,
    serious: bool = False,
) -> None:
    """Assess by the law's three factors whether somebody risks a serious injury; assessed again, it replaces."""
    found = locked_incident(incident)
    found.sensitivity, found.consequences, found.likelihood = sensitivity, consequences, likelihood
    found.assessment, found.serious = assessment, serious
    found.save(update_fields=["sensitivity", "consequences", "likelihood", "assessment", "serious"])
    _step(found, "assessed", assessment)


@action(
    permission="privacy.edit",
    label=Text("Consigner l’avis à la Commission", "Record the notice to the Commission"),
    fields=INCIDENT | {"on": Text("Le", "On"), "words": Text("Comment, sous quel numéro", "How, under which number")},
)
def tell_commission(incident: IncidentRef, *, on: date, words: Words) -> None:
    """Say when the Commission d’accès à l’information was told."""
    found = locked_incident(incident)
    _since_found(found, on)
    found.commission_told_on = on
    found.save(update_fields=["commission_told_on"])
    _step(found, "commission", words)


@action(
    permission="privacy.edit",
    label=Text("Consigner l’avis aux personnes", "Record the notice to the persons"),
    fields=INCIDENT
    | {"on": Text("Le", "On"), "how": Text("Comment, ou pourquoi non", "How, or why they were not told")},
)
def tell_persons(incident: IncidentRef, *, how: Words, on: date | None = None) -> None:
    """Say when and how the persons were told; without a day, why they were not, or why by public notice."""
    found = locked_incident(incident)
    if on is not None:
        _since_found(found, on)
    found.persons_told_on, found.persons_told_how = on, how
    found.save(update_fields=["persons_told_on", "persons_told_how"])
    _step(found, "persons", how)


@action(
    permission="privacy.edit",
    label=Text("Consigner les mesures", "Record the measures"),
    fields=INCIDENT | {"measures": Text("Mesures prises", "Measures taken")},
)
def record_measures(incident: IncidentRef, *, measures: Words) -> None:
    """Say what was done to lower the risk of an injury, and so that it doesn't happen again."""
    found = locked_incident(incident)
    found.measures = measures
    found.save(update_fields=["measures"])
    _step(found, "measures", measures)


@action(
    permission="privacy.edit",
    label=Text("Fermer un incident", "Close an incident"),
    undo="privacy.reopen_incident",
    fields=INCIDENT,
)
def close_incident(incident: IncidentRef) -> None:
    """Close an incident that is assessed, told where its risk is serious, and has its measures."""
    found = locked_incident(incident)
    missing = [words for lacking, words in _wanted(found) if lacking]
    if missing:
        both = Text(", ".join(each.fr for each in missing), ", ".join(each.en for each in missing))
        raise IncidentUntold(incident=incident, missing=both)
    found.status = "closed"
    found.save(update_fields=["status"])
    _step(found, "closed")


@action(
    permission="privacy.edit",
    label=Text("Rouvrir un incident", "Reopen an incident"),
    undo="privacy.close_incident",
    fields=INCIDENT | {"reason": Text("Motif", "Reason")},
)
def reopen_incident(incident: IncidentRef, *, reason: Reason) -> None:
    """Open a closed incident again."""
    found = locked_incident(incident, closed=True)
    if found.status == "open":
        raise IncidentOpen(incident=incident)
    found.status = "open"
    found.save(update_fields=["status"])
    _step(found, "reopened", reason)


def _wanted(incident: Incident) -> list[tuple[bool, Text]]:
    """Return what a closed incident has, and whether this one lacks it."""
    serious = bool(incident.serious)
    return [
        (incident.serious is None, Text("l’évaluation du risque", "the assessment of the risk")),
        (not incident.measures, Text("les mesures prises", "the measures taken")),
        (
            serious and incident.commission_told_on is None,
            Text("l’avis à la Commission", "the notice to the Commission"),
        ),
        (
            serious and not incident.persons_told_how,
            Text("l’avis aux personnes, ou pourquoi non", "the notice to the persons, or why not"),
        ),
    ]


def _days_in_order(incident: Incident) -> None:
    since, until, found = incident.happened_from, incident.happened_until, incident.found_on
    if found > clock.today():
        raise NotYet(day=found)
    if until < since or found < since:
        raise DaysOutOfOrder(since=since, until=until, found=found)


def _since_found(incident: Incident, day: date) -> None:
    if day > clock.today():
        raise NotYet(day=day)
    if day < incident.found_on:
        raise ToldBeforeFound(incident=incident.number, day=incident.found_on)


def _step(incident: Incident, what: str, words: str = "") -> None:
    IncidentStep.objects.create(incident=incident, what=what, words=words, by=current_actor().label, at=clock.now())
