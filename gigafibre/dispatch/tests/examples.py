"""Examples of the actions of dispatch: each builds its state and returns valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions
from gigafibre.dispatch.models import Technician
from gigafibre.dispatch.tests.factories import a_chain, a_job, a_picture, a_technician, at
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel import clock
from gigafibre.kernel.tests.examples import example

REASON = "Le client a rappelé"


def _soon(days: int = 5) -> str:
    from datetime import timedelta

    return (clock.today() + timedelta(days=days)).isoformat()


def _earlier(minutes: int) -> str:
    from datetime import timedelta

    return (clock.now() - timedelta(minutes=minutes)).isoformat()


@example("dispatch.create_job")
def _create() -> dict[str, Any]:
    place = a_location(a_customer())
    return {
        "customer": place.customer.number,
        "location": place.number,
        "kind": "repair",
        "title": "Aucun signal depuis hier",
        "date": _soon(),
        "starts": "09:30",
        "technician": a_technician(),
        "priority": "high",
        "issue": "ISS-1204",
        "needs": [{"tag": "fibre", "level": 2}],
    }


@example("dispatch.ready_job")
def _ready() -> dict[str, Any]:
    return {"job": a_job(draft=True)}


@example("dispatch.edit_job")
def _edit() -> dict[str, Any]:
    given = {"title": "Signal faible le soir", "priority": "urgent", "instructions": "Sonner en arrière"}
    return {"job": a_job("published"), "needs": [{"tag": "fibre", "level": 3}], **given}


@example("dispatch.schedule_job")
def _schedule() -> dict[str, Any]:
    given = {"starts": "13:00", "minutes": 90, "window_starts": "12:00", "window_ends": "16:00"}
    return {"job": a_job(), "date": _soon(), "technician": a_technician(), **given}


@example("dispatch.assign_job")
def _assign() -> dict[str, Any]:
    return {"job": a_job(), "technician": a_technician(), "assistants": [a_technician("Mélanie Dubuc")]}


@example("dispatch.unassign_job")
def _unassign() -> dict[str, Any]:
    return {"job": a_job("published"), "reason": "Le technicien est malade"}


@example("dispatch.publish_job")
def _publish() -> dict[str, Any]:
    return {"job": a_job("scheduled")}


@example("dispatch.publish_jobs")
def _publish_a_chain() -> dict[str, Any]:
    return {"jobs": [a_job("scheduled"), a_job("scheduled")]}


@example("dispatch.cancel_job")
def _cancel() -> dict[str, Any]:
    return {"job": a_job("published"), "reason": REASON}


@example("dispatch.reopen_job")
def _reopen() -> dict[str, Any]:
    return {"job": a_job("completed"), "reason": "Le signal est retombé"}


@example("dispatch.add_dependency")
def _depend() -> dict[str, Any]:
    owner = a_customer()
    return {"job": a_job(owner=owner), "other": a_job(owner=owner)}


@example("dispatch.remove_dependency")
def _undepend() -> dict[str, Any]:
    first, second = a_chain()[:2]
    return {"job": second, "other": first}


@example("dispatch.allow_early_start")
def _early() -> dict[str, Any]:
    return {"job": a_chain()[1]}


@example("dispatch.start_travel")
def _travel() -> dict[str, Any]:
    return {"job": a_job("published")}


@example("dispatch.turn_back")
def _turn_back() -> dict[str, Any]:
    return {"job": a_job("en_route")}


@example("dispatch.start_job")
def _start() -> dict[str, Any]:
    return {"job": a_job("en_route")}


@example("dispatch.pause_job")
def _pause() -> dict[str, Any]:
    return {"job": a_job("in_progress")}


@example("dispatch.complete_job")
def _complete() -> dict[str, Any]:
    job = a_job("in_progress")
    actions.add_equipment(job, act="installed", serial="HWTC1234ABCD", model="HG8245")
    return {"job": job, "code": "replaced", "note": "ONT changé, −18 dBm", "first_time_fix": True}


@example("dispatch.leave_incomplete")
def _incomplete() -> dict[str, Any]:
    return {"job": a_job("in_progress"), "reason": "Personne à la maison"}


@example("dispatch.answer_item")
def _answer() -> dict[str, Any]:
    return {"job": a_chain()[0], "item": "power-tap", "answer": "-17.4"}


@example("dispatch.answer_items")
def _answer_all() -> dict[str, Any]:
    return {
        "job": a_chain()[0],
        "answers": [{"item": "power-tap", "answer": "-17.4"}, {"item": "port", "answer": "A12"}],
    }


@example("dispatch.add_time")
def _time() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "started_at": _earlier(600), "ended_at": _earlier(540), "kind": "work"}


@example("dispatch.remove_time")
def _no_time() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "entry": actions.add_time(job, started_at=at(8), ended_at=at(9))}


@example("dispatch.add_material")
def _material() -> dict[str, Any]:
    return {"job": a_job("published"), "description": "Câble Cat6", "quantity": "12.5"}


@example("dispatch.remove_material")
def _no_material() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "line": actions.add_material(job, description="Câble Cat6")}


@example("dispatch.add_equipment")
def _equipment() -> dict[str, Any]:
    given = {"act": "replaced", "serial": "HWTC1234ABCD", "mac": "a4:2b:b0:11:22:33", "replaces": "HWTC0000AAAA"}
    return {"job": a_job("published"), **given}


@example("dispatch.remove_equipment")
def _no_equipment() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "line": actions.add_equipment(job, act="removed", serial="HWTC1234ABCD")}


@example("dispatch.add_photo")
def _photo() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "file": str(a_picture(job)), "caption": "Boîtier dehors"}


@example("dispatch.remove_photo")
def _no_photo() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "photo": actions.add_photo(job, file=a_picture(job))}


@example("dispatch.sign_job")
def _sign() -> dict[str, Any]:
    job = a_job("published")
    return {"job": job, "name": "Sylvie Tremblay", "file": str(a_picture(job))}


@example("dispatch.create_technician")
def _technician() -> dict[str, Any]:
    user = a_user("technician")
    return {"name": "Yannick Lefebvre", "user": user.username, "phone": "450 555-0123", "cost_per_hour": "38.50"}


@example("dispatch.edit_technician")
def _edit_technician() -> dict[str, Any]:
    actions.save_crew("sud", name="Équipe du sud")
    return {"technician": a_technician(), "crew": "sud", "cost_per_hour": "41.00"}


@example("dispatch.set_skill")
def _skill() -> dict[str, Any]:
    return {"technician": a_technician(), "tag": "fibre", "level": 4}


@example("dispatch.set_working_hours")
def _hours() -> dict[str, Any]:
    return {"technician": a_technician(), "weekday": 5, "starts": "09:00", "ends": "13:00"}


@example("dispatch.add_absence")
def _absence() -> dict[str, Any]:
    return {"technician": a_technician(), "starts_on": _soon(), "ends_on": _soon(9), "reason": "Vacances"}


@example("dispatch.remove_absence")
def _no_absence() -> dict[str, Any]:
    from datetime import timedelta

    number, today = a_technician(), clock.today()
    made = actions.add_absence(number, starts_on=today, ends_on=today + timedelta(days=2))
    assert Technician.objects.get(number=number).absences.count() == 1
    return {"absence": made}


@example("dispatch.save_tag")
def _tag() -> dict[str, Any]:
    return {"code": "splicing", "name_fr": "Fusion", "name_en": "Splicing"}


@example("dispatch.save_crew")
def _crew() -> dict[str, Any]:
    return {"code": "nord", "name": "Équipe du nord"}


@example("dispatch.save_checklist")
def _checklist() -> dict[str, Any]:
    items = [
        {"code": "power", "kind": "number", "fr": "Puissance", "en": "Power", "lowest": "-27", "highest": "-8"},
        {"code": "door", "kind": "photo", "fr": "Photo de la porte", "en": "Photo of the door", "mandatory": False},
    ]
    return {"code": "visite", "name_fr": "Visite", "name_en": "Visit", "items": items}


@example("dispatch.save_chain_template")
def _template() -> dict[str, Any]:
    steps = [
        {"code": "look", "kind": "survey", "fr": "Voir", "en": "Look", "needs": [{"tag": "fibre", "level": 2}]},
        {"code": "mend", "kind": "repair", "fr": "Réparer", "en": "Mend", "after": ["look"], "offset_days": 2},
    ]
    return {"code": "mending", "name_fr": "Réparation", "name_en": "Repair", "kind": "repair", "steps": steps}


@example("dispatch.make_chain")
def _chain() -> dict[str, Any]:
    place = a_location(a_customer())
    return {
        "contract": "CTR-2001",
        "customer": place.customer.number,
        "location": place.number,
        "appointment": _soon(),
    }


@example("dispatch.cancel_chain")
def _cancel_chain() -> dict[str, Any]:
    a_chain("CTR-2077")
    return {"contract": "CTR-2077", "kind": "installation", "reason": "Le client se ravise"}
