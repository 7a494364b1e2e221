"""What people call the tables of dispatch, and the words of their states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.text import Text

STATUSES = {
    "draft": Text("Brouillon", "Draft"),
    "ready": Text("À planifier", "To plan"),
    "scheduled": Text("Planifiée", "Scheduled"),
    "published": Text("Publiée", "Published"),
    "en_route": Text("En route", "On the way"),
    "in_progress": Text("En cours", "In progress"),
    "completed": Text("Terminée", "Completed"),
    "incomplete": Text("Incomplète", "Incomplete"),
    "cancelled": Text("Annulée", "Cancelled"),
}
KINDS = {
    "installation": Text("Installation", "Installation"),
    "repair": Text("Réparation", "Repair"),
    "maintenance": Text("Entretien", "Maintenance"),
    "removal": Text("Retrait", "Removal"),
    "survey": Text("Visite technique", "Survey"),
}
PRIORITIES = {
    "low": Text("Basse", "Low"),
    "normal": Text("Normale", "Normal"),
    "high": Text("Haute", "High"),
    "urgent": Text("Urgente", "Urgent"),
}
CODES = {
    "done": Text("Fait", "Done"),
    "replaced": Text("Équipement remplacé", "Equipment replaced"),
    "configured": Text("Réglé sur place", "Set on site"),
    "no_fault": Text("Aucun défaut trouvé", "No fault found"),
    "temporary": Text("Réparation temporaire", "Temporary repair"),
}
TECHNICIAN_STATUSES = {
    "available": Text("Disponible", "Available"),
    "en_route": Text("En route", "On the way"),
    "on_site": Text("Sur place", "On site"),
    "break": Text("En pause", "On break"),
    "off": Text("Absent", "Off"),
}
ITEM_KINDS = {
    "check": Text("À cocher", "Check"),
    "text": Text("Texte", "Text"),
    "number": Text("Mesure", "Number"),
    "photo": Text("Photo", "Photo"),
    "scan": Text("Lecture", "Scan"),
    "choice": Text("Choix", "Choice"),
}
ACTS = {
    "installed": Text("Installé", "Installed"),
    "removed": Text("Retiré", "Removed"),
    "replaced": Text("Remplacé", "Replaced"),
}
TIME_KINDS = {"travel": Text("Déplacement", "Travel"), "work": Text("Travail", "Work")}
TAG_KINDS = {
    "skill": Text("Compétence", "Skill"),
    "service": Text("Service", "Service"),
    "region": Text("Région", "Region"),
}
LINE_KINDS = {"material": Text("Matériel", "Material"), "charge": Text("Frais", "Charge")}


def _of(words: Mapping[str, Text]) -> Callable[[Any, str], str]:
    def say(value: Any, language: str) -> str:
        return words[value].in_(language) if value in words else str(value or "—")

    return say


describe(
    "dispatch_job",
    Text("Intervention", "Job"),
    number="number",
    reads="dispatch.read",
    kind=Column(Text("Genre", "Kind"), _of(KINDS)),
    priority=Column(Text("Priorité", "Priority"), _of(PRIORITIES)),
    status=Column(Text("État", "Status"), _of(STATUSES)),
    title_fr=Text("Titre", "Title (French)"),
    date=Text("Date", "Date"),
    starts=Text("Début", "Start"),
    minutes=Text("Durée (minutes)", "Duration (minutes)"),
    window_starts=Text("Plage promise dès", "Promised from"),
    window_ends=Text("Plage promise jusqu’à", "Promised until"),
    contract=Text("Contrat", "Contract"),
    issue=Text("Billet", "Issue"),
    instructions=Text("Consignes", "Instructions"),
    completion_code=Column(Text("Résultat", "Outcome"), _of(CODES)),
    completion_note=Text("Note de fin", "Closing note"),
    completed_on=Text("Terminé le", "Completed on"),
    reason=Text("Motif", "Reason"),
)
describe(
    "dispatch_jobchain",
    Text("Chaîne d’interventions", "Job chain"),
    contract=Text("Contrat", "Contract"),
    kind=Column(Text("Genre", "Kind"), _of(KINDS)),
    completed_on=Text("Terminée le", "Completed on"),
)
describe(
    "dispatch_technician",
    Text("Technicien", "Technician"),
    number="number",
    reads="dispatch.read",
    name=Text("Nom", "Name"),
    phone=Text("Téléphone", "Phone"),
    colour=Text("Couleur", "Colour"),
    status=Column(Text("État", "Status"), _of(TECHNICIAN_STATUSES)),
    cost_per_hour=Text("Coût de l’heure", "Cost per hour"),
    active=Text("Actif", "Active"),
)
describe("dispatch_tag", Text("Étiquette", "Tag"), number="code", name_fr=Text("Nom", "Name (French)"))
describe("dispatch_crew", Text("Équipe", "Crew"), number="code", name=Text("Nom", "Name"))
describe("dispatch_techniciantag", Text("Compétence", "Skill"), level=Text("Niveau", "Level"))
describe("dispatch_jobtag", Text("Compétence requise", "Needed skill"), level=Text("Niveau", "Level"))
describe(
    "dispatch_workinghours",
    Text("Heures de travail", "Working hours"),
    weekday=Text("Jour de la semaine", "Weekday"),
    starts=Text("De", "From"),
    ends=Text("À", "To"),
)
describe(
    "dispatch_absence",
    Text("Absence", "Absence"),
    starts_on=Text("Du", "From"),
    ends_on=Text("Au (exclu)", "Until (without that day)"),
    reason=Text("Raison", "Reason"),
)
describe("dispatch_jobassistant", Text("Aide", "Assistant"))
describe("dispatch_jobdependency", Text("Attente d’une autre intervention", "Wait for another job"))
describe(
    "dispatch_checklistitem",
    Text("Point de la liste", "Checklist item"),
    number="code",
    label_fr=Text("Point", "Item (French)"),
    answer=Text("Réponse", "Answer"),
    answered_by=Text("Par", "By"),
)
describe(
    "dispatch_timeentry",
    Text("Temps", "Time"),
    kind=Column(Text("Genre", "Kind"), _of(TIME_KINDS)),
    started_at=Text("Début", "Start"),
    ended_at=Text("Fin", "End"),
    length_known=Text("Durée connue", "Length known"),
    note=Text("Note", "Note"),
)
describe(
    "dispatch_jobline",
    Text("Matériel ou frais", "Material or charge"),
    description=Text("Description", "Description"),
    quantity=Text("Quantité", "Quantity"),
    billable=Text("À facturer", "To charge"),
    unit_price=Text("Prix", "Price"),
)
describe(
    "dispatch_equipmentitem",
    Text("Équipement", "Equipment"),
    act=Column(Text("Geste", "Act"), _of(ACTS)),
    serial=Text("Numéro de série", "Serial number"),
    mac=Text("Adresse MAC", "MAC address"),
    replaces=Text("Remplace", "Replaces"),
)
describe("dispatch_photo", Text("Photo", "Photo"), caption=Text("Légende", "Caption"))
describe("dispatch_signature", Text("Signature", "Signature"), name=Text("Nom", "Name"))
describe(
    "dispatch_checklisttemplate",
    Text("Liste de vérification", "Checklist"),
    number="code",
    items=Text("Points", "Items"),
)
describe(
    "dispatch_chaintemplate",
    Text("Modèle d’interventions", "Job template"),
    number="code",
    steps=Text("Étapes", "Steps"),
)


describe_deeds(
    {
        "dispatch.upload_picture": Text("Recevoir une photo du terrain", "Receive a picture from the field"),
    }
)
