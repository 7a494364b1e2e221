"""What is written about a quotation: the link where it is read and answered."""

from __future__ import annotations

from datetime import timedelta

from gigafibre.kernel import clock
from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.processes.words import reading
from gigafibre.sales.errors import NoSuchQuotation
from gigafibre.sales.links import quote_link

_QUOTATION = """
SELECT q.status, q.title, q.monthly_total, q.once_total, q.valid_until, q.link, q.prepared_by, q.address, l.label,
       l.line1, l.city
FROM sales_quotation q LEFT JOIN crm_location l ON l.id = q.location_id
WHERE q.number = %s
"""
_VARIABLES = {
    "quotation": Text("Numéro de soumission", "Quotation number"),
    "place": Text("Adresse", "Address"),
    "amounts": Text("Montants, taxes comprises", "Amounts, taxes included"),
    "until": Text("Dernier jour de validité", "Last day it is valid"),
    "prepared_by": Text("Qui l’a préparée", "Who prepared it"),
    "link": Text("Lien pour répondre", "Link to answer"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of a quotation; its link only while it waits for an answer. Refuses none."""
    found = reading.one_row(_QUOTATION, number)
    if found is None:
        raise NoSuchQuotation(quotation=number)
    there = reading.place(found["label"], found["line1"], found["city"]) if found["line1"] else found["address"]
    facts = {
        "quotation": number,
        "place": there,
        "amounts": reading.sums(found["monthly_total"], found["once_total"], language),
        "until": long_day(found["valid_until"], language),
        "prepared_by": found["prepared_by"],
    }
    if found["status"] == "sent" and found["link"]:
        end = clock.start_of(found["valid_until"] + timedelta(days=1))
        facts["link"] = quote_link(number, found["link"], end)
    return facts


declare_record(
    "quotation",
    Text("Soumission", "Quotation"),
    _VARIABLES,
    read=facts_of,
    whose=reading.customer_of("sales_quotation"),
    newest=reading.newest_of("sales_quotation"),
)
declare(
    "quotation.sent",
    label=Text("Soumission envoyée", "Quotation sent"),
    purpose="service",
    about="quotation",
    sms=Text(
        "{company} : votre soumission {quotation} ({amounts}). Lisez-la et répondez au plus tard le {until} : {link}",
        "{company}: your quotation {quotation} ({amounts}). Read it and answer by {until}: {link}",
    ),
    email=Mail(
        Text("Votre soumission {quotation}", "Your quotation {quotation}"),
        Text(
            "Bonjour {first_name},\n\nVoici la soumission {quotation} que vous avez demandée : {amounts}, taxes "
            "comprises.\n\nLisez-la, acceptez-la ou refusez-la au plus tard le {until} :\n{link}\n\n{company}",
            "Hello {first_name},\n\nHere is quotation {quotation}, which you asked for: {amounts}, taxes included.\n\n"
            "Read it, accept it or decline it by {until}:\n{link}\n\n{company}",
        ),
    ),
)
