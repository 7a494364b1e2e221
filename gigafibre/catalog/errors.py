"""What the catalogue refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchItem(Refusal):
    code, status = "no_such_item", 404
    text = Text("Aucun article {item} au catalogue.", "No item {item} in the catalogue.")


class NoSuchGroup(Refusal):
    code, status = "no_such_item_group", 404
    text = Text("Aucun groupe d’articles {group}.", "No item group {group}.")


class ItemExists(Refusal):
    code, status = "item_exists", 409
    text = Text("L’article {item} existe déjà.", "Item {item} exists already.")


class ItemStillPlanned(Refusal):
    code, status = "item_in_plan", 409
    text = Text(
        "L’article {item} fait partie du forfait {plan}, encore en vente.",
        "Item {item} is part of plan {plan}, which is still sold.",
    )


class ItemNotSold(Refusal):
    code, status = "item_not_sold", 422
    text = Text("L’article {item} n’est plus en vente.", "Item {item} is no longer sold.")


class NoPriceToCome(Refusal):
    code, status = "no_price_to_come", 404
    text = Text("Aucun prix de {item} ne commence le {since}.", "No price of {item} begins on {since}.")


class NoSuchPlan(Refusal):
    code, status = "no_such_plan", 404
    text = Text("Aucun forfait {plan} au catalogue.", "No plan {plan} in the catalogue.")


class PlanExists(Refusal):
    code, status = "plan_exists", 409
    text = Text("Le forfait {plan} existe déjà.", "Plan {plan} exists already.")


class FeeForbidden(Refusal):
    code, status = "fee_forbidden", 422
    text = Text(
        "Ces frais ne peuvent pas être facturés : {law}. Seuls une installation physique, un extra choisi ou "
        "l’intérêt sont permis.",
        "This fee may not be charged: {law}. Only a physical installation, a chosen extra or interest is allowed.",
    )


class PlanNotOffered(Refusal):
    code, status = "plan_not_offered", 404
    text = Text("Le forfait {plan} n’a pas cette offre.", "Plan {plan} has no such offer.")
