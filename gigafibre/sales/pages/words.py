"""The sentences of the public pages."""

from __future__ import annotations

from gigafibre.kernel.text import Text

WORDS = {
    "contract": Text("Contrat de service {number}", "Service contract {number}"),
    "quotation": Text("Soumission {number}", "Quotation {number}"),
    "read": Text("Lire le contrat (PDF)", "Read the contract (PDF)"),
    "read_quotation": Text("Lire la soumission (PDF)", "Read the quotation (PDF)"),
    "language_note": Text(
        "La version française vous est remise en premier. Vous pouvez ensuite demander l’anglais.",
        "The French version was handed to you first; you have asked for English.",
    ),
    "other_language": Text("I wish to continue in English", "Revenir au français"),
    "monthly": Text("Par mois, taxes comprises", "Per month, taxes included"),
    "once": Text("Une seule fois, taxes comprises", "Once, taxes included"),
    "first": Text("Première facture, taxes comprises", "First invoice, taxes included"),
    "agreed": Text("Ce qui est convenu", "What is agreed"),
    "ending": Text("Mettre fin au contrat", "Ending the contract"),
    "wrong": Text(
        "Quelque chose n’est pas exact ? Ne signez pas : joignez-nous, nous corrigeons le contrat et le renvoyons.",
        "Something is not right? Do not sign: reach us, we correct the contract and send it again.",
    ),
    "until": Text("Ce lien est bon jusqu’au {day}.", "This link is good until {day}."),
    "valid": Text("Valide jusqu’au {day}.", "Valid until {day}."),
    "agree": Text("J’ai lu le contrat {number} et ses conditions, et je les accepte.",
                  "I have read contract {number} and its terms, and I accept them."),
    "agree_quotation": Text("J’accepte la soumission {number} et ses conditions.",
                            "I accept quotation {number} and its terms."),
    "name": Text("Votre nom", "Your name"),
    "draw": Text("Signez ici, si vous le voulez", "Sign here, if you wish"),
    "clear": Text("Effacer", "Clear"),
    "sign": Text("Signer le contrat", "Sign the contract"),
    "accept": Text("Accepter la soumission", "Accept the quotation"),
    "decline": Text("Refuser", "Decline"),
    "why": Text("Pourquoi (facultatif)", "Why (optional)"),
    "how": Text(
        "Cochez, écrivez votre nom, signez : votre contrat est conclu et vous en gardez une copie scellée.",
        "Tick, write your name, sign: your contract is made, and you keep a sealed copy.",
    ),
    "signed": Text("C’est signé, merci.", "It is signed, thank you."),
    "signed_on": Text("Signé par {name} le {day}.", "Signed by {name} on {day}."),
    "keep": Text("Votre exemplaire scellé (PDF)", "Your sealed copy (PDF)"),
    "accepted": Text("Soumission acceptée, merci. Nous vous joignons pour la suite.",
                     "Quotation accepted, thank you. We will reach you for what comes next."),
    "declined": Text("Soumission refusée. Merci de nous l’avoir dit.", "Quotation declined. Thank you for telling us."),
    "closed": Text(
        "Cette soumission n’est plus ouverte. Appelez-nous pour en avoir une nouvelle.",
        "This quotation is no longer open. Call us for a new one.",
    ),
    "verify": Text("Vérifier un contrat", "Verify a contract"),
    "verify_how": Text("Choisissez le PDF : nous disons s’il est le nôtre, à l’octet près.",
                       "Choose the PDF: we say whether it is ours, to the byte."),
    "verify_do": Text("Vérifier", "Verify"),
    "genuine": Text("Authentique : contrat {number}, scellé le {day}, inchangé.",
                    "Genuine: contract {number}, sealed on {day}, unchanged."),
    "not_genuine": Text("Ce document n’est pas un de nos contrats, ou il a été modifié.",
                        "This paper is not one of our contracts, or it was changed."),
    "fingerprint": Text("Empreinte SHA-256", "SHA-256 fingerprint"),
    "nothing": Text("Rien n’a été signé.", "Nothing was signed."),
}  # fmt: skip


def said(language: str, **values: object) -> dict[str, str]:
    """Return every sentence in a language, its places filled."""
    blank: dict[str, object] = {"number": "", "day": "", "name": ""}
    return {key: text.with_(**{**blank, **values}).in_(language) for key, text in WORDS.items()}
