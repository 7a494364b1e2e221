"""What each handler of the processes does, in words: the audit trail and parked work name it so."""

from __future__ import annotations

from gigafibre.kernel.describe import describe_deeds
from gigafibre.kernel.text import Text

_DEEDS = {
    "address_served": {
        "tell_who_waited": Text("Avertir qui attendait la fibre", "Tell who waited for fibre"),
    },
    "equipment_on_jobs": {
        "move_the_device": Text("Suivre l’appareil d’une intervention", "Follow the device of a job"),
    },
    "leaving_customer": {
        "acknowledge_that_he_stays": Text("Confirmer que le client reste", "Confirm that the customer stays"),
        "acknowledge_the_departure": Text("Confirmer le départ au client", "Confirm the departure to the customer"),
        "ask_a_person_to_fetch_them": Text("Faire chercher l’équipement", "Have the equipment fetched"),
        "free_the_address": Text("Libérer l’adresse", "Free the address"),
        "free_the_address_once_the_devices_are_back": Text(
            "Libérer l’adresse, équipement repris", "Free the address, equipment back"
        ),
        "issue_the_last_invoice": Text("Émettre la dernière facture", "Issue the last invoice"),
        "say_what_the_end_comes_to": Text("Calculer la fin du service", "Work out the end of service"),
        "send_for_the_equipment": Text("Envoyer reprendre l’équipement", "Send for the equipment"),
        "send_nobody": Text("Annuler la reprise de l’équipement", "Cancel the equipment's removal"),
    },
    "moving_customer": {
        "acknowledge_the_move": Text("Confirmer le déménagement au client", "Confirm the move to the customer"),
        "connect_the_new_address": Text("Brancher la nouvelle adresse", "Connect the new address"),
        "install_nothing": Text("Annuler l’installation de la nouvelle adresse", "Cancel the new address's install"),
        "send_who_installs": Text("Envoyer installer la nouvelle adresse", "Send installers to the new address"),
    },
    "order_to_payment": {
        "acknowledge_the_order": Text("Confirmer la commande au client", "Confirm the order to the customer"),
        "call_the_technicians_back": Text("Rappeler les techniciens", "Call the technicians back"),
        "charge_the_work": Text("Facturer le travail fait", "Charge the work done"),
        "close_the_installation": Text("Régler le billet d’installation", "Resolve the installation's issue"),
        "connect_the_address": Text("Brancher l’adresse", "Connect the address"),
        "credit_whoever_recommended_him": Text("Créditer qui l’a recommandé", "Credit who referred him"),
        "prepare_the_services": Text("Préparer les services commandés", "Prepare the services ordered"),
        "send_the_technicians": Text("Envoyer les techniciens", "Send the technicians"),
        "start_the_services": Text("Mettre les services en route", "Start the services"),
        "withdraw_what_was_ordered": Text("Retirer ce qui était commandé", "Withdraw what was ordered"),
        "write_the_commitment_down": Text("Noter l’engagement", "Write the commitment down"),
    },
    "papers_sent": {
        "send_the_contract": Text("Envoyer le contrat", "Send the contract"),
        "send_the_invoice": Text("Envoyer la facture", "Send the invoice"),
        "send_the_quotation": Text("Envoyer la soumission", "Send the quotation"),
    },
    "planned_changes": {
        "tell_who_planned_it": Text("Avertir qui l’avait planifié", "Tell who planned it"),
    },
    "service_to_invoice": {
        "adjust_the_days_charged": Text("Ajuster les jours facturés", "Adjust the days charged"),
        "bill_the_rest_of_the_month": Text("Facturer le reste du mois", "Bill the rest of the month"),
        "charge_as_without_it": Text("Facturer comme sans le changement", "Charge as without the change"),
        "charge_the_days_used_after_all": Text("Facturer les jours repris", "Charge the days used after all"),
        "charge_what_was_served_before": Text("Facturer les jours déjà servis", "Charge the days already served"),
        "credit_the_days_of_rest": Text("Créditer les jours de pause", "Credit the days of rest"),
        "credit_what_is_not_served": Text("Créditer ce qui n’est pas servi", "Credit what is not served"),
        "credit_what_was_paid_beyond_the_end": Text(
            "Créditer ce qui dépasse la fin", "Credit what was paid beyond the end"
        ),
    },
    "staff_letters": {
        "send_the_link": Text("Envoyer le lien de connexion", "Send the login link"),
        "tell_of_the_change": Text("Avertir d’un changement d’accès", "Tell of a change of access"),
    },
    "work_that_ended": {
        "tell_who_launched_it": Text("Avertir qui l’a lancé", "Tell who launched it"),
    },
}

describe_deeds({"processes.write_to_staff": Text("Écrire à une personne de l’équipe", "Write to one of the staff")})
describe_deeds(
    {f"processes.{process}.{step}": words for process, steps in _DEEDS.items() for step, words in steps.items()}
)
