"""The letter that answers a request: it attests what was corrected, or refuses and says the recourse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gigafibre.kernel.documents.engine import Printable
from gigafibre.kernel.documents.laying import facts, letter
from gigafibre.kernel.documents.letter import Provider
from gigafibre.kernel.documents.wording import Language, long_day, short_day, typeset
from gigafibre.kernel.text import Text
from gigafibre.privacy.queries import Officer
from gigafibre.privacy.words import GROUNDS, KINDS

#: Days in which a disagreement is submitted to the Commission (section 43).
RECOURSE = timedelta(days=30)
#: Rows and words that plainly fit the first page.
ONE_PAGE_ROWS, ONE_PAGE_WORDS = 5, 500

_ACT = Text(
    "Loi sur la protection des renseignements personnels dans le secteur privé (RLRQ, c. P-39.1)",
    "Act respecting the protection of personal information in the private sector (CQLR, c. P-39.1)",
)
_RECTIFIED = Text("Attestation de rectification", "Attestation of rectification")
_REFUSED = Text("Refus de votre demande", "Refusal of your request")
_ANSWERED = Text("Réponse à votre demande", "Answer to your request")
_OPENINGS = {
    "rectified": Text(
        "Nous avons donné suite à la demande de rectification reçue de vous le *{day}*. Voici ce qui a été corrigé "
        "dans votre dossier.",
        "We have acted on the request of rectification that we received from you on *{day}*. Here is what was "
        "corrected in your file.",
    ),
    "refused": Text(
        "Nous ne pouvons pas donner suite à la demande reçue de vous le *{day}* ({kind}).",
        "We cannot act on the request that we received from you on *{day}* ({kind}).",
    ),
    "answered": Text(
        "Voici notre réponse à la demande reçue de vous le *{day}* ({kind}).",
        "Here is our answer to the request that we received from you on *{day}* ({kind}).",
    ),
}
_GROUND = Text("*Motif :* {ground}", "*Ground:* {ground}")
_COPY = Text(
    "Cette lettre vous est remise sans frais. Elle est la copie de chaque renseignement modifié ou ajouté, et "
    "l’attestation de chaque renseignement retiré (article 35 de la {act}).",
    "This letter is given to you without charge. It is the copy of each piece of information changed or added, and "
    "the attestation of each one withdrawn (section 35 of the {act}).",
)
_RECOURSE = (
    Text(
        "Si vous n’êtes pas d’accord, vous pouvez demander par écrit à la Commission d’accès à l’information "
        "d’examiner cette mésentente, au plus tard le *{until}*, soit dans les 30 jours de ce refus (articles 42 et 43 "
        "de la {act}).",
        "If you disagree, you may ask the Commission d’accès à l’information in writing to examine the disagreement, "
        "by *{until}*, which is within 30 days of this refusal (sections 42 and 43 of the {act}).",
    ),
    Text(
        "Commission d’accès à l’information du Québec : cai.gouv.qc.ca, 1 888 528-7741.",
        "Commission d’accès à l’information du Québec: cai.gouv.qc.ca, 1 888 528-7741.",
    ),
    Text(
        "Nous conservons les renseignements visés le temps que vous exerciez ce recours, et nous vous aidons à "
        "comprendre ce refus si vous nous le demandez.",
        "We keep the information concerned for as long as you may use this recourse, and we help you understand this "
        "refusal if you ask us.",
    ),
)
_HEAD = (Text("Renseignement", "Information"), Text("Avant", "Before"), Text("Après", "After"), Text("Le", "On"))
_WORDS = {
    "contact": Text("Nous joindre", "Contact us"),
    "copy": Text("Votre copie", "Your copy"),
    "recourse": Text("Votre recours", "Your recourse"),
}
_NOTHING = Text("(rien)", "(nothing)")


@dataclass(frozen=True, kw_only=True)
class CorrectedField:
    """One field of one record, before and after, in words; empty where there was or is nothing."""

    what: str
    field: str
    before: str
    after: str
    on: date


@dataclass(frozen=True, kw_only=True)
class AnswerDocument:
    """Everything the letter prints, in its reader's language; `ground` is empty unless it refuses."""

    provider: Provider
    language: Language
    person: tuple[str, ...]
    account_number: str
    number: str
    kind: str
    dated: date
    received_on: date
    ground: str
    said: str
    corrected: tuple[CorrectedField, ...]
    officer: Officer

    @property
    def manner(self) -> str:
        """How it answers: rectified, refused, answered."""
        if self.ground:
            return "refused"
        return "rectified" if self.corrected else "answered"


def answer_printable(answer: AnswerDocument) -> Printable:
    """Lay out one letter for the engine."""
    language, manner = answer.language, answer.manner

    def say(text: Text, **values: object) -> str:
        return typeset(text.with_(**values).in_(language), language)

    act = _ACT.in_(language)
    kind = KINDS[answer.kind].in_(language).lower()
    title = {"rectified": _RECTIFIED, "refused": _REFUSED}.get(manner, _ANSWERED)
    until = long_day(answer.dated + RECOURSE, language)
    account = [(Text("No de compte", "Account no.").in_(language), answer.account_number)]
    return Printable(
        template="/privacy/documents/answer.typ",
        number=answer.number,
        title=f"{say(title)} {answer.number}",
        author=answer.provider.legal_name,
        language=language,
        dated=answer.dated,
        one_page=len(answer.corrected) <= ONE_PAGE_ROWS and len(answer.said) < ONE_PAGE_WORDS,
        content={
            **letter(answer.provider, answer.person, language),
            "facts": facts(
                [
                    *(account if answer.account_number else []),
                    ("Date", short_day(answer.dated, language)),
                    (Text("Demande", "Request").in_(language), answer.number),
                ]
            ),
            "heading": say(title),
            "opening": say(_OPENINGS[manner], day=long_day(answer.received_on, language), kind=kind),
            "ground": say(_GROUND, ground=GROUNDS[answer.ground].in_(language)) if answer.ground else "",
            "said": typeset(answer.said, language),
            "head": [say(word) for word in _HEAD],
            "rows": [
                {
                    "what": typeset(one.what, language),
                    "field": typeset(one.field, language),
                    "before": typeset(one.before, language) or say(_NOTHING),
                    "after": typeset(one.after, language) or say(_NOTHING),
                    "on": short_day(one.on, language),
                }
                for one in answer.corrected
            ],
            "copy": say(_COPY, act=act) if manner == "rectified" else "",
            "recourse": [say(each, until=until, act=act) for each in _RECOURSE] if manner == "refused" else [],
            "signed": [line for line in (answer.officer.name, answer.officer.title, answer.officer.email) if line],
            "words": {key: say(word) for key, word in _WORDS.items()},
        },
    )
