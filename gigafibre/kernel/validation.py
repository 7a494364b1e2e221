"""Pydantic's complaints as refusal details, in words a person can act on, fr and en."""

from __future__ import annotations

from pydantic import ValidationError

from gigafibre.kernel.errors import Detail
from gigafibre.kernel.text import Text

_WORDS: dict[str, Text] = {
    "missing": Text("Ce champ est requis.", "This field is required."),
    "extra_forbidden": Text("Ce champ n’existe pas ici.", "There is no such field here."),
    "string_type": Text("Écrivez du texte.", "Write text."),
    "string_too_short": Text("Au moins {min_length} caractères.", "At least {min_length} characters."),
    "string_too_long": Text("Au plus {max_length} caractères.", "At most {max_length} characters."),
    "string_pattern_mismatch": Text("La forme attendue est {pattern}.", "The expected form is {pattern}."),
    "int_parsing": Text("Écrivez un nombre entier.", "Write a whole number."),
    "int_type": Text("Écrivez un nombre entier.", "Write a whole number."),
    "decimal_parsing": Text("Écrivez un montant, comme 149.92.", "Write an amount, such as 149.92."),
    "decimal_type": Text("Écrivez un montant en texte, comme 149.92.", "Write the amount as text, such as 149.92."),
    "decimal_max_places": Text("Au plus {decimal_places} décimales.", "At most {decimal_places} decimals."),
    "date_from_datetime_parsing": Text("Écrivez une date AAAA-MM-JJ.", "Write a date YYYY-MM-DD."),
    "date_parsing": Text("Écrivez une date AAAA-MM-JJ.", "Write a date YYYY-MM-DD."),
    "datetime_parsing": Text("Écrivez une date et une heure.", "Write a day and a time."),
    "datetime_type": Text("Écrivez une date et une heure.", "Write a day and a time."),
    "datetime_from_date_parsing": Text("Écrivez une date et une heure.", "Write a day and a time."),
    "timezone_aware": Text("Dites l’heure et son fuseau, comme -05:00.", "Say the time and its zone, as in -05:00."),
    "date_type": Text("Écrivez une date AAAA-MM-JJ.", "Write a date YYYY-MM-DD."),
    "greater_than": Text("Doit dépasser {gt}.", "Must be more than {gt}."),
    "greater_than_equal": Text("Au moins {ge}.", "At least {ge}."),
    "less_than": Text("Doit être sous {lt}.", "Must be less than {lt}."),
    "less_than_equal": Text("Au plus {le}.", "At most {le}."),
    "enum": Text("Choisissez parmi : {expected}.", "Choose one of: {expected}."),
    "literal_error": Text("Choisissez parmi : {expected}.", "Choose one of: {expected}."),
    "bool_parsing": Text("Répondez vrai ou faux.", "Answer true or false."),
    "uuid_parsing": Text("Identifiant invalide.", "Invalid identifier."),
    "too_short": Text("Au moins {min_length} éléments.", "At least {min_length} items."),
    "too_long": Text("Au plus {max_length} éléments.", "At most {max_length} items."),
}
_OTHERWISE = Text("Valeur invalide.", "Invalid value.")


def details_of(error: ValidationError) -> list[Detail]:
    """Return one detail per complaint, with its dotted path and a stable code."""
    details = []
    for item in error.errors(include_url=False, include_input=False):
        text = _WORDS.get(item["type"], _OTHERWISE)
        context = {key: str(value) for key, value in item.get("ctx", {}).items()}
        try:
            text = text.with_(**context)
        except KeyError:
            text = _OTHERWISE
        suggestion = ""
        if item["type"] == "value_error":
            ours = item.get("ctx", {}).get("error")
            text, suggestion = getattr(ours, "text", _OTHERWISE), getattr(ours, "suggestion", "")
        details.append(Detail(".".join(str(part) for part in item["loc"]), item["type"], text, suggestion))
    return details


class BadValue(ValueError):
    """Raised by a validator of ours: carries its own words, and the value that was probably meant."""

    def __init__(self, text: Text, *, suggestion: str = "") -> None:
        self.text = text
        self.suggestion = suggestion
        super().__init__(text.en)
