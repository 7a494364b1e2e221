"""What the import's tables are called by people."""

from gigafibre.kernel.describe import describe
from gigafibre.kernel.text import Text

describe(
    "legacy_importrun",
    Text("Importation", "Import"),
    source=Text("Source", "Source"),
    dry_run=Text("Essai", "Trial"),
    state=Text("État", "State"),
)
