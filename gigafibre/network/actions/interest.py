"""The interest list: who wants service where there is none yet, with consent, and until it comes or he says no."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from gigafibre.crm.refs import Email, Language
from gigafibre.kernel import clock
from gigafibre.kernel.refs import Line, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.network.errors import ConsentNeeded, DropInOtherState, NoSuchDrop, NoSuchInterest
from gigafibre.network.models import Drop, Interest
from gigafibre.network.refs import DropRef
from gigafibre.network.states import DROP_STATES

#: What one agrees to by leaving an email (CASL: purpose, who writes, that it can be taken back).
CONSENT = Text(
    "J’accepte de recevoir un courriel quand le service sera offert à cette adresse. Je peux me retirer en tout temps.",
    "I agree to get an email when service is offered at this address. I may withdraw at any time.",
)


def _there(raw: str) -> str:
    if not raw:
        raise BadValue(Text("Écrivez votre courriel.", "Write your email."))
    return raw


@action(
    permission="network.interest",
    label=Text("Inscrire à la liste d’intérêt", "Add to the interest list"),
    undo="network.withdraw_interest",
    fields={
        "address": Text("Adresse", "Address"),
        "email": Text("Courriel", "Email"),
        "consent": Text("Consentement", "Consent"),
        "language": Text("Langue", "Language"),
        "drop": Text("Prise prévue", "Planned drop"),
    },
)
def register_interest(
    address: Annotated[Line, Field(min_length=5)],
    *,
    email: Annotated[Email, AfterValidator(_there)],
    consent: bool,
    language: Language = "fr",
    drop: DropRef | None = None,
) -> None:
    """Keep an email for the day service comes to an address; asked twice, it is kept once, and nobody is told."""
    if not consent:
        raise ConsentNeeded
    planned = None
    if drop is not None:
        planned = Drop.objects.filter(number=drop).first()
        if planned is None:
            raise NoSuchDrop(drop=drop)
        if planned.state != Drop.State.PLANNED:
            raise DropInOtherState(drop=drop, state=DROP_STATES[planned.state], wanted=DROP_STATES["planned"])
    # The constraint decides who was first when two come at once; the second finds his wish fulfilled.
    Interest.objects.bulk_create(
        [Interest(address=address, email=email, language=language, drop=planned, consent_words=CONSENT.in_(language))],
        ignore_conflicts=True,
    )


@action(
    permission="network.edit",
    label=Text("Retirer de la liste d’intérêt", "Remove from the interest list"),
    harmful=True,
    fields={"interest": Text("Demande", "Request"), "reason": Text("Raison", "Reason")},
)
def withdraw_interest(interest: Annotated[int, Field(ge=1)], *, reason: Reason) -> None:
    """Take somebody off the list: the email is erased, the address stays as a sign that somebody wanted service."""
    found = Interest.objects.select_for_update().filter(pk=interest).exclude(state="withdrawn").first()
    if found is None:
        raise NoSuchInterest
    found.state, found.email, found.settled_at = Interest.State.WITHDRAWN, "", clock.now()
    found.save(update_fields=["state", "email", "settled_at"])


@action(
    permission="network.edit",
    label=Text("Noter que les intéressés sont avisés", "Note that the interested were told"),
    fields={"drop": Text("Prise", "Drop")},
)
def mark_interested_told(drop: DropRef) -> int:
    """Say that who waited for a drop was told that it can be served; returns how many."""
    if not Drop.objects.filter(number=drop).exists():
        raise NoSuchDrop(drop=drop)
    waiting = Interest.objects.filter(drop__number=drop, state="waiting")
    return waiting.update(state=Interest.State.TOLD, settled_at=clock.now())
