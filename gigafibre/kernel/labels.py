"""What the kernel's tables are called by people."""

from gigafibre.kernel.describe import describe
from gigafibre.kernel.text import Text

describe(
    "kernel_note",
    Text("Note", "Note"),
    text=Text("Texte", "Text"),
    pinned=Text("Épinglée", "Pinned"),
    author=Text("Auteur", "Author"),
)
describe("kernel_setting", Text("Réglage", "Setting"), number="key", value=Text("Valeur", "Value"))
describe(
    "kernel_series",
    Text("Série de numéros", "Number series"),
    number="code",
    prefix=Text("Préfixe", "Prefix"),
    digits=Text("Chiffres", "Digits"),
    next=Text("Prochain", "Next"),
)
describe("kernel_attachment", Text("Fichier joint", "Attachment"), subject=Text("Sur", "About"))
describe(
    "kernel_delivery",
    Text("Suite d’un fait", "Delivery"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)
describe(
    "kernel_intent",
    Text("Effet extérieur", "Outside effect"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)
