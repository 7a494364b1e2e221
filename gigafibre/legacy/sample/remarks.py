"""What staff wrote about customers, as it is said in a small provider of Montérégie."""

import re
from datetime import date
from random import Random

from gigafibre.legacy.sample import names
from gigafibre.legacy.sample.days import MONTHS, at
from gigafibre.legacy.sample.people import PROSPECT, Customer
from gigafibre.legacy.sample.records import Record, simple_record
from gigafibre.legacy.sample.shape import Shape

_ALWAYS = (
    "{prenom} appelle: internet lent le soir. Ping correct, lui ai fait redémarrer son routeur. À surveiller.",
    "Client appelle, plus d'internet depuis ce matin. Signal OK, port réinitialisé, ça revient. Fermé.",
    "Rappeler {jour} après {heure} h, il est aux champs avant ça.",
    "A déménagé sa télé au sous-sol, aura besoin d'une prise de plus. Soumission envoyée.",
    "Demande copie de ses factures de {mois} pour ses impôts. Envoyées par courriel.",
    "Très content du service, va parler de nous à son beau-frère.",
    "Mécontent du délai d'installation. Excusé, crédit de 20 $ promis sur la prochaine facture.",
    "Paiement de {montant} $ pris par téléphone, confirmé par courriel.",
    "Laissé message sur le répondeur, facture de {mois} pas payée.",
    "Rappelé au {tel}, pas de réponse. Réessayer {jour}.",
    "Chèque de {montant} $ reçu par la poste, sans coupon. Imputé au plus vieux.",
    "{prenom} veut changer sa date de prélèvement pour le 5. Expliqué que c'est le 20 pour tout le monde.",
    "Nouveau spécimen de chèque reçu, compte changé. Prochain prélèvement le 20.",
    "Prélèvement revenu NSF, dit que sa paie est entrée en retard. Va payer {jour}.",
    "Problème réglé: câble réseau mangé par le chien. Lui ai laissé un nouveau câble, pas chargé.",
    "Technicien passé, connecteur corrodé changé au mât. Signal remonté à -62.",
    "Pas là à l'heure du rendez-vous. Rappelé, remis à {jour} en avant-midi.",
    "Sa conjointe {autre} est autorisée au dossier.",
    "Ne parle pas beaucoup français, demander {autre} pour traduire.",
    "Veut être avisé par texto seulement, jamais d'appel le jour (travaille de nuit).",
    "Monsieur est décédé. Dossier à transférer au nom de {autre}, attendre les papiers du notaire.",
    "Vérifié avec le client: bonne adresse de facturation, le chalet n'est pas à la bonne place sur la carte.",
    "Client veut annuler, trouve ça cher. Offert 10 $ de rabais pendant 12 mois, il reste.",
    "Appel du voisin: fil pendant dans l'entrée. Envoyé {tech} voir ça.",
    "Arbre tombé sur la ligne pendant la tempête. {tech} a réparé le {date}.",
    "Question sur la facture: le prorata du premier mois. Expliqué, correct.",
    "A reçu un avis de suspension par erreur, paiement croisé. Réactivé, excuses faites.",
    "Demande de baisser de forfait, trouve qu'il n'utilise pas tout ça. Changé à partir du 1er.",
    "Monte de forfait, les enfants font l'école à la maison.",
    "Réinitialisé le mot de passe du portail avec elle au téléphone.",
    "Courriel refusé par le serveur (boîte pleine). Envoyer sa facture par la poste d'ici là.",
    "Propriétaire: {autre}. Le locataire paie lui-même.",
    "Ferme: si panne, urgence, la traite est branchée là-dessus.",
    "Chien pas fin. Appeler avant d'entrer dans la cour.",
    "Entente: paie {montant} $ par deux semaines jusqu'à ce que ce soit rattrapé.",
    "Envoyé lien pour qu'elle entre sa carte elle-même.",
    "Vente de la maison le {date}. Garde son numéro, nouvelle adresse à venir.",
    "Wi-Fi faible dans le garage. Expliqué les options (borne additionnelle, 4 $ par mois). Va y penser.",
    "Transféré à la facturation.",
    "Client rappelle. Tout est beau.",
)  # fmt: skip
_RECENT = (
    "ONT remplacé ({tech}), l'ancien ne reprenait plus après les pannes de courant.",
    "Signal optique à -26, connecteur nettoyé à la borne: rendu à -19. Fermé.",
    "Décodeur gelé sur le logo. Débranché 30 secondes, mise à jour faite avec lui.",
    "Perd une chaîne de son bouquet, rafraîchi les droits. OK.",
    "Demande la 5G de son routeur, expliqué la différence entre 5 GHz et la 5G.",
    "Deco ajouté à l'étage, 420 Mbit/s dans la chambre. Cliente satisfaite.",
    "Adresse 9-1-1 confirmée avec lui au téléphone le {date}.",
    "Portabilité de son numéro demandée à Bell, prévue {jour}.",
    "Fibre coupée par la pelle du voisin. {tech} a refait l'épissure le {date}.",
    "Intéressée par la fibre, en attente que le rang soit branché. Mise sur la liste.",
    "Passée du sans fil à la fibre le {date}, antenne récupérée.",
)  # fmt: skip
_OF_MEN = re.compile(r"\b(il|avec lui|Monsieur|conjointe)\b")
_OF_WOMEN = re.compile(r"\b(elle|Cliente|Intéressée|Passée)\b")
_LATE = (
    "Avis de retard envoyé, solde {montant} $.",
    "Dit qu'il va payer {jour}. Accord noté au dossier.",
    "Deuxième promesse non tenue. À suspendre si rien le {date}.",
    "Suspendu pour non-paiement, solde {montant} $. Page de paiement seulement.",
    "A payé {montant} $ au comptoir, service remis en ligne.",
    "Paie toujours en retard mais finit par payer. Ne pas couper sans appeler.",
)  # fmt: skip
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")


def memos(
    shape: Shape, customers: list[Customer], staff: list[Record], told: list[tuple[int, int, int, str]]
) -> list[Record]:
    """Make the memos in the order of their dates; `told` are those a story or an arrangement brings along."""
    rng = Random(f"{shape.seed}:remarks")
    authors = [row for row in staff if row["status"]] or staff
    technicians = [str(row["first_name"]) for row in authors if ";3;" in str(row["dept_list"])] or ["le technicien"]
    writers = [c for c in customers if not (c.status == PROSPECT or c.gone or c.story)]
    notes = list(told)
    oldest = date(shape.until.year - 9, 1, 1) if shape.demo else date(2003, 1, 1)
    for _ in range(shape.memos - len(notes)):
        customer = rng.choice(writers)
        first, last = max(customer.joined, oldest), customer.left or shape.until
        # More is written of late than long ago.
        days = (last - first).days
        day = date.fromordinal(last.toordinal() - int(max(days, 0) * rng.random() ** 1.6))
        late = customer.habit in {"hard", "pairs"} and rng.random() < 0.5
        texts = _LATE if late else _RECENT if day.year >= 2018 and rng.random() < 0.3 else _ALWAYS
        text = rng.choice([text for text in texts if _fits(text, customer)])
        author = int(rng.choice(authors)["id"] or 0) if rng.random() < 0.97 else 0
        moment = at(day, rng.randrange(8, 20), rng.randrange(60), rng.randrange(60))
        notes.append((moment, customer.id, author, _filled(rng, text, customer, day, technicians)))
    notes.sort()
    return [
        simple_record("account_memo", id=n, account_id=account, staff_id=author, memo=text, last_updated=moment)
        for n, (moment, account, author, text) in enumerate(notes, 1)
    ]


def _fits(text: str, customer: Customer) -> bool:
    """Whether a note may be about this customer: man or woman, farm or not, alive."""
    if "Ferme:" in text and "Ferme" not in customer.company:
        return False
    if "décédé" in text and customer.left is None:
        return False
    return not (_OF_MEN if customer.person.title == "Mme" else _OF_WOMEN).search(text)


def _filled(rng: Random, text: str, customer: Customer, day: date, technicians: list[str]) -> str:
    other = names.a_person(rng)
    near = date.fromordinal(day.toordinal() + rng.randrange(1, 9))
    return text.format(
        prenom=customer.person.first or "Client",
        autre=f"{other.first} {customer.person.last or other.last}",
        montant=f"{rng.randrange(30, 240)},{rng.choice(('00', '45', '95', '18', '67'))}",
        jour=rng.choice(_WEEKDAYS),
        heure=rng.choice((12, 16, 17, 18, 19)),
        mois=MONTHS[rng.randrange(12)],
        date=f"{near.day} {MONTHS[near.month - 1]}",
        tel=names.printed(customer.phones[0]) if customer.phones else "numéro au dossier",
        tech=rng.choice(technicians),
    )
