"""The words of the CRM's choices, fr and en: labels, lists, the customer page and files share them."""

from __future__ import annotations

from collections.abc import Mapping

from gigafibre.kernel.text import Text

KIND = {"individual": Text("Particulier", "Individual"), "company": Text("Entreprise", "Company")}
SEGMENT = {"residential": Text("Résidentiel", "Residential"), "commercial": Text("Commercial", "Commercial")}
STATUS = {
    "prospect": Text("Prospect", "Prospect"),
    "active": Text("Actif", "Active"),
    "suspended": Text("Suspendu", "Suspended"),
    "terminated": Text("Résilié", "Terminated"),
}
LANGUAGE = {"fr": Text("Français", "French"), "en": Text("Anglais", "English")}
DELIVERY = {
    "email": Text("Par courriel", "By email"),
    "paper": Text("Par la poste", "By mail"),
    "both": Text("Par courriel et par la poste", "By email and by mail"),
}
ROLE = {
    "owner": Text("Titulaire", "Owner"),
    "billing": Text("Facturation", "Billing"),
    "on_site": Text("Sur place", "On site"),
    "technical": Text("Technique", "Technical"),
}
POINT = {
    "email": Text("Courriel", "Email"),
    "mobile": Text("Mobile", "Mobile"),
    "home": Text("Domicile", "Home"),
    "office": Text("Bureau", "Office"),
    "fax": Text("Télécopieur", "Fax"),
}
CHANNEL = {
    "email": Text("Courriel", "Email"),
    "sms": Text("Texto", "Text message"),
    "call": Text("Appel", "Call"),
    "mail": Text("Poste", "Mail"),
}
PURPOSE = {"service": Text("Service", "Service"), "promotion": Text("Promotion", "Promotion")}
CONNECTION = {
    "FTTH": Text("FTTH (fibre au domicile)", "FTTH (fibre to the home)"),
    "FTTB": Text("FTTB (fibre à l’immeuble)", "FTTB (fibre to the building)"),
    "cable": Text("Câble", "Cable"),
    "DSL": Text("DSL", "DSL"),
    "wireless": Text("Sans fil", "Wireless"),
}
GEOCODE = {
    "none": Text("Jamais cherché", "Never looked for"),
    "unfound": Text("Introuvable", "Not found"),
    "area": Text("Secteur seulement", "Area only"),
    "legacy": Text("Point de l’ancien système", "Point of the old system"),
    "street": Text("Dans la rue", "On the street"),
    "address": Text("D’après l’adresse", "From the address"),
    "exact": Text("À la porte", "At the door"),
    "confirmed": Text("Confirmé", "Confirmed"),
}


def word(words: Mapping[str, Text], value: str | None, language: str | None = None) -> str:
    """Return a choice in words; one nobody named stays as it is."""
    text = words.get(value or "")
    return text.in_(language) if text else str(value or "")
