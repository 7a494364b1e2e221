"""The words of privacy: kinds, states, grounds with the section of the law each stands on."""

from __future__ import annotations

from gigafibre.kernel.text import Text

KINDS = {
    "access": Text("Accès", "Access"),
    "portability": Text("Portabilité", "Portability"),
    "rectification": Text("Rectification", "Rectification"),
    "erasure": Text("Effacement", "Erasure"),
    "deindexing": Text("Désindexation", "De-indexing"),
    "withdrawal": Text("Retrait d’un consentement", "Withdrawal of consent"),
    "complaint": Text("Plainte", "Complaint"),
}
CHANNELS = {
    "email": Text("Courriel", "Email"),
    "mail": Text("Poste", "Mail"),
    "phone": Text("Téléphone", "Phone"),
    "counter": Text("Comptoir", "Counter"),
    "portal": Text("Portail", "Portal"),
}
STATUSES = {
    "open": Text("À répondre", "To answer"),
    "answered": Text("Répondue", "Answered"),
    "refused": Text("Refusée", "Refused"),
    "withdrawn": Text("Retirée", "Withdrawn"),
}
EXPORT_STATES = {
    "making": Text("En préparation", "Being made"),
    "ready": Text("Prêt", "Ready"),
    "dropped": Text("Supprimé", "Dropped"),
}
PROOFS = {
    "document": Text("Pièce d’identité vue", "Identity document seen"),
    "account_questions": Text("Questions sur le compte", "Questions about the account"),
    "known_number": Text("Rappel à un numéro connu", "Call back to a known number"),
    "signed_letter": Text("Lettre signée", "Signed letter"),
    "portal": Text("Connexion au portail", "Login to the portal"),
    "mandate": Text("Mandat ou procuration", "Mandate or power of attorney"),
}
GROUNDS = {
    "identity": Text("Identité ou droit d’agir non établi (art. 30)", "Identity or right to act not shown (s. 30)"),
    "not_held": Text("Nous ne détenons pas ce renseignement (art. 27)", "We do not hold this information (s. 27)"),
    "third_party": Text("Nuirait à un tiers (art. 40)", "Would harm a third person (s. 40)"),
    "proceedings": Text("Enquête ou procédure judiciaire (art. 39)", "Investigation or proceedings (s. 39)"),
    "retention": Text("La loi oblige à conserver (art. 23)", "The law obliges us to keep it (s. 23)"),
    "accurate": Text("Le renseignement est exact (art. 28)", "The information is accurate (s. 28)"),
    "abusive": Text(
        "Demande abusive, avec l’autorisation de la Commission (art. 46)",
        "Abusive request, with the Commission’s authorisation (s. 46)",
    ),
}
STEPS = {
    "received": Text("Reçue", "Received"),
    "checked": Text("Identité vérifiée", "Identity checked"),
    "noted": Text("Note", "Note"),
    "rectified": Text("Rectifié", "Rectified"),
    "exported": Text("Renseignements réunis", "Information put together"),
    "anonymised": Text("Anonymisé", "Anonymised"),
    "answered": Text("Répondue", "Answered"),
    "refused": Text("Refusée", "Refused"),
    "withdrawn": Text("Retirée", "Withdrawn"),
}
NATURES = {
    "access": Text("Accès non autorisé", "Unauthorised access"),
    "use": Text("Utilisation non autorisée", "Unauthorised use"),
    "disclosure": Text("Communication non autorisée", "Unauthorised disclosure"),
    "loss": Text("Perte", "Loss"),
    "theft": Text("Vol", "Theft"),
    "other": Text("Autre atteinte", "Other breach"),
}
TOUCHED = {
    "identity": Text("Nom, date de naissance", "Name, date of birth"),
    "contact": Text("Courriels, téléphones", "Emails, telephones"),
    "address": Text("Adresses", "Addresses"),
    "billing": Text("Factures, soldes", "Invoices, balances"),
    "bank": Text("Comptes bancaires, cartes", "Bank accounts, cards"),
    "credentials": Text("Mots de passe, accès", "Passwords, access"),
    "traffic": Text("Adresses IP, usage", "IP addresses, usage"),
    "location": Text("Position", "Position"),
    "messages": Text("Messages, billets", "Messages, issues"),
    "other": Text("Autre", "Other"),
}
#: How sensitive, how likely; of the consequences it is said in the plural.
LEVELS = {"low": Text("Faible", "Low"), "medium": Text("Moyenne", "Medium"), "high": Text("Élevée", "High")}
MANY_LEVELS = {"low": Text("Faibles", "Low"), "medium": Text("Moyennes", "Medium"), "high": Text("Élevées", "High")}
INCIDENT_STATUSES = {"open": Text("Ouvert", "Open"), "closed": Text("Fermé", "Closed")}
RISKS = {
    "unknown": Text("À évaluer", "To assess"),
    "serious": Text("Préjudice sérieux", "Serious injury"),
    "minor": Text("Pas de préjudice sérieux", "No serious injury"),
}
INCIDENT_STEPS = {
    "recorded": Text("Consigné", "Recorded"),
    "edited": Text("Précisé", "Made more precise"),
    "assessed": Text("Évalué", "Assessed"),
    "commission": Text("Commission avisée", "Commission told"),
    "persons": Text("Personnes avisées", "Persons told"),
    "measures": Text("Mesures", "Measures"),
    "closed": Text("Fermé", "Closed"),
    "reopened": Text("Rouvert", "Opened again"),
}
PROPOSED = {
    "prospect": Text("Jamais devenu client", "Never became a customer"),
    "former": Text("Parti depuis longtemps", "Left long ago"),
}
