"""What is written about a contract: its link to sign, and that the order arrived."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.kernel import clock
from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.processes.words import reading
from gigafibre.sales.errors import NoSuchContract
from gigafibre.sales.links import sign_link

_CONTRACT = Prepared("""
SELECT c.status, c.track, c.appointment_on, c.appointment_slot, c.starts_on, c.monthly_total, c.once_total, c.link,
       c.link_until, l.label, l.line1, l.city, p.name_fr, p.name_en,
       ARRAY(SELECT json_build_array(x.description, coalesce(nullif(x.description_en, ''), x.description),
                                     x.quantity::text)
             FROM sales_contractline x
             WHERE x.contract_id = c.id AND NOT EXISTS (
               SELECT FROM catalog_planitem i WHERE i.plan_id = c.plan_id AND i.item_id = x.item_id)
             ORDER BY x.cycle = 'once', x.position) AS lines
FROM sales_contract c
JOIN crm_location l ON l.id = c.location_id
LEFT JOIN catalog_plan p ON p.id = c.plan_id
WHERE c.number = %s
""")
_VARIABLES = {
    "contract": Text("Numéro de contrat", "Contract number"),
    "ordered": Text("Ce qui est commandé", "What was ordered"),
    "place": Text("Lieu de service", "Service location"),
    "amounts": Text("Montants, taxes comprises", "Amounts, taxes included"),
    "appointment": Text("Jour et plage du rendez-vous", "Day and slot of the appointment"),
    "starts_on": Text("Début prévu du service", "Planned start of the service"),
    "link": Text("Lien pour signer", "Link to sign"),
    "until": Text("Dernier jour du lien", "Last day of the link"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of a contract; its link only while it waits for its signature. Refuses none."""
    found = reading.one_row(_CONTRACT, number)
    if found is None:
        raise NoSuchContract(contract=number)
    english = language == "en"
    plan = found["name_en"] if english else found["name_fr"]
    lines = [((en if english else fr), Decimal(n)) for fr, en, n in found["lines"]]
    facts = {
        "contract": number,
        "ordered": reading.listed([(plan, Decimal(1)), *lines] if plan else lines),
        "place": reading.place(found["label"], found["line1"], found["city"]),
        "amounts": reading.sums(found["monthly_total"], found["once_total"], language),
        "appointment": reading.appointment(found["appointment_on"], found["appointment_slot"], language),
        "starts_on": long_day(found["starts_on"], language),
    }
    if found["status"] == "sent" and found["track"] == "residential":
        facts["link"] = sign_link(number, found["link"], found["link_until"])
        facts["until"] = long_day(clock.day_of(found["link_until"]), language)
    return facts


declare_record(
    "contract",
    Text("Contrat", "Contract"),
    _VARIABLES,
    read=facts_of,
    whose=reading.customer_of("sales_contract"),
    newest=reading.newest_of("sales_contract"),
)
declare(
    "contract.sent",
    label=Text("Contrat à signer", "Contract to sign"),
    purpose="service",
    about="contract",
    sms=Text(
        "{company} : votre contrat {contract} attend votre signature, au plus tard le {until} : {link}",
        "{company}: your contract {contract} awaits your signature, by {until} at the latest: {link}",
    ),
    email=Mail(
        Text("Votre contrat {contract} à signer", "Your contract {contract} to sign"),
        Text(
            "Bonjour {first_name},\n\nVotre contrat {contract} est prêt : {ordered}, au {place}.\n"
            "{amounts}, taxes comprises.\n\nLisez-le et signez-le, sur un téléphone ou un ordinateur, au plus tard le "
            "{until} :\n{link}\n\nCe lien est le vôtre : ne le transmettez à personne.\n\n{company}",
            "Hello {first_name},\n\nYour contract {contract} is ready: {ordered}, at {place}.\n"
            "{amounts}, taxes included.\n\nRead it and sign it, on a phone or a computer, by {until} at the latest:\n"
            "{link}\n\nThis link is yours: pass it on to nobody.\n\n{company}",
        ),
    ),
)
declare(
    "order.received",
    label=Text("Bon de commande reçu", "Order received"),
    purpose="service",
    about="contract",
    sms=Text(
        "{company} : nous avons votre bon de commande {contract} ({ordered}). Installation : {appointment}. "
        "La première facture suit la mise en service.",
        "{company}: we have your order {contract} ({ordered}). Installation: {appointment}. "
        "The first invoice follows once service begins.",
    ),
    email=Mail(
        Text("Bon de commande reçu : {contract}", "Order received: {contract}"),
        Text(
            "Bonjour {first_name},\n\nNous avons bien reçu votre bon de commande.\n\nContrat : {contract}\n"
            "Commande : {ordered}\nAdresse : {place}\nInstallation : {appointment}\n\nLa suite :\n"
            "1. Un technicien passe installer le service à cette adresse.\n"
            "2. Le service est mis en marche.\n"
            "3. Vous recevez votre première facture, calculée au jour près.\n\n{company}",
            "Hello {first_name},\n\nWe have received your order.\n\nContract: {contract}\nOrder: {ordered}\n"
            "Address: {place}\nInstallation: {appointment}\n\nWhat comes next:\n"
            "1. A technician comes to install the service at this address.\n"
            "2. The service is turned on.\n"
            "3. You get your first invoice, charged to the day.\n\n{company}",
        ),
    ),
)
