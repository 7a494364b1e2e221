"""The two registers: the thirty days to the day, who is told, what is refused, and what the database keeps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.errors import Refusal
from gigafibre.privacy import actions, queries
from gigafibre.privacy.models import Incident, Request, RequestReminder
from gigafibre.privacy.reminding import remind
from gigafibre.privacy.tests.examples import a_closable_incident
from gigafibre.privacy.tests.factories import a_file_on, a_request, an_incident, assess

pytestmark = pytest.mark.usefixtures("acting")


def refused(code: str, verb: Any, *args: Any, **given: Any) -> None:
    """Check that a verb refuses by a code, and that it changed nothing."""
    before = state()
    with transaction.atomic(), pytest.raises(Refusal) as found:
        verb(*args, **given)
    assert (found.value.code, state()) == (code, before)


def state() -> list[Any]:
    names = ("Request", "RequestStep", "Incident", "IncidentStep")
    return [list(apps.get_model("privacy", name)._default_manager.order_by("pk").values()) for name in names]


def test_a_request_is_due_thirty_days_after_it_came() -> None:
    customer = a_customer("Zénobie Larose")
    number = a_request(owner=customer, received_on=date(2026, 10, 31))
    found = queries.request(number)
    assert (found.received_on, found.due_on, found.days_left) == (date(2026, 10, 31), date(2026, 11, 30), 9)
    assert (found.person, found.customer, found.status) == ("Zénobie Larose", customer.number, "open")
    assert [(step.what, step.by) for step in found.steps] == [("received", "system")]


def test_somebody_who_is_no_customer_may_ask() -> None:
    found = queries.request(a_request("complaint", person="Me Andrée Roy", contact="roy@exemple.ca"))
    assert (found.person, found.customer, found.contact) == ("Me Andrée Roy", None, "roy@exemple.ca")


def test_nobody_and_tomorrow_are_refused() -> None:
    refused("nobody_asks", actions.record_request, "access", details="Tout.", received_on=date(2026, 11, 2))
    refused("not_yet", a_request, received_on=date(2026, 11, 22))


def test_an_answer_needs_a_checked_identity_and_a_file_of_its_own() -> None:
    number, other = a_request(), a_request()
    refused("identity_unchecked", actions.answer_request, number, answer="Voici.")
    actions.check_identity(number, proof="document", words="Permis de conduire vu.")
    refused("file_not_on_request", actions.answer_request, number, answer="Voici.", file=a_file_on(other))
    refused("not_yet", actions.answer_request, number, answer="Voici.", on=date(2026, 11, 22))
    refused("before_it_came", actions.answer_request, number, answer="Voici.", on=date(2026, 11, 1))
    actions.answer_request(number, answer="Voici.", file=a_file_on(number), on=date(2026, 11, 20))
    found = queries.request(number)
    assert (found.status, found.settled_on, found.outcome, found.days_left) == (
        "answered",
        date(2026, 11, 20),
        "Voici.",
        None,
    )
    assert found.file is not None
    assert found.file.name == "reponse.txt"
    assert [step.what for step in found.steps] == ["received", "checked", "answered"]


def test_a_complaint_is_answered_without_a_check() -> None:
    number = a_request("complaint", person="Un voisin")
    actions.answer_request(number, answer="Nous avons corrigé l’affichage.")
    assert queries.request(number).status == "answered"


def test_a_refusal_stands_on_a_ground_and_what_is_settled_stays() -> None:
    number = a_request("rectification")
    actions.refuse_request(number, ground="accurate", answer="L’adresse est celle du bail ; recours : Commission.")
    found = queries.request(number)
    assert (found.status, found.ground, found.settled_on) == ("refused", "accurate", date(2026, 11, 21))
    for verb, given in (
        (actions.answer_request, {"answer": "Non."}),
        (actions.check_identity, {"proof": "document", "words": "Vu."}),
        (actions.note_request, {"words": "Encore."}),
        (actions.withdraw_request, {"words": "Laissez."}),
        (actions.refuse_request, {"ground": "abusive", "answer": "Non."}),
    ):
        refused("request_settled", verb, number, **given)


def attacked(rule: str, attack: Any) -> None:
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        attack()
    assert found.value.__cause__.diag.constraint_name.startswith(rule)  # type: ignore[union-attr]


def test_the_database_holds_the_register_of_requests() -> None:
    row = Request.objects.filter(number=a_request())
    attacked("request_due_in_thirty_days", lambda: row.update(due_on=date(2026, 12, 12)))
    attacked("request_stays_what_it_is", lambda: row.update(received_on=date(2026, 11, 3), due_on=date(2026, 12, 3)))
    attacked("request_stays_what_it_is", lambda: row.update(kind="erasure"))
    attacked("request_stays_in_the_register", lambda: row._raw_delete("default"))
    attacked("request_proof_is_whole", lambda: row.update(proof="document"))
    attacked("request_names_a_person", lambda: row.update(person=""))
    attacked("request_channel_known", lambda: row.update(channel="rumour"))
    attacked("request_settled_with_words", lambda: row.update(status="withdrawn", settled_on=date(2026, 11, 20)))
    late = {"settled_on": date(2026, 11, 20), "outcome": "Voici."}
    attacked("request_answered_to_the_person", lambda: row.update(status="answered", **late))
    attacked("request_refused_on_a_ground", lambda: row.update(status="refused", **late))
    attacked("request_status_known", lambda: row.update(status="lost", **late))
    row.update(status="withdrawn", **late)
    attacked("settled_request_stays", lambda: row.update(outcome="Autre chose."))
    attacked("request_begins_open", lambda: Request.objects.create(**copied(row.get())))
    attacked("request_number_form", lambda: Request.objects.create(**copied(row.get(), number="X-1", **OPENED)))
    attacked("request_kind_known", lambda: Request.objects.create(**copied(row.get(), kind="gift", **OPENED)))
    steps = apps.get_model("privacy", "RequestStep")._default_manager
    attacked("privacy_requeststep_immutable", lambda: steps.update(words="Autre."))
    attacked("privacy_requeststep_immutable", steps.all().delete)
    attacked("request_step_known", lambda: steps.create(request=row.get(), what="lost", by="x"))


OPENED = {"status": "open", "settled_on": None, "outcome": ""}


def copied(row: Request, **other: Any) -> dict[str, Any]:
    """Return a row's values for another one of the next number."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {**values, "id": None, "number": "PRV-99991", **other}


def told(user: Any) -> list[str]:
    return [each.text.fr for each in notices(user.pk)[0]][::-1]


def test_who_answers_is_told_at_ten_three_and_no_days_once_each(clock: Any) -> None:
    officer, clerk = a_user("privacy-officer"), a_user("billing")
    number = a_request(received_on=date(2026, 11, 1))  # due on 1 December
    settled = a_request(received_on=date(2026, 11, 1))
    actions.withdraw_request(settled, words="Laissez.")
    found = []
    for day in range(20, 35):
        clock.freeze("2026-11-01T09:00:00-04:00")
        clock.move(days=day - 1)
        found.append((clock.today().isoformat(), remind(), remind()))
    assert [each for each in found if each[1:] != (0, 0)] == [
        ("2026-11-21", 1, 0),
        ("2026-11-28", 1, 0),
        ("2026-12-01", 1, 0),
    ]
    assert told(officer) == [
        f"{number} (Accès) : il reste 10 jours pour répondre",
        f"{number} (Accès) : il reste 3 jours pour répondre",
        f"{number} (Accès) : à répondre aujourd’hui",
    ]
    assert told(clerk) == []


def test_a_morning_without_a_worker_is_made_up_for(clock: Any) -> None:
    officer = a_user("privacy-officer")
    number = a_request(received_on=date(2026, 10, 1))
    assert (remind(), remind()) == (1, 0)
    assert told(officer) == [f"{number} (Accès) : le délai de 30 jours est passé"]
    row = RequestReminder.objects.get()
    assert (row.request.number, row.days) == (number, 0)
    attacked("request_reminded_once", lambda: RequestReminder.objects.create(request=row.request, days=0))
    attacked("request_reminded_at_ten", lambda: RequestReminder.objects.create(request=row.request, days=7))


def test_a_serious_incident_is_closed_when_all_is_told() -> None:
    number = an_incident()
    refused("incident_untold", actions.close_incident, number)
    assess(number, serious=True)
    actions.record_measures(number, measures="Le fichier a été détruit.")
    refused("incident_untold", actions.close_incident, number)
    refused("told_before_found", actions.tell_commission, number, on=date(2026, 11, 17), words="Formulaire.")
    actions.tell_commission(number, on=date(2026, 11, 19), words="Formulaire.")
    refused("incident_untold", actions.close_incident, number)
    refused("told_before_found", actions.tell_persons, number, on=date(2026, 11, 17), how="Par lettre.")
    refused("not_yet", actions.tell_persons, number, on=date(2026, 11, 22), how="Par lettre.")
    actions.tell_persons(number, how="La police demande d’attendre.")
    actions.close_incident(number)
    refused("incident_closed", actions.record_measures, number, measures="Autre.")
    actions.reopen_incident(number, reason="La police a fini.")
    refused("incident_open", actions.reopen_incident, number, reason="Encore une fois.")
    actions.tell_persons(number, on=date(2026, 11, 20), how="Par lettre.")
    found = queries.incident(number)
    assert (found.serious, found.commission_told_on, found.persons_told_on) == (
        True,
        date(2026, 11, 19),
        date(2026, 11, 20),
    )
    assert found.kept_until == date(2031, 11, 18)
    assert [step.what for step in found.steps] == [
        *("recorded", "assessed", "measures", "commission", "persons", "closed", "reopened", "persons")
    ]


def test_days_that_contradict_each_other_are_refused() -> None:
    refused("days_out_of_order", an_incident, happened_from=date(2026, 11, 19))
    refused("days_out_of_order", an_incident, happened_until=date(2026, 11, 15))
    refused("not_yet", an_incident, found_on=date(2026, 11, 22))
    refused("days_out_of_order", actions.edit_incident, an_incident(), happened_from=date(2026, 11, 20))


def test_the_database_keeps_an_incident_five_years(clock: Any) -> None:
    row = Incident.objects.filter(number=an_incident())
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.now', '2031-11-17T12:00:00Z', true)")
        attacked("incident_is_kept_five_years", lambda: row._raw_delete("default"))
        attacked("privacy_incident_never_emptied", lambda: cursor.execute("TRUNCATE privacy_incident CASCADE"))
    attacked("incident_stays_what_it_is", lambda: row.update(number="INC-9"))
    attacked("incident_days_in_order", lambda: row.update(found_on=date(2026, 11, 1)))
    attacked("incident_touches_something", lambda: row.update(touched=[]))
    attacked("incident_touches_something", lambda: row.update(touched=["rumours"]))
    attacked("incident_assessed_by_three_factors", lambda: row.update(serious=True))
    attacked("incident_told_after_it_was_found", lambda: row.update(commission_told_on=date(2026, 11, 1)))
    attacked("incident_closed_when_all_is_told", lambda: row.update(status="closed"))
    attacked("incident_nature_known", lambda: row.update(nature="rumour"))
    attacked("incident_status_known", lambda: row.update(status="lost"))
    attacked("incident_has_words", lambda: row.update(title=""))
    steps = apps.get_model("privacy", "IncidentStep")._default_manager
    attacked("privacy_incidentstep_immutable", lambda: steps.update(words="Autre."))
    attacked("incident_step_known", lambda: steps.create(incident=row.get(), what="lost", by="x"))
    assert row.get().found_on + timedelta(days=5 * 365 + 1) == queries.incident(row.get().number).kept_until


def test_the_registers_as_lists() -> None:
    late, soon = a_request(received_on=date(2026, 10, 1)), a_request(received_on=date(2026, 10, 25), checked=True)
    far = a_request("erasure", received_on=date(2026, 11, 20))
    officer = browser(a_user("privacy-officer"))

    def listed(**asked: str) -> list[str]:
        return [row["number"] for row in officer.get("/api/v1/privacy/requests", asked).json()["items"]]

    assert listed(view="open") == [late, soon, far]
    assert (listed(view="late"), listed(soon="true"), listed(unchecked="true")) == ([late], [soon], [far, late])
    assert listed(kind="erasure") == [far]
    rows = officer.get("/api/v1/privacy/requests", {"view": "open"}).json()["items"]
    assert [row["days_left"] for row in rows] == [-21, 3, 29]
    told_all, serious = a_closable_incident(), an_incident()
    assess(serious, serious=True)

    def incidents(**asked: str) -> list[str]:
        return [row["number"] for row in officer.get("/api/v1/privacy/incidents", asked).json()["items"]]

    assert (incidents(view="untold"), incidents(risk="minor")) == ([serious], [told_all])
    assert officer.get("/api/v1/privacy/requests/PRV-0").status_code == 404
    assert officer.get("/api/v1/privacy/incidents/INC-0").status_code == 404
    assert browser(a_user("support")).get("/api/v1/privacy/requests").status_code == 403


def test_a_request_is_late_or_it_is_not(clock: Any) -> None:
    def late() -> list[bool]:
        answer = browser(a_user("privacy-officer")).get("/api/v1/privacy/requests")
        return [row["late"] for row in answer.json()["items"]]

    clock.freeze("2026-11-21T10:00:00-05:00")
    a_request(person="Ève Roy")
    assert late() == [False]
    clock.freeze("2027-01-21T10:00:00-05:00")
    assert late() == [True]
