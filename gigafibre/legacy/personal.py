"""What the migration holds of a customer: what was compared of his bills. Its marks of source rows say nothing."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

WHY = Text("La preuve de la migration, sans ses mots.", "The proof of the migration, without its words.")

holds("legacy_recomputedamount", Text("Montants recalculés", "Amounts recomputed"), kept=("what", "cause"), because=WHY)
holds("legacy_shadowdocument", Text("Facturation en parallèle", "Shadow billing"), because=WHY)
holds(
    "legacy_shadowdifference",
    Text("Écarts en parallèle", "Shadow differences"),
    kept=("kind", "settled_by"),
    because=WHY,
)
holds(
    "legacy_reissue",
    Text("Documents réémis", "Documents reissued"),
    by="(t.invoice_id IN (SELECT id FROM billing_invoice WHERE customer_id = %(customer)s))",
    kept=("role",),
    because=WHY,
)
apart(
    Text(
        "Le déroulement d’une importation ; ses constats sont d’une ligne de la source, à effacer avec elle.",
        "How an import went; its findings are of a row of the source, to be dropped with it.",
    ),
    *("legacy_importrun", "legacy_importphase", "legacy_importfinding", "legacy_legacyrow", "legacy_legacyproduct"),
    *("legacy_recomputation", "legacy_shadowcycle"),
)
