"""The demo provider's issues: what customers called about in the last weeks, and what its people did with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

import structlog
from django.db import transaction

from gigafibre.kernel import clock
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.legacy.demo_people import at_work
from gigafibre.subscriptions.models import Subscription
from gigafibre.support import actions
from gigafibre.support.models import Issue

log = structlog.get_logger()
#: Who is where.
DEPARTMENTS = {
    "kevin": ["support"],
    "sarah": ["support"],
    "maude": ["billing"],
    "emilie": ["sales"],
    "samuel": ["dispatch"],
    "yannick": ["field"],
    "etienne": ["network"],
    "josee": ["support", "billing"],
}


@dataclass(frozen=True)
class Then:
    """What somebody did next: so many days ago at an hour (0 days: so many minutes ago), by which verb."""

    days: int
    at: int
    who: str
    verb: str
    given: dict[str, Any]


@dataclass(frozen=True)
class Story:
    """An issue as it was opened, and what came of it."""

    days: int
    at: int
    who: str
    given: dict[str, Any]
    then: tuple[Then, ...] = ()


def _said(days: int, at: int, who: str, text: str, audience: str = "internal") -> Then:
    return Then(days, at, who, "comment_issue", {"text": text, "audience": audience})


def _given(days: int, at: int, who: str, department: str, assignee: str = "") -> Then:
    more = {"assignee": assignee} if assignee else {}
    return Then(days, at, who, "assign_issue", {"department": department, **more})


def _begun(days: int, at: int, who: str) -> Then:
    return Then(days, at, who, "start_issue", {})


def _waits(days: int, at: int, who: str, awaited: str, reason: str) -> Then:
    return Then(days, at, who, "wait_for_issue", {"awaited": awaited, "reason": reason})


def _settled(days: int, at: int, who: str, resolution: str) -> Then:
    return Then(days, at, who, "resolve_issue", {"resolution": resolution})


def _closed(days: int, at: int, who: str) -> Then:
    return Then(days, at, who, "close_issue", {})


STORIES = (
    Story(
        19,
        9,
        "kevin",
        {"kind": "other", "subject": "Mot de passe du Wi-Fi oublié", "priority": "low", "department": "support"},
        (
            _begun(19, 9, "kevin"),
            _settled(19, 10, "kevin", "Relu avec lui sur l’étiquette du routeur ; il l’a noté sur le frigo."),
            _closed(12, 16, "kevin"),
        ),
    ),
    Story(
        15,
        11,
        "etienne",
        {
            "kind": "repair",
            "subject": "ONT hors ligne depuis trois heures",
            "source": "monitor",
            "priority": "high",
            "department": "network",
            "assignee": "etienne",
        },
        (
            _begun(15, 11, "etienne"),
            _said(15, 11, "etienne", "Le voisin du même port répond. Pas la fibre : le courant."),
            _settled(15, 14, "etienne", "Panne de courant dans le rang ; l’ONT est revenu seul à 13 h 40."),
            _closed(8, 9, "josee"),
        ),
    ),
    Story(
        13,
        10,
        "kevin",
        {
            "kind": "billing",
            "subject": "Ne comprend pas les frais d’installation",
            "source": "email",
            "department": "billing",
            "details": "« Le vendeur m’avait dit que c’était inclus. » Facture de septembre.",
        },
        (
            _given(13, 11, "kevin", "billing", "maude"),
            _begun(12, 9, "maude"),
            _said(
                12, 10, "maude", "La prise ajoutée au bureau n’était pas dans l’offre signée ; le reste était inclus."
            ),
            _settled(
                12, 13, "maude", "Expliqué ligne par ligne au téléphone. La prise du bureau, il l’avait demandée."
            ),
        ),
    ),
    Story(
        9,
        15,
        "sarah",
        {
            "kind": "cancellation",
            "subject": "Selling the house, wants to end the service",
            "department": "sales",
            "details": "Closing at the notary at the end of next month. Keeps the cottage line.",
        },
        (
            _given(9, 15, "sarah", "sales", "emilie"),
            _begun(8, 10, "emilie"),
            _said(8, 10, "emilie", "Rappelé : le nouveau propriétaire voudrait garder le service. À suivre avec lui."),
            _waits(8, 11, "emilie", "customer", "Nous envoie le nom de l’acheteur"),
        ),
    ),
    Story(
        8,
        14,
        "samuel",
        {
            "kind": "other",
            "subject": "Poteau penché devant la maison",
            "source": "field",
            "department": "dispatch",
            "assignee": "samuel",
            "details": "Signalé par Yannick en passant : la prise de fibre tire sur le crochet.",
        },
        (
            _begun(8, 14, "samuel"),
            _waits(7, 9, "samuel", "supplier", "Le propriétaire du poteau passe d’ici dix jours"),
        ),
    ),
    Story(
        6,
        9,
        "kevin",
        {
            "kind": "repair",
            "subject": "Coupures de dix minutes, plusieurs fois par jour",
            "priority": "high",
            "department": "support",
            "details": "Depuis lundi. Télétravail : perd ses appels. Rejoindre avant 16 h.",
        },
        (
            _begun(6, 9, "kevin"),
            _said(6, 10, "kevin", "Signal à −27 dBm au moment de l’appel ; il était à −19 en septembre."),
            _given(6, 10, "kevin", "network", "etienne"),
            _said(5, 13, "etienne", "Connecteur à refaire ou courbure dans la boîte. À voir sur place."),
            _said(5, 14, "kevin", "On vous rappelle cette semaine avec une date de visite.", "customer"),
        ),
    ),
    Story(
        5,
        10,
        "sarah",
        {
            "kind": "move",
            "subject": "Moving on the first of the month",
            "source": "counter",
            "department": "dispatch",
            "details": "New address two streets over; wants both running for one week.",
        },
        (
            _said(5, 10, "sarah", "The fibre passes there. Needs an appointment before the first."),
            _waits(4, 16, "samuel", "customer", "Confirme le jour où il reçoit les clés"),
        ),
    ),
    Story(
        4,
        18,
        "kevin",
        {"kind": "repair", "subject": "Télévision : l’image fige", "department": "support", "assignee": "kevin"},
        (
            _begun(4, 18, "kevin"),
            _settled(4, 19, "kevin", "Décodeur redémarré, image stable pendant l’appel."),
            Then(2, 9, "sarah", "reopen_issue", {"reason": "Recommence tous les soirs vers 20 h"}),
            _said(2, 9, "sarah", "It freezes on both sets: probably not the decoder."),
        ),
    ),
    Story(
        3,
        13,
        "maude",
        {
            "kind": "billing",
            "subject": "Prélevé deux fois le même mois",
            "source": "email",
            "priority": "high",
            "department": "billing",
            "assignee": "maude",
            "details": "Joint un relevé de sa caisse. Demande un remboursement.",
        },
        (
            _begun(3, 13, "maude"),
            _said(3, 14, "maude", "Les deux montants sont de deux mois : celui d’octobre a été repris en retard."),
            _said(3, 14, "maude", "Nous vérifions les deux dates avec votre caisse et vous revenons.", "customer"),
        ),
    ),
    Story(
        2,
        11,
        "emilie",
        {
            "kind": "installation",
            "subject": "Ajouter une prise au garage",
            "priority": "low",
            "department": "sales",
            "assignee": "emilie",
        },
    ),
    Story(
        2,
        15,
        "sarah",
        {"kind": "repair", "subject": "Static on the telephone line", "department": "support", "assignee": "sarah"},
        (
            _begun(2, 15, "sarah"),
            _said(1, 10, "sarah", "Only on the cordless phone. Asked to try with the wired one tonight."),
        ),
    ),
    Story(
        1,
        16,
        "kevin",
        {
            "kind": "other",
            "subject": "Veut recevoir ses factures par la poste",
            "source": "counter",
            "department": "billing",
        },
        (_given(1, 16, "kevin", "billing"),),
    ),
    Story(
        0,
        95,
        "kevin",
        {
            "kind": "repair",
            "subject": "Plus de service : le terminal de paiement ne passe plus",
            "priority": "urgent",
            "department": "support",
            "details": "Commerce ouvert, file à la caisse. Rappeler dès qu’on sait.",
        },
        (_said(0, 80, "kevin", "Routeur redémarré deux fois, lumière rouge."),),
    ),
    Story(0, 20, "sarah", {"kind": "repair", "subject": "Slow since last night", "source": "email"}),
)


def live_with_issues() -> int:
    """Put people into departments and tell the stories, in a demo that has no issue; returns how many were opened.

    What a rule refuses is left out and logged: the demo opens all the same.
    """
    if Issue.objects.exists():
        return 0
    with transaction.atomic():
        for who, departments in DEPARTMENTS.items():
            _do("amelie", "identity.set_departments", {"username": who, "departments": departments})
        deeds = sorted(_deeds(), key=lambda deed: deed[0])
        numbers: dict[int, str] = {}
        for at, place, who, verb, given in deeds:
            with clock.standing(at):
                if verb == "open_issue":
                    opened = _do(who, "support.open_issue", given)
                    if opened is not None:
                        numbers[place] = opened["issue"]
                elif place in numbers:
                    _do(who, f"support.{verb}", {"issue": numbers[place], **given})
    return len(numbers)


def reported(home: Subscription, subject: str, place: int) -> str:
    """Open the issue of a repair, as told by telephone the day before, and let it wait for the visit; its number."""
    with clock.standing(_when(1, 9 + place % 8)), acting_as(at_work(("kevin", "sarah")[place % 2])):
        made = actions.open_issue(
            home.customer.number,
            location=home.location.number,
            kind="repair",
            subject=subject,
            department="dispatch",
        )
        actions.wait_for_issue(made.issue, awaited="field", reason="Un technicien passe")
    return made.issue


def installed(home: Subscription, contract: str) -> str:
    """Open the issue of a contract's installation; its number."""
    with acting_as(at_work("emilie")):
        made = actions.open_issue(
            home.customer.number,
            location=home.location.number,
            kind="installation",
            subject="Installation de la fibre",
            department="dispatch",
            contract=contract,
        )
    return made.issue


def _deeds() -> Iterator[tuple[datetime, int, str, str, dict[str, Any]]]:
    """Give every deed of every story with its instant, for one customer each."""
    for place, (story, home) in enumerate(zip(STORIES, _homes(), strict=False)):
        where = {"customer": home.customer.number, "location": home.location.number}
        yield _when(story.days, story.at), place, story.who, "open_issue", {**where, **story.given}
        for step, then in enumerate(story.then, start=1):
            yield _when(then.days, then.at, step), place, then.who, then.verb, then.given


def _when(days: int, at: int, step: int = 0) -> datetime:
    """Return an instant of the past: an hour of a day, or so many minutes ago; a few minutes on for each step."""
    if days == 0:
        return clock.now() - timedelta(minutes=at)
    day = clock.today() - timedelta(days=days)
    return datetime.combine(day, time(at, 7 + 6 * step), tzinfo=clock.zone())


def _homes() -> list[Subscription]:
    """Return services at home of customers in good standing, one a customer, that the field doesn't visit."""
    found = Subscription.objects.filter(state="active", customer__status="active", location__isnull=False)
    first = found.order_by("customer_id", "id").distinct("customer_id").select_related("customer", "location")
    return list(first[60 : 60 + len(STORIES)])


def _do(who: str, verb: str, given: dict[str, Any]) -> Any:
    try:
        return perform(verb, given, actor=at_work(who)).result
    except Refusal as refusal:
        log.warning("demo.deed_refused", action=verb, refused=refusal.code)
        return None
