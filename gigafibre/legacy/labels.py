"""What the import's tables are called by people."""

from gigafibre.identity.labels import PERSON
from gigafibre.kernel import live
from gigafibre.kernel.describe import Column, Writer, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

STATES = {
    "waiting": Text("En attente", "Waiting"),
    "running": Text("En cours", "Running"),
    "done": Text("Terminée", "Done"),
    "failed": Text("Arrêtée", "Stopped"),
}
#: As people see it: one that isn't finished, and that nobody works at, has been interrupted.
SEEN_STATES = STATES | {"interrupted": Text("Interrompue", "Interrupted")}

CYCLE_STATES = {"computed": Text("Calculé", "Computed"), "compared": Text("Comparé", "Compared")}
DIFFERENCE_KINDS = {
    "only_ours": Text("Facturé par nous seulement", "Billed by us only"),
    "only_theirs": Text("Facturé par l’ancien système seulement", "Billed by the old system only"),
    "price": Text("Prix", "Price"),
    "period": Text("Période", "Period"),
    "tax": Text("Taxes", "Taxes"),
    "line_missing": Text("Ligne qui nous manque", "Line we lack"),
    "line_extra": Text("Ligne de trop chez nous", "Line only we have"),
    "rounding": Text("Arrondi", "Rounding"),
    "unknown": Text("Inexpliqué", "Unknown"),
}
DIFFERENCE_STATES = {
    "open": Text("Ouvert", "Open"),
    "explained": Text("Expliqué", "Explained"),
    "accepted": Text("Accepté", "Accepted"),
    "mended": Text("Corrigé", "Mended"),
}


def _words(known: dict[str, Text]) -> Writer:
    return lambda value, language: known[value].in_(language) if value in known else str(value)


describe(
    "legacy_importrun",
    Text("Importation", "Import"),
    source=Text("Source", "Source"),
    dry_run=Text("Essai", "Trial"),
    state=Column(Text("État", "State"), _words(STATES)),
)
describe(
    "legacy_shadowcycle",
    Text("Cycle en parallèle", "Shadow cycle"),
    number="day",
    day=Text("Jour facturé", "Day billed"),
    state=Column(Text("État", "State"), _words(CYCLE_STATES)),
    documents=Text("Nos factures", "Our invoices"),
    ours=Column(Text("Notre total", "Our total"), dollars),
    invoices=Text("Leurs factures", "Their invoices"),
    theirs=Column(Text("Leur total", "Their total"), dollars),
    customers=Text("Clients facturés", "Customers billed"),
    equal=Text("Égaux au cent", "Equal to the cent"),
)
describe(
    "legacy_shadowdifference",
    Text("Écart de facturation", "Billing difference"),
    kind=Column(Text("Genre", "Kind"), _words(DIFFERENCE_KINDS)),
    key=Text("Ligne", "Line"),
    amount=Column(Text("Écart", "Difference"), dollars),
    state=Column(Text("État", "State"), _words(DIFFERENCE_STATES)),
    reason=Text("Pourquoi", "Why"),
    owner_id=Column(Text("Confié à", "Given to"), PERSON[1]),
)
describe(
    "legacy_recomputation",
    Text("Historique recalculé", "History recomputed"),
    since=Text("Premier jour", "First day"),
    until=Text("Dernier jour", "Last day"),
    state=Column(Text("État", "State"), _words(STATES)),
)
for _table in ("legacy_shadowcycle", "legacy_shadowdifference"):
    live.topic(_table, "legacy.shadow")
