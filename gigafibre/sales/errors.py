"""What sales refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchQuotation(Refusal):
    code, status = "no_such_quotation", 404
    text = Text("La soumission {quotation} n’existe pas.", "There is no quotation {quotation}.")


class NoSuchContract(Refusal):
    code, status = "no_such_contract", 404
    text = Text("Le contrat {contract} n’existe pas.", "There is no contract {contract}.")


class NoSuchPaper(Refusal):
    code, status = "no_such_paper", 404
    text = Text(
        "Aucun document conservé n’a l’empreinte {document}. Déposez d’abord le document signé.",
        "No stored document has the fingerprint {document}. Store the signed paper first.",
    )


class NoSuchTemplate(Refusal):
    code, status = "no_such_quotation_template", 404
    text = Text("Le modèle « {template} » n’existe pas.", "There is no template “{template}”.")


class WrongStatus(Refusal):
    code, status = "wrong_status", 409
    text = Text(
        "{number} est « {status} » : il faudrait « {wanted} ».",
        "{number} is “{status}”: it would have to be “{wanted}”.",
    )


class ForNobody(Refusal):
    code, status = "for_nobody", 422
    text = Text("Nommez le client, ou la personne intéressée.", "Name the customer, or who is interested.")


class NoLines(Refusal):
    code, status = "no_lines", 422
    text = Text("Il faut au moins une ligne.", "There must be at least one line.")


class LineIncomplete(Refusal):
    code, status = "line_incomplete", 422
    text = Text(
        "Ligne {line} : choisissez un article, ou écrivez un libellé et un prix.",
        "Line {line}: choose an item, or write words and a price.",
    )


class PromotionUnclear(Refusal):
    code, status = "offer_promotion_unclear", 422
    text = Text(
        "Ligne {line} : une promotion est un montant ou un pourcentage, pour des mois, sur une ligne mensuelle.",
        "Line {line}: a promotion is an amount or a percentage, for a number of months, on a monthly line.",
    )


class NotInTheCatalogue(Refusal):
    code, status = "not_in_the_catalogue", 409
    text = Text(
        "« {line} » n’est pas un article du catalogue : on ne peut pas s’y abonner.",
        "“{line}” is no item of the catalogue: nobody can subscribe to it.",
    )


class NeedsACustomer(Refusal):
    code, status = "needs_a_customer", 409
    text = Text(
        "{quotation} n’a pas encore de client ou de lieu de service : rattachez-la d’abord.",
        "{quotation} has no customer or service location yet: attach it first.",
    )


class AlreadyAttached(Refusal):
    code, status = "already_attached", 409
    text = Text("{quotation} a déjà son client et son lieu.", "{quotation} already has its customer and place.")


class QuotationHasContract(Refusal):
    code, status = "quotation_has_contract", 409
    text = Text("{quotation} a déjà le contrat {contract}.", "{quotation} already has contract {contract}.")


class ValidityGone(Refusal):
    code, status = "validity_gone", 422
    text = Text("La validité ({until}) est passée.", "The validity ({until}) is over.")


class NoLegalTexts(Refusal):
    code, status = "no_legal_texts", 409
    text = Text(
        "Aucun texte légal n’est en vigueur pour ce genre de contrat : écrivez-les d’abord.",
        "No legal text is in force for this kind of contract: write them first.",
    )


class NoSuchPlace(Refusal):
    code, status = "no_such_place", 422
    text = Text(
        "Aucun contrat ne remplit {{{place}}}. On peut nommer : {known}.",
        "No contract fills {{{place}}}. One may name: {known}.",
    )


class TextInForce(Refusal):
    code, status = "text_dates", 422
    text = Text(
        "Cette version commence le {since} : pas avant celle d’avant, ni dans le passé.",
        "This version begins on {since}: not before the one before it, nor in the past.",
    )


class LinkReplaced(Refusal):
    code, status = "link_replaced", 410
    text = Text(
        "Ce lien a été remplacé par un plus récent. Cherchez le dernier que vous avez reçu.",
        "This link was replaced by a newer one. Look for the latest you received.",
    )


class LinkClosed(Refusal):
    code, status = "link_closed", 410
    text = Text(
        "Ce contrat n’est plus à signer. Appelez-nous si vous l’attendiez.",
        "This contract is no longer there to be signed. Call us if you expected it.",
    )


class AlreadySigned(Refusal):
    code, status = "already_signed", 409
    text = Text("Le contrat {contract} est déjà signé.", "Contract {contract} is already signed.")


class FrenchFirst(Refusal):
    code, status = "french_first", 409
    text = Text(
        "La version française doit être remise avant de choisir l’anglais (Charte, art. 55).",
        "The French version must be handed over before choosing English (Charter, s. 55).",
    )


class NotAgreed(Refusal):
    code, status = "not_agreed", 422
    text = Text(
        "Cochez la case, puis écrivez votre nom ou signez.",
        "Tick the box, then write your name or draw your signature.",
    )


class NoSignature(Refusal):
    code, status = "no_signature", 404
    text = Text("Le contrat {contract} n’est pas signé.", "Contract {contract} is not signed.")


class NoAuditLog(Refusal):
    code, status = "no_audit_log", 404
    text = Text(
        "Aucun journal de fournisseur n’est gardé pour {contract}.",
        "No provider’s log is kept for {contract}.",
    )


class TooManyVisits(Refusal):
    code, status = "too_many_visits", 429
    text = Text("Trop de demandes. Réessayez dans une minute.", "Too many requests. Try again in a minute.")


class WrongTrack(Refusal):
    code, status = "wrong_track", 409
    text = Text("{contract} se signe autrement ({track}).", "{contract} is signed in another way ({track}).")


class NoEmail(Refusal):
    code, status = "no_email", 409
    text = Text("Le client {customer} n’a pas de courriel.", "Customer {customer} has no email.")


class UnknownReferralCode(Refusal):
    code, status = "unknown_referral_code", 404
    text = Text("Le code {code} n’est à personne.", "Code {code} is nobody’s.")


class RefersHimself(Refusal):
    code, status = "refers_himself", 422
    text = Text("On ne se parraine pas soi-même.", "Nobody refers himself.")


class AlreadyReferred(Refusal):
    code, status = "already_referred", 409
    text = Text("{customer} a déjà été parrainé.", "{customer} was already referred.")


class NotReferred(Refusal):
    code, status = "not_referred", 404
    text = Text("{customer} n’a pas été parrainé.", "{customer} was not referred.")


class NoReferralItem(Refusal):
    code, status = "no_referral_item", 409
    text = Text(
        "Dites d’abord sur quel article se font les crédits de parrainage (paramètre sales.referral_item).",
        "Say first on which item referral credits are made (setting sales.referral_item).",
    )


class NoPublicAddress(Refusal):
    code, status = "no_public_address", 409
    text = Text(
        "L’adresse publique de nos pages manque aux réglages (sales.public_url) : le lien ne mènerait nulle part.",
        "The public address of our pages is missing in the settings (sales.public_url): the link would lead nowhere.",
    )
