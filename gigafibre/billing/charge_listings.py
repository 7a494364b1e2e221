"""The list of one-time charges: what waits for an invoice, what was billed, what was taken back, by whom and why."""

from __future__ import annotations

from gigafibre.billing.labels import LINE_KINDS
from gigafibre.catalog.fees import FEE_CLASSES
from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text, current_language

CUSTOMER = Text("Client", "Customer")
STATE = Text("État", "State")
KIND = Text("Genre", "Kind")
ADDED = Text("Ajouté le", "Added on")
FEE_CLASS = Text("Classe de frais", "Fee class")
NOT_BEFORE = Text("Pas avant le", "Not before")

STATES = {
    "waiting": Text("En attente", "Waiting"),
    "later": Text("Plus tard", "Later"),
    "forbidden": Text("Interdit par la loi", "Forbidden by law"),
    "billed": Text("Facturé", "Billed"),
    "withdrawn": Text("Retiré", "Withdrawn"),
}

CHARGES = Listing(
    name="charges",
    label=Text("Frais en attente", "Waiting charges"),
    permission="billing.read",
    source="""
SELECT p.id, p.id AS charge, c.number AS customer, c.display_name AS name, c.status AS customer_status,
       CASE %(language)s WHEN 'en' THEN p.description_en ELSE p.description_fr END AS description,
       coalesce(i.sku, '') AS sku,
       CASE WHEN EXISTS (SELECT FROM billing_interestdays d WHERE d.charge_id = p.id)
              OR EXISTS (SELECT FROM billing_interestgivenback b WHERE b.credit_id = p.id) THEN 'interest'
            ELSE coalesce(i.fee_class, '') END AS fee_class, p.kind, p.quantity::text AS quantity,
       p.unit_price, p.amount, p.not_before, p.reason, p.created_by, p.created_at, p.created_at::date AS created_on,
       p.withdrawn_by, v.number AS invoice, l.number AS location,
       p.period IS NULL AND p.item_id IS NOT NULL AS by_hand,
       CASE WHEN p.line_id IS NOT NULL THEN 'billed' WHEN p.withdrawn_at IS NOT NULL THEN 'withdrawn'
            WHEN p.kind <> 'credit' AND (i.fee_class IN ('activation', 'modification')
                 OR i.fee_class = 'penalty' AND c.kind = 'individual') THEN 'forbidden'
            WHEN p.not_before > %(today)s::date THEN 'later' ELSE 'waiting' END AS state,
       c.sort_key, c.sort_key || ' ' || lower(c.number) || ' ' || fold(p.description_fr || ' ' || p.description_en)
         || ' ' || lower(coalesce(i.sku, '')) AS search_key
FROM billing_pendingcharge p
JOIN crm_customer c ON c.id = p.customer_id
LEFT JOIN catalog_item i ON i.id = p.item_id
LEFT JOIN crm_location l ON l.id = p.location_id
LEFT JOIN billing_invoiceline n ON n.id = p.line_id
LEFT JOIN billing_invoice v ON v.id = n.invoice_id
""",
    columns=[
        Column("charge", Text("Frais", "Charge"), kind="number", off=True),
        Column("created_on", ADDED, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("description", Text("Description", "Description")),
        Column("sku", Text("Article", "Item"), kind="id", off=True),
        Column("kind", KIND, kind="choice", options=LINE_KINDS, off=True),
        Column("fee_class", FEE_CLASS, kind="choice", options=FEE_CLASSES, off=True),
        Column("location", Text("Lieu", "Location"), kind="id", nullable=True, off=True),
        Column("quantity", Text("Quantité", "Quantity"), off=True),
        Column("unit_price", Text("Prix", "Price"), kind="price", off=True),
        Column("amount", Text("Montant avant taxes", "Amount before taxes"), kind="money", sort=True, total=True),
        Column("not_before", NOT_BEFORE, kind="day", sort=True),
        Column("state", STATE, kind="choice", options=STATES),
        Column("invoice", Text("Facture", "Invoice"), kind="id", nullable=True),
        Column("reason", Text("Motif", "Reason")),
        Column("created_by", Text("Ajouté par", "Added by"), options=PLATFORM, off=True),
        Column("withdrawn_by", Text("Retiré par", "Withdrawn by"), off=True),
        Column("by_hand", Text("Ponctuel", "One-time"), kind="flag", off=True),
        Column("customer_status", Text("État du client", "Customer's state"), off=True),
    ],
    filters=[
        Filter("charge", Text("Frais", "Charge"), kind="number"),
        Filter("state", STATE, options=STATES),
        Filter("kind", KIND, options=LINE_KINDS),
        Filter("fee_class", FEE_CLASS, options=FEE_CLASSES),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("sku", Text("Article", "Item"), kind="text", where="r.sku = %(value)s"),
        Filter("by_hand", Text("Ponctuel, d’un article", "One-time, of an item"), kind="flag"),
        *between("created_on", ADDED, kind="day"),
        *between("not_before", NOT_BEFORE, kind="day"),
        *between("amount", Text("Montant", "Amount")),
    ],
    views=[
        View("waiting", Text("En attente", "Waiting"), {"state": "waiting,later,forbidden"}, "name"),
        View("later", Text("Plus tard", "Later"), {"state": "later"}, "not_before"),
        View("forbidden", Text("Interdits par la loi", "Forbidden by law"), {"state": "forbidden"}),
        View("billed", Text("Facturés", "Billed"), {"state": "billed"}),
        View("withdrawn", Text("Retirés", "Withdrawn"), {"state": "withdrawn"}),
        View("interest", Text("Intérêts de retard", "Late interest"), {"fee_class": "interest"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_key",
    default_sort="-created_on",
    values=lambda: {"today": clock.today(), "language": current_language()},
)
