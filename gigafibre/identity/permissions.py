"""Every permission there is, in words: what roles are made of and tokens are given."""

from __future__ import annotations

from collections.abc import Iterable

from gigafibre.kernel.actor import EVERYTHING, Actor
from gigafibre.kernel.registry import all_actions
from gigafibre.kernel.text import Text

#: What everybody who logs in may do, with no role at all: change his own password, language, notices, sessions.
ONESELF = "identity.self"

PERMISSIONS: dict[str, Text] = {
    ONESELF: Text("Gérer son propre compte", "Manage one's own account"),
    "identity.read": Text(
        "Voir les utilisateurs, rôles, jetons et commutateurs", "See people, roles, tokens, switches"
    ),
    "identity.admin": Text("Gérer les utilisateurs, rôles et jetons", "Manage users, roles and tokens"),
    "identity.switch": Text("Tourner les commutateurs", "Turn switches"),
    "identity.share_views": Text("Partager des vues de liste avec tous", "Share views of lists with everybody"),
    "kernel.audit": Text("Lire la piste d’audit", "Read the audit trail"),
    "kernel.parked": Text("Reprendre ou passer le travail en attente", "Retry or skip parked work"),
    "kernel.settings": Text("Changer les paramètres de l’entreprise", "Change the company’s settings"),
    "kernel.series": Text("Changer les séries de numéros", "Change the number series"),
    "kernel.integrations": Text("Relier les systèmes extérieurs", "Connect outside systems"),
    "kernel.desk": Text("Lire toutes les tables, au bureau", "Read every table, at the desk"),
    "kernel.note": Text("Écrire des notes", "Write notes"),
    "kernel.attach": Text("Joindre des fichiers", "Attach files"),
    "kernel.read_files": Text("Ouvrir les fichiers joints", "Open attached files"),
    "crm.read": Text("Voir les clients et les lieux", "See customers and locations"),
    "crm.edit": Text("Modifier les clients et les lieux", "Edit customers and locations"),
    "crm.merge": Text("Fusionner deux clients", "Merge two customers"),
    "messaging.read": Text("Voir les messages envoyés", "See messages sent"),
    "messaging.send": Text("Écrire aux clients", "Write to customers"),
    "messaging.templates": Text("Modifier les gabarits de messages", "Edit message templates"),
    "messaging.suppress": Text("Ne plus écrire à une adresse, ou de nouveau", "Stop or resume writing to an address"),
    "catalog.read": Text("Voir le catalogue", "See the catalogue"),
    "catalog.edit": Text("Modifier le catalogue", "Edit the catalogue"),
    "subscriptions.read": Text("Voir les abonnements", "See subscriptions"),
    "subscriptions.edit": Text("Modifier les abonnements", "Edit subscriptions"),
    "billing.read": Text("Voir les factures", "See invoices"),
    "billing.edit": Text("Préparer des factures et des crédits", "Prepare invoices and credits"),
    "billing.issue": Text("Émettre des factures", "Issue invoices"),
    "billing.prices": Text("Changer des prix, avec avis", "Change prices, with notice"),
    "billing.rules": Text("Changer les règles de facturation", "Change the rules of billing"),
    "billing.write_off": Text("Radier et recouvrer des créances", "Write debts off and recover them"),
    "billing.interest": Text("Régler et facturer les intérêts de retard", "Set and charge late interest"),
    "billing.run": Text("Lancer la facturation", "Launch the billing run"),
    "payments.read": Text("Voir les paiements", "See payments"),
    "payments.record": Text("Saisir des paiements", "Record payments"),
    "payments.reveal": Text("Dévoiler un mode de paiement", "Reveal a payment method"),
    "network.read": Text("Voir le réseau et l’équipement", "See the network and the equipment"),
    "network.edit": Text("Modifier les prises de fibre et les ports", "Edit fibre drops and ports"),
    "network.equip": Text("Recevoir, poser et reprendre l’équipement", "Receive, install and take back equipment"),
    "network.reveal": Text("Dévoiler les identifiants des appareils", "Reveal the credentials of devices"),
    "network.trace": Text("Dire qui avait une adresse IP, avec raison", "Say who had an IP address, with a reason"),
    "network.interest": Text("Inscrire à la liste d’intérêt", "Add to the interest list"),
    "ledger.read": Text("Voir la comptabilité", "See the ledger"),
    "ledger.post": Text("Passer des écritures", "Post entries"),
    "ledger.chart": Text("Tenir le plan comptable", "Keep the chart of accounts"),
    "ledger.close": Text("Fermer une période", "Close a period"),
    "collections.read": Text("Voir le recouvrement", "See collections"),
    "collections.edit": Text("Gérer ententes et suspensions", "Manage arrangements and suspensions"),
    "dispatch.read": Text("Voir les interventions et les techniciens", "See jobs and technicians"),
    "dispatch.edit": Text("Planifier et répartir les interventions", "Plan and dispatch jobs"),
    "dispatch.work": Text("Faire ses interventions", "Do one’s own jobs"),
    "dispatch.templates": Text("Modifier les modèles d’interventions", "Edit job templates"),
    "support.read": Text("Voir les billets", "See issues"),
    "support.edit": Text("Ouvrir, traiter et régler des billets", "Open, handle and resolve issues"),
    "sales.read": Text("Voir les soumissions et les contrats", "See quotations and contracts"),
    "sales.edit": Text("Préparer des soumissions et des contrats", "Prepare quotations and contracts"),
    "sales.sign": Text("Consigner une signature", "Record a signature"),
    "sales.subscribe": Text("Abonner d’une soumission acceptée", "Subscribe from an accepted quotation"),
    "sales.texts": Text("Écrire les textes légaux", "Write the legal texts"),
    "sales.credit": Text("Créditer les parrainages", "Credit referrals"),
    "privacy.read": Text("Voir les demandes et incidents de vie privée", "See privacy requests and incidents"),
    "privacy.edit": Text("Traiter les demandes et incidents de vie privée", "Handle privacy requests and incidents"),
    "privacy.export": Text(
        "Réunir et remettre les renseignements d’un client", "Put together and hand over a customer’s information"
    ),
    "privacy.anonymise": Text("Anonymiser un client, pour de bon", "Anonymise a customer, for good"),
    "reports.read": Text("Voir les rapports et le tableau de bord", "See reports and the dashboard"),
    "webhooks.read": Text("Voir les webhooks et leurs envois", "See webhooks and their deliveries"),
    "webhooks.edit": Text("Gérer les webhooks et renvoyer", "Manage webhooks and send again"),
    "legacy.read": Text("Voir l’importation et son rapport", "See the import and its report"),
    "legacy.import": Text("Importer l’ancien système", "Import the old system"),
    "legacy.shadow": Text("Facturer en parallèle et régler les écarts", "Bill in shadow and settle differences"),
}


def known_permissions() -> frozenset[str]:
    """Return every permission that a role may hold: the named ones and those that actions ask for."""
    return frozenset(PERMISSIONS) | {action.permission for action in all_actions()}


def spelled_out(actor: Actor) -> list[str]:
    """Return an actor's permissions one by one, without wildcards, sorted: what the applications compare with."""
    return sorted(code for code in known_permissions() if actor.may(code))


def beyond(actor: Actor, wanted: Iterable[str]) -> list[str]:
    """Return which of the wanted permissions the actor doesn't hold: nobody gives what he hasn't."""
    if actor.permissions == EVERYTHING or "*" in actor.permissions:
        return []
    return sorted(code for code in set(wanted) if not actor.may(code))
