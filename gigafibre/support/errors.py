"""What support refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchIssue(Refusal):
    code, status = "no_such_issue", 404
    text = Text("Aucun billet {issue}.", "There is no issue {issue}.")


class WrongIssueState(Refusal):
    code, status = "wrong_issue_state", 409
    text = Text(
        "{issue} est dans l’état « {state} » ; il faut : {wanted}.",
        "{issue} is “{state}”; it would have to be: {wanted}.",
    )


class NotACustomersPlace(Refusal):
    code, status = "not_a_customers_place", 422
    text = Text("{location} n’est pas un lieu de {customer}.", "{location} is not a location of {customer}.")


class OtherCustomersContract(Refusal):
    code, status = "other_customers_contract", 409
    text = Text(
        "{contract} a déjà un billet, {issue}, au nom de {customer}.",
        "{contract} already has an issue, {issue}, of {customer}.",
    )


class KindOfContract(Refusal):
    code, status = "kind_of_contract", 409
    text = Text(
        "{issue} est le billet de {contract} : son genre reste le même.",
        "{issue} is the issue of {contract}: its kind stays the same.",
    )


class AssigneeInactive(Refusal):
    code, status = "assignee_inactive", 409
    text = Text("{person} ne travaille plus ici.", "{person} no longer works here.")


class NobodyNamed(Refusal):
    code, status = "nobody_named", 422
    text = Text("Nommez un département ou une personne.", "Name a department or a person.")
