"""The import's verbs for people."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer

from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.encrypted import seal
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue
from gigafibre.legacy.errors import ImportRunning
from gigafibre.legacy.importing.choice import Choice
from gigafibre.legacy.importing.run import at_work, take_up
from gigafibre.legacy.source import SourceError
from gigafibre.legacy.source.address import is_address, parse_address
from gigafibre.legacy.tasks import import_source


def masked(source: str) -> str:
    """Return an address without its password, a folder as it is; SourceError when it can't be told apart from one."""
    return parse_address(source).name if is_address(source) else source


def _readable(source: str) -> str:
    try:
        masked(source)
    except SourceError:
        raise BadValue(
            Text(
                "Écrivez un dossier, ou mysql://utilisateur:mot-de-passe@serveur:port/base ; les caractères spéciaux "
                "du mot de passe en % et deux chiffres, comme %2F pour une barre oblique.",
                "Write a folder, or mysql://user:password@host:port/database; special characters of the password as % "
                "and two digits, such as %2F for a slash.",
            )
        ) from None
    return source


#: The trail and the prints of repeated requests know an address without its password.
Source = Annotated[
    str,
    Field(min_length=1, max_length=300),
    AfterValidator(_readable),
    PlainSerializer(masked, return_type=str),
]
Area = Annotated[str, Field(min_length=1, max_length=40)]


@action(
    permission="legacy.import",
    label=Text("Importer l’ancien système", "Import the legacy system"),
    fields={
        "source": Text("Dossier ou adresse mysql://", "Folder or mysql:// address"),
        "dry_run": Text("Essai : tout faire, ne rien garder", "Trial: do it all, keep nothing"),
        "only": Text("Seulement ces domaines (aucun : tout)", "Only these areas (none: everything)"),
        "since": Text("Grandes tables lues depuis", "Large tables read since"),
        "journal": Text("Rejouer aussi les écritures du journal", "Replay the journal’s entries too"),
    },
)
def start_import(
    source: Source,
    *,
    dry_run: bool = False,
    only: list[Area] | None = None,
    since: date | None = None,
    journal: bool = False,
) -> int:
    """Start an import in the background (or take up the unfinished one of the same choice); returns the run's number.

    `only` names areas or phases, which bring what they need; `since` reads of invoices and payments, whose tables are
    the largest, what can have changed since that day. `journal` replays the entries of the old journal up to the cut,
    once; without it they make the opening balances.
    """
    choice = Choice.of(only or (), since, journal=journal)
    busy = at_work()
    if not rule("legacy.one_import", "kernel", Text("Une importation à la fois", "One import at a time"), busy is None):
        raise ImportRunning(run=busy)
    run = take_up(masked(source), current_actor().label, dry_run=dry_run, choice=choice)
    import_source.defer(run=run.pk, source=seal(source))
    return int(run.pk)
