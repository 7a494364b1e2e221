"""What is written to who waited for an address: that it can be served now."""

from __future__ import annotations

from gigafibre.kernel import settings
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.network.queries import drop
from gigafibre.processes.words import reading

_VARIABLES = {
    "address": Text("Adresse desservie", "Address served"),
    "site": Text("Adresse du site public", "Address of the public site"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of an address the fibre passes, by the number of its drop. Refuses none."""
    found = drop(number)
    street = " ".join(filter(None, (found.civic, found.street, found.unit)))
    return {"address": reading.place("", street, found.city), "site": settings.get("company.site_url")}


declare_record("drop", Text("Prise", "Drop"), _VARIABLES, read=facts_of, newest=reading.newest_of("network_drop"))
declare(
    "interest.serviceable",
    label=Text("Adresse maintenant desservie", "Address served from now on"),
    purpose="promotion",
    about="drop",
    email=Mail(
        Text("La fibre est arrivée au {address}", "Fibre has come to {address}"),
        Text(
            "Bonjour,\n\nVous nous aviez demandé de vous aviser : le service est maintenant offert au {address}.\n\n"
            "Les forfaits et les prix : {site}\n\n{company}",
            "Hello,\n\nYou asked us to tell you: service is now offered at {address}.\n\n"
            "Plans and prices: {site}\n\n{company}",
        ),
    ),
)
