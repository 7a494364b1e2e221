"""What dispatch refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchJob(Refusal):
    code, status = "no_such_job", 404
    text = Text("Aucune intervention {job}.", "There is no job {job}.")


class NoSuchTechnician(Refusal):
    code, status = "no_such_technician", 404
    text = Text("Aucun technicien {technician}.", "There is no technician {technician}.")


class NoSuchTag(Refusal):
    code, status = "no_such_tag", 404
    text = Text("Aucune étiquette {tag}.", "There is no tag {tag}.")


class NoSuchCrew(Refusal):
    code, status = "no_such_crew", 404
    text = Text("Aucune équipe {crew}.", "There is no crew {crew}.")


class NoSuchTemplate(Refusal):
    code, status = "no_such_job_template", 404
    text = Text("Aucun modèle {template}.", "There is no template {template}.")


class NoSuchItem(Refusal):
    code, status = "no_such_checklist_item", 404
    text = Text("{job} n’a aucun point « {item} » dans sa liste.", "{job} has no item “{item}” in its checklist.")


class NotYourJob(Refusal):
    code, status = "not_your_job", 403
    text = Text("{job} n’est pas une de vos interventions.", "{job} is not one of your jobs.")


class WrongJobState(Refusal):
    code, status = "wrong_job_state", 409
    text = Text(
        "{job} est dans l’état « {state} » ; il faut : {wanted}.", "{job} is “{state}”; it would have to be: {wanted}."
    )


class PlannedInThePast(Refusal):
    code, status = "planned_in_the_past", 422
    text = Text("On ne planifie pas un jour passé ({on}).", "Nothing is planned on a day gone by ({on}).")


class NothingToPlan(Refusal):
    code, status = "not_planned", 422
    text = Text(
        "{job} n’a pas encore d’heure ou de technicien : planifiez et assignez d’abord.",
        "{job} has no time or no technician yet: schedule and assign it first.",
    )


class NobodyAssigned(Refusal):
    code, status = "nobody_assigned", 422
    text = Text("Nommez un technicien ou une équipe.", "Name a technician or a crew.")


class DraftForNobody(Refusal):
    code, status = "draft_for_nobody", 422
    text = Text(
        "Un brouillon n’est encore à personne : enlevez le technicien, ou planifiez l’intervention.",
        "A draft is nobody’s yet: take the technician off, or plan the job.",
    )


class NotATechnician(Refusal):
    code, status = "not_a_technician", 403
    text = Text("Vous n’êtes pas technicien ici.", "You are not a technician here.")


class HelpsHimself(Refusal):
    code, status = "helps_himself", 422
    text = Text("{technician} n’est pas son propre aide.", "{technician} doesn’t assist himself.")


class TechnicianInactive(Refusal):
    code, status = "technician_inactive", 409
    text = Text("{technician} ne travaille plus sur le terrain.", "{technician} no longer works in the field.")


class WaitsForAnother(Refusal):
    code, status = "job_waits", 409
    text = Text(
        "{job} attend la fin de {others}. Terminez d’abord, ou permettez de commencer avant.",
        "{job} waits for {others} to be done. Complete that first, or allow an early start.",
    )


class WaitsInACircle(Refusal):
    code, status = "jobs_in_a_circle", 422
    text = Text("{job} et {other} s’attendraient l’une l’autre.", "{job} and {other} would wait for each other.")


class OtherChain(Refusal):
    code, status = "other_chain", 422
    text = Text("{job} et {other} sont de deux chaînes.", "{job} and {other} are of two chains.")


class ChecklistUnfulfilled(Refusal):
    code, status = "checklist_unfulfilled", 409
    text = Text("Il manque à {job} : {items}.", "{job} still lacks: {items}.")


class NotSigned(Refusal):
    code, status = "job_not_signed", 409
    text = Text("{job} attend la signature du client.", "{job} waits for the customer’s signature.")


class BadAnswer(Refusal):
    code, status = "bad_answer", 422
    text = Text("« {item} » attend {wanted}.", "“{item}” takes {wanted}.")


class ClockRuns(Refusal):
    code, status = "clock_runs", 409
    text = Text("Le temps de {technician} court déjà sur {job}.", "{technician}’s clock already runs on {job}.")


class NoClockRuns(Refusal):
    code, status = "no_clock_runs", 409
    text = Text("Aucun temps ne court sur {job}.", "No clock runs on {job}.")


class HoursTwice(Refusal):
    code, status = "hours_twice", 409
    text = Text(
        "{technician} a déjà des heures à ce moment-là ({job}).", "{technician} already has hours at that time ({job})."
    )


class InTheFuture(Refusal):
    code, status = "in_the_future", 422
    text = Text("Cet instant n’est pas encore venu ({at}).", "That moment has not come yet ({at}).")


class WorkIsClosed(Refusal):
    code, status = "work_is_closed", 409
    text = Text("{job} est terminée : rouvrez-la d’abord.", "{job} is completed: open it again first.")


class AlreadyTold(Refusal):
    code, status = "already_told", 409
    text = Text(
        "Cette ligne a déjà été transmise à la fin de l’intervention : elle reste.",
        "This line was passed on when the job was completed: it stays.",
    )


class NotAPicture(Refusal):
    code, status = "not_a_picture", 415
    text = Text("Une photo est une image de 10 Mo au plus.", "A photo is an image of 10 MB at most.")


class TooManyPhotos(Refusal):
    code, status = "too_many_photos", 409
    text = Text("Au plus {limit} photos par intervention.", "At most {limit} photos per job.")


class NoOneWorks(Refusal):
    code, status = "no_technician_at_work", 409
    text = Text("Dites quel technicien travaille sur {job}.", "Say which technician works on {job}.")


class ChargedWithoutItem(Refusal):
    code, status = "charged_without_item", 422
    text = Text("Ce qui se facture est un article du catalogue.", "What is charged is an item of the catalogue.")


class AbsentTwice(Refusal):
    code, status = "absent_twice", 409
    text = Text("{technician} est déjà absent ces jours-là.", "{technician} is already absent on those days.")


class UserTaken(Refusal):
    code, status = "user_is_a_technician", 409
    text = Text("{user} est déjà {technician}.", "{user} already is {technician}.")
