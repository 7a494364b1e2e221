"""The three branches of the catalogue, and which of them each category of the former system hangs on."""

from __future__ import annotations

from gigafibre.kernel.folding import fold
from gigafibre.legacy.importing.context import Ctx

SERVICES, PRODUCTS, FEES = "SERVICES", "PRODUCTS", "FEES"
BRANCHES = {SERVICES: ("Services", "Services"), PRODUCTS: ("Produits", "Products"), FEES: ("Frais", "Fees")}
#: What each category is sold as; one that is not named here is a fee, and listed.
OF_CATEGORY = {
    SERVICES: (
        "Mensualités accès commuté",
        "Mensualités ADSL",
        "Mensualités sans fil",
        "Mensualités câble",
        "Mensualités fibre",
        "Fibre affaires",
        "Services d'affaires",
        "Colocation",
        "Hébergement Web",
        "Noms de domaine",
        "Courriel",
        "Adresse IP fixe",
        "Téléphonie",
        "Téléphonie affaires",
        "Interurbains",
        "Télévision",
        "Télévision à la carte",
        "Location d'équipement",
        "Décodeurs",
        "Rabais",
        "Promotions",
    ),
    PRODUCTS: (
        "Quincaillerie",
        "Routeurs et Wi-Fi",
        "Antennes et supports",
        "Câblage",
        "Ordinateurs et périphériques",
    ),
    FEES: (
        "Installation",
        "Main-d'œuvre",
        "Frais d'administration",
        "Frais de retard",
        "Taxe municipale 9-1-1",
        "Crédits",
        "Dépôts",
        "Divers",
    ),
}
KNOWN = {fold(name): branch for branch, names in OF_CATEGORY.items() for name in names}
# A branch sells nothing itself: its account is the general one.
BRANCH = """
INSERT INTO catalog_itemgroup (code, name_fr, name_en, revenue_account, position)
SELECT %s, %s, %s, number, %s FROM ledger_account WHERE role = 'revenue' ON CONFLICT (code) DO NOTHING
"""
HANG = """
UPDATE want_group w SET parent_id = g.id FROM unnest(%s::bigint[], %s::text[]) AS c (category, branch)
JOIN catalog_itemgroup g ON g.code = c.branch WHERE w.legacy_id = c.category
"""
HANG_OTHER = """
UPDATE catalog_itemgroup o SET parent_id = g.id FROM catalog_itemgroup g
WHERE o.code = 'OTHER' AND o.parent_id IS NULL AND g.code = 'FEES'
"""


def branch_of(category: str) -> str | None:
    """Return the branch of a category by its name, however it is written; None for one that is not known."""
    return KNOWN.get(fold(category).strip())


def hang(ctx: Ctx) -> None:
    """Make the branches, and say in `want_group` on which each category hangs; unknown ones are listed."""
    for position, (code, names) in enumerate(BRANCHES.items()):
        ctx.cursor.execute(BRANCH, [code, *names, position])
    ctx.cursor.execute("SELECT legacy_id, name_fr FROM want_group ORDER BY legacy_id")
    found = [(key, name, branch_of(name)) for key, name in ctx.cursor.fetchall()]
    ctx.cursor.execute("ALTER TABLE want_group ADD parent_id bigint")
    ctx.cursor.execute(HANG, [[key for key, _, _ in found], [branch or FEES for _, _, branch in found]])
    ctx.list_rows("category_unknown", "product_cat", [(key, name) for key, name, branch in found if branch is None])


def hang_other(ctx: Ctx) -> None:
    """Hang what belongs to no category on the fees."""
    ctx.cursor.execute(HANG_OTHER)
