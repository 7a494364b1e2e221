"""What billing refuses, in words; and why a subscription may wait for a person."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchInvoice(Refusal):
    code, status = "no_such_invoice", 404
    text = Text("Aucune facture {invoice}.", "No invoice {invoice}.")


class NoSuchRun(Refusal):
    code, status = "no_such_run", 404
    text = Text("Aucune facturation n’a été lancée pour le {date}.", "No billing was launched for {date}.")


class RunAhead(Refusal):
    code, status = "run_too_far_ahead", 422
    text = Text(
        "La facturation du {date} est trop loin : on facture au plus {days} jours d’avance.",
        "The billing of {date} is too far away: at most {days} days ahead.",
    )


class EarlierRunOpen(Refusal):
    code, status = "earlier_run_open", 409
    text = Text(
        "La facturation du {date} n’est pas terminée. Terminez-la d’abord.",
        "The billing of {date} is not finished. Finish it first.",
    )


class LaterRunExists(Refusal):
    code, status = "later_run_exists", 409
    text = Text(
        "La facturation du {date} est déjà faite : un jour plus ancien est rattrapé par la prochaine.",
        "The billing of {date} is already done: an earlier day is caught up by the next one.",
    )


class RunNotDone(Refusal):
    code, status = "run_not_done", 409
    text = Text("La facturation du {date} n’est pas terminée.", "The billing of {date} is not finished.")


class ProofDisagrees(Refusal):
    code, status = "proof_disagrees", 409
    text = Text(
        "La feuille de preuve ne balance pas : {what}. Trouvez l’écart avant de signer.",
        "The proof sheet does not balance: {what}. Find the difference before signing.",
    )


class RunSigned(Refusal):
    code, status = "run_signed", 409
    text = Text("La facturation du {date} est signée.", "The billing of {date} is signed off.")


class NotADraft(Refusal):
    code, status = "not_a_draft", 409
    text = Text(
        "La facture {invoice} est émise : on la corrige par une note de crédit.",
        "Invoice {invoice} is issued: it is corrected by a credit note.",
    )


class DraftChanged(Refusal):
    code, status = "draft_changed", 409
    text = Text(
        "Quelqu’un a modifié {invoice} depuis que vous l’avez ouvert. Relisez-le avant de continuer.",
        "Somebody changed {invoice} since you opened it. Read it again before going on.",
    )


class LineWithoutItem(Refusal):
    code, status = "line_without_item", 422
    text = Text(
        "Ligne {line} : sans article, elle dit sa description, son prix et son compte de revenu.",
        "Line {line}: without an item it says its description, its price and its revenue account.",
    )


class NoSuchRevenueAccount(Refusal):
    code, status = "no_such_revenue_account", 422
    text = Text(
        "Aucun groupe d’articles n’est vendu au compte {account}.", "No item group is sold on account {account}."
    )


class NothingToIssue(Refusal):
    code, status = "nothing_to_issue", 422
    text = Text("Rien à facturer à {who} le {date}.", "Nothing to bill to {who} on {date}.")


class CannotBill(Refusal):
    code, status = "cannot_bill", 422
    text = Text("{who} ne peut pas être facturé : {cause}", "{who} cannot be billed: {cause}")


class OtherCustomersSubscription(Refusal):
    code, status = "other_customers_subscription", 422
    text = Text("{subscription} n’est pas à {customer}.", "{subscription} is not {customer}’s.")


class NoSuchCharge(Refusal):
    code, status = "no_such_charge", 404
    text = Text("Aucun frais en attente {charge}.", "No waiting charge {charge}.")


class NotRestorable(Refusal):
    code, status = "charge_not_restorable", 409
    text = Text(
        "Le frais {charge} a été corrigé, ou vient d’un changement de service : il ne se remet pas en attente.",
        "Charge {charge} was corrected, or comes from a change of service: it can't wait again.",
    )


class ChargeTooFarAway(Refusal):
    code, status = "charge_too_far_away", 422
    text = Text("{day} est à plus de {years} ans.", "{day} is more than {years} years away.")


class NoSuchPriceChange(Refusal):
    code, status = "no_such_price_change", 404
    text = Text("Aucun changement de prix {price_change}.", "No price change {price_change}.")


class OneWayToReprice(Refusal):
    code, status = "one_way_to_reprice", 422
    text = Text(
        "Donnez un nouveau prix ou un pourcentage, l’un des deux.", "Give a new price or a percentage, one of the two."
    )


class TooManyItemsToReprice(Refusal):
    code, status = "too_many_items_to_reprice", 422
    text = Text(
        "{count} articles d’un coup : un changement de prix en nomme au plus {most}. Faites-en plusieurs, ou nommez un "
        "groupe.",
        "{count} items at once: a price change names at most {most}. Make several, or name a group.",
    )


class NoticeTooShort(Refusal):
    code, status = "price_notice_too_short", 422
    text = Text(
        "Un nouveau prix s’annonce par écrit au moins 30 jours avant (Loi sur la protection du consommateur, "
        "art. 11.2) : choisissez le {first} ou plus tard.",
        "A new price takes written notice at least 30 days before (Consumer Protection Act, s. 11.2): choose {first} "
        "or later.",
    )


class NoticeTooLate(Refusal):
    code, status = "price_notice_too_late", 422
    text = Text(
        "Les avis devaient partir au plus tard le {last} (LPC, art. 11.2) : retirez ce changement et planifiez-le "
        "pour un jour plus tardif.",
        "Notices had to go out by {last} (CPA, s. 11.2): withdraw this change and plan it for a later day.",
    )


class NoPriceChange(Refusal):
    code, status = "no_item_to_reprice", 422
    text = Text("Aucun article récurrent n’est choisi.", "No recurring item is chosen.")


class NothingToReprice(Refusal):
    code, status = "nothing_to_reprice", 422
    text = Text("Aucun abonnement ne changerait de prix.", "No subscription would change price.")


class OtherPriceToCome(Refusal):
    code, status = "other_price_to_come", 409
    text = Text(
        "Un autre prix de {item} commence le {day} ou plus tard : retirez-le d’abord.",
        "Another price of {item} begins on {day} or later: withdraw it first.",
    )


class PricePreviewOutdated(Refusal):
    code, status = "price_preview_outdated", 409
    text = Text(
        "L’aperçu montrait {expected} abonnements, il y en a maintenant {found}. Regardez-le de nouveau.",
        "The preview showed {expected} subscriptions, there are {found} now. Look at it again.",
    )


class PriceChangeBegun(Refusal):
    code, status = "price_change_begun", 409
    text = Text(
        "{price_change} est en vigueur ou retiré : planifiez un autre changement.",
        "{price_change} has taken effect or was withdrawn: plan another change.",
    )


class PenaltyForbidden(Refusal):
    code, status = "penalty_forbidden", 422
    text = Text(
        "{item} est un frais fixe de pénalité : la Loi sur la protection du consommateur, art. 13, l’interdit à un "
        "consommateur. Seul l’intérêt couru est permis.",
        "{item} is a fixed penalty: the Consumer Protection Act, s. 13, forbids it to a consumer. Only accrued "
        "interest is allowed.",
    )


class EmptyInvoice(Refusal):
    code, status = "empty_invoice", 422
    text = Text("Une facture porte au moins une ligne.", "An invoice has at least one line.")


class NegativeInvoice(Refusal):
    code, status = "negative_invoice", 422
    text = Text(
        "Cette facture vient à {total} : un crédit se fait par une note de crédit.",
        "This invoice comes to {total}: a credit is made by a credit note.",
    )


class NotAnInvoice(Refusal):
    code, status = "not_an_issued_invoice", 409
    text = Text("{invoice} n’est pas une facture émise.", "{invoice} is not an issued invoice.")


class NotOverdue(Refusal):
    code, status = "not_overdue", 409
    text = Text(
        "{invoice} n’est pas en retard de paiement : il n’y a rien à radier.",
        "{invoice} is not past due: there is nothing to write off.",
    )


class BeyondWrittenOff(Refusal):
    code, status = "beyond_written_off", 422
    text = Text(
        "De {invoice}, {left} restent radiés : on ne peut recouvrer davantage.",
        "Of {invoice}, {left} remain written off: no more can be recovered.",
    )


class OverCredited(Refusal):
    code, status = "over_credited", 422
    text = Text(
        "Cette note créditerait plus que la facture {invoice} : il reste {left} avant taxes.",
        "This note would credit more than invoice {invoice}: {left} before taxes is left.",
    )


class NoSuchLine(Refusal):
    code, status = "no_such_line", 404
    text = Text("La facture {invoice} n’a pas de ligne {lines}.", "Invoice {invoice} has no line {lines}.")


class NothingCredited(Refusal):
    code, status = "nothing_credited", 422
    text = Text(
        "Cette note ne crédite rien de la facture {invoice}. Choisissez des lignes et des montants.",
        "This note credits nothing of invoice {invoice}. Choose lines and amounts.",
    )


class UnknownTaxCategory(Refusal):
    code, status = "unknown_tax_category", 422
    text = Text("Aucune catégorie de taxes {category} le {date}.", "No tax category {category} on {date}.")


class NoSuchTax(Refusal):
    code, status = "no_such_tax", 404
    text = Text("Aucune taxe {tax}.", "No tax {tax}.")


class NoSuchExemption(Refusal):
    code, status = "no_such_exemption", 404
    text = Text("Aucune exemption {exemption}.", "No exemption {exemption}.")


class ExemptionEnded(Refusal):
    code, status = "exemption_ended", 409
    text = Text("L’exemption {exemption} a déjà pris fin.", "Exemption {exemption} has ended already.")


class ExemptionDays(Refusal):
    code, status = "exemption_days", 422
    text = Text(
        "La fin ({until}) doit suivre le début ({since}).", "The end ({until}) must follow the start ({since})."
    )


class ExemptionNeedsLocation(Refusal):
    code, status = "exemption_needs_location", 422
    text = Text(
        "Cette exemption vaut pour un lieu de service sur réserve : nommez-le.",
        "This exemption counts at a service location on a reserve: name it.",
    )


class OthersLocation(Refusal):
    code, status = "others_location", 422
    text = Text("Le lieu {location} n’est pas à {customer}.", "Location {location} is not {customer}’s.")


class OthersDocument(Refusal):
    code, status = "others_document", 422
    text = Text(
        "Ce fichier n’est pas au dossier de {customer} : ajoutez-l’y d’abord.",
        "This file is not on {customer}’s record: add it there first.",
    )


#: Why a subscription is not billed by a run (`not_due`), or waits for a person (`parked`).
CAUSES: dict[str, Text] = {
    "charged": Text("Facturé jusqu’à une date plus tardive", "Charged until a later day"),
    "paused": Text("En pause", "Paused"),
    "suspended": Text("Suspendu, facturation arrêtée", "Suspended, charging stopped"),
    "ended": Text("Terminé", "Ended"),
    "no_price": Text("Aucun prix pour cet article à cette date", "No price for this item on that day"),
    "bad_dates": Text("Fin avant le début", "Ends before it starts"),
    "unbilled_too_long": Text(
        "Non facturé depuis trop longtemps : à décider par une personne", "Unbilled for too long: a person decides"
    ),
    "unknown_tax_category": Text("Catégorie de taxes inconnue à cette date", "Tax category unknown on that day"),
    "payer_taxed_elsewhere": Text(
        "Le compte parent n’a pas la même catégorie de taxes", "The parent account has another tax category"
    ),
    "no_tax_rate": Text("Une taxe n’a pas de taux à cette date", "A tax has no rate on that day"),
    "no_account": Text("Compte du grand livre manquant", "A ledger account is missing"),
    "came_after_confirmation": Text(
        "Dû après la confirmation : repris à la prochaine facturation", "Due after the confirmation: billed next time"
    ),
    "nothing_chargeable": Text(
        "Rien de facturable : catégorie de taxes inconnue, ou frais que la loi interdit",
        "Nothing to charge: unknown tax category, or a fee that the law forbids",
    ),
    "error": Text("La base de données a refusé ; voir le client", "The database refused; see the customer"),
}


def cause_in_words(cause: str) -> Text:
    """Return a cause in words; what is not in the list is said as it is."""
    return CAUSES.get(cause, Text(cause, cause))


class NotLeaving(Refusal):
    code, status = "not_leaving", 409
    text = Text(
        "{subscription} n’est ni résilié ni sur le point de l’être : rien n’est dû pour une fin anticipée.",
        "{subscription} is neither cancelled nor about to be: nothing is owed for an early end.",
    )


class AboveTheLaw(Refusal):
    code, status = "above_the_law", 422
    text = Text(
        "{asked} ne peut être réclamé pour la fin de {subscription} : la loi permet encore au plus {most}.",
        "{asked} can't be claimed for the end of {subscription}: the law still allows at most {most}.",
    )


class ServiceDays(Refusal):
    code, status = "service_days", 422
    text = Text(
        "Les jours vont du {since} au {until}, exclu : la fin doit suivre le début.",
        "The days go from {since} up to {until}, excluded: the end must follow the start.",
    )


class StatementDays(Refusal):
    code, status = "statement_days", 422
    text = Text(
        "Le relevé va du {first} au {last} : la fin vient avant le début.",
        "The statement goes from {first} to {last}: it ends before it begins.",
    )
