"""What tickets are about and what is said in them: subjects, first words, answers, endings, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

DEPARTMENTS = (
    "Support", "Facturation", "Installation", "Réparation", "Vente", "SysAdmin", "Réseau", "Direction", "Téléphonie",
    "Télévision", "Fibre optique", "Sans fil", "Noms de domaine", "Hébergement", "Recouvrement", "Inventaire",
    "Construction", "Comptes commerciaux", "Portabilité", "Urgence 24/7", "Répartition",
)  # fmt: skip
SUPPORT, BILLING, INSTALLATION, REPAIR, SALES, ADMIN, NETWORK = 1, 2, 3, 4, 5, 6, 7
PHONE, TELEVISION, FIBRE, COLLECTION, STORES, PORTING, EMERGENCY = 9, 10, 11, 15, 16, 19, 20


@dataclass(frozen=True, slots=True)
class Thread:
    """One kind of ticket: department, years, weight, and words in French and English.

    `first` opens it (staff's note or the customer's own words), `answers` follow, `last` closes it.
    """

    department: int
    weight: int
    subjects: tuple[str, ...]
    first: tuple[str, ...]
    answers: tuple[str, ...]
    last: tuple[str, ...]
    since: int = 2003
    until: int = 2099
    english: bool = False


_CALLS = ("Appelé, laissé un message.", "Pas de réponse au {tel}.", "Rappeler après {heure} h.", "Suivi demain matin.",
          "{tech} est averti.", "Client avisé par courriel.")  # fmt: skip
_DONE = ("Réglé.", "Tout est beau, fermé.", "Le client confirme que ça marche.", "Fermé, sans autre nouvelle.",
         "C'est fait. Merci!")  # fmt: skip

THREADS = (
    Thread(SUPPORT, 20, ("Internet lent", "Lenteur le soir", "Vitesse pas au rendez-vous", "Internet lent - {ville}"),
           ("Bonjour, mon internet est très lent depuis {jour}. J'ai redémarré le routeur deux fois. Merci, {prenom}",
            "Client appelle: lent le soir. Test de vitesse à {chiffre} Mbit/s sur câble.",
            "Ça rame depuis une semaine, les enfants ne peuvent plus faire leurs devoirs."),
           ("Bonjour {prenom}, pouvez-vous brancher l'ordinateur directement et refaire le test?",
            "Voici le résultat du test.", "Canal Wi-Fi changé, 2,4 GHz saturé par les voisins.", *_CALLS),
           ("Beaucoup mieux, merci!", "Refait le test: vitesse du forfait atteinte.", *_DONE)),
    Thread(SUPPORT, 16, ("Plus d'internet", "Pas de connexion depuis {jour}", "Panne - {ville}", "Aucun signal"),
           ("Plus rien depuis ce matin, la lumière LOS est rouge.", "Plus d'internet depuis la tempête.",
            "Client appelle de son cellulaire: pas d'internet, modem redémarré."),
           ("Signal absent, à vérifier sur place.", "Port réinitialisé à distance, on attend.",
            "Bonjour, débranchez la prise 30 secondes et dites-nous quelles lumières restent allumées.", *_CALLS),
           ("C'est revenu, bravo.", "Panne de courant dans le secteur, revenu à {heure} h.", *_DONE)),
    Thread(SUPPORT, 8, ("Courriel bloqué", "Mot de passe oublié", "Configuration Outlook", "Pourriels"),
           ("Je ne peux plus recevoir mes courriels depuis hier.", "A oublié son mot de passe de courriel.",
            "Reçoit 200 pourriels par jour."),
           ("Nouveau mot de passe donné au téléphone.", "Boîte pleine à 100 %, message envoyé au client.", *_CALLS),
           _DONE),
    Thread(BILLING, 14, ("Question sur la facture", "Facture de {mois}", "Prélèvement refusé", "Changement de carte"),
           ("Bonjour, je ne comprends pas le montant de {montant} $ sur ma facture de {mois}.",
            "Demande copie de ses factures de {mois}.", "Veut passer au prélèvement automatique.",
            "Prélèvement revenu, provision insuffisante."),
           ("Bonjour {prenom}, c'est le prorata de votre changement de forfait. Bonne journée!",
            "Spécimen de chèque reçu, compte changé.", "Copie envoyée par courriel.", *_CALLS),
           ("Merci, c'est plus clair.", "Crédit de {montant} $ appliqué.", *_DONE)),
    Thread(COLLECTION, 5, ("Compte en souffrance", "Suspension à venir", "Promesse de paiement"),
           ("Solde de {montant} $, deux mois de retard. Avis envoyé.",), ("Promet de payer {jour}.", *_CALLS),
           ("Payé {montant} $, service maintenu.", "Suspendu.", *_DONE)),
    Thread(INSTALLATION, 10, ("Installation {nom}", "Nouvelle installation - {ville}", "INSTALL {nom}"),
           ("Nouvelle installation à planifier. Rendez-vous {jour} en avant-midi si possible.",
            "Client signé, forfait au dossier. Appeler avant de passer."),
           ("Rendez-vous confirmé {jour}.", "{tech} assigné.", "Équipement préparé.", "Client veut remettre à {jour}.",
            *_CALLS),
           ("Installation complétée, tout fonctionne.", "Installé par {tech}, signal à -{chiffre} dBm.", "Fait.")),
    Thread(REPAIR, 10, ("Appel de service {nom}", "Fil tombé", "Réparation - {ville}", "Antenne désalignée"),
           ("Fil par terre dans l'entrée depuis le vent.", "Signal faible, antenne à réaligner.",
            "Fibre coupée par le déneigement, à refaire."),
           ("{tech} passe {jour}.", "Voici la photo du mât.", "Épissure à prévoir.", *_CALLS),
           ("Épissure refaite, -{chiffre} dBm.", "Connecteur changé.", *_DONE)),
    Thread(SALES, 8, ("Changement de forfait", "Demande d'information", "Déménagement {nom}", "Annulation"),
           ("Voudrait savoir si la fibre passe chez lui.", "Déménage le mois prochain, garde tout.",
            "Trouve ça cher, pense changer pour un concurrent.", "Veut monter de forfait."),
           ("Soumission envoyée par courriel.", "Offert 10 $ de rabais pendant 12 mois.", *_CALLS),
           ("Accepté, changement le 1er.", "Reste avec nous.", *_DONE)),
    Thread(PHONE, 4, ("Téléphone ne sonne pas", "Écho sur la ligne", "Boîte vocale", "Afficheur"),
           ("Ça coupe pendant les appels.", "La boîte vocale ne prend plus les messages.",
            "Reçoit des appels pour un autre numéro."),
           ("Adaptateur redémarré.", "Appel d'essai fait, bon des deux côtés.", *_CALLS), _DONE, since=2009),
    Thread(PORTING, 2, ("Portabilité du {tel}", "Transfert de numéro"),
           ("Demande de portabilité envoyée à l'ancien fournisseur.",), ("Date confirmée: {jour}.", *_CALLS),
           ("Numéro transféré, appels testés.", *_DONE), since=2009),
    Thread(TELEVISION, 4, ("Décodeur gelé", "Chaîne manquante", "Image qui fige"),
           ("Le décodeur reste sur le logo.", "Il me manque une chaîne de mon bouquet."),
           ("Décodeur mis à jour à distance.", "Droits rafraîchis.", *_CALLS), _DONE, since=2016),
    Thread(FIBRE, 3, ("ONT hors ligne", "Signal optique bas", "Passage de fibre - {ville}"),
           ("ONT hors ligne depuis cette nuit, puissance à -{chiffre}.",), ("Connecteur à nettoyer.", *_CALLS),
           ("Remonté à -19 dBm.", *_DONE), since=2014),
    Thread(ADMIN, 2, ("Sauvegarde échouée", "Disque plein", "Certificat à renouveler", "Mise à jour du serveur"),
           ("La sauvegarde de la nuit n'est pas passée.", "Disque à 92 %."),
           ("Vieux journaux effacés.", "Relancé à la main."), ("Corrigé.", "Fait.")),
    Thread(NETWORK, 2, ("Liaison {ville} instable", "Tour de {ville}", "Mise à jour OLT"),
           ("Pertes de paquets sur la liaison depuis {heure} h.",), ("Radio redémarrée.", "{tech} monte {jour}."),
           ("Stable depuis 24 h.", "Fait.")),
    Thread(EMERGENCY, 1, ("URGENCE panne secteur {ville}",), ("Plusieurs clients du secteur sans service.",),
           ("Hydro confirme une panne.", "Génératrice en route."), ("Rétabli à {heure} h.",)),
    Thread(SUPPORT, 16, ("Slow internet", "No internet since {jour}", "Wi-Fi drops", "Email problem"),
           ("Hello, my internet has been very slow since {jour}. I restarted the router twice. Thanks, {prenom}",
            "We have had no internet since the storm.", "The Wi-Fi keeps dropping upstairs."),
           ("Hi {prenom}, could you plug the computer in directly and run the test again?", "Here is the test.",
            "Rebooted the port remotely.", "Left a message.", "Called back, no answer."),
           ("Much better, thank you!", "It is back, thanks.", "Closed."), english=True),
    Thread(BILLING, 8, ("Question about my bill", "Invoice for {mois}", "New credit card"),
           ("I don't understand the {montant} $ on my last bill.", "Please send me a copy of my invoices."),
           ("Hi {prenom}, this is the prorated amount of your plan change.", "Copies sent by email."),
           ("Thanks, that's clear.", "Closed."), english=True),
    Thread(INSTALLATION, 5, ("Installation {nom}", "New install - {ville}"),
           ("New installation to plan. Customer speaks English.",), ("Appointment confirmed.", "{tech} assigned."),
           ("Installed, all good.", "Done."), english=True),
)  # fmt: skip
