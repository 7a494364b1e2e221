"""Words for people, always in both languages: a pair can't be half translated."""

from __future__ import annotations

from contextvars import ContextVar
from decimal import Decimal
from typing import Any, NamedTuple

from gigafibre.kernel.values import written

LANGUAGES = ("fr", "en")
_language: ContextVar[str] = ContextVar("language", default="fr")


class Text(NamedTuple):
    """One sentence in French and in English; `{name}` places are filled by `with_`."""

    fr: str
    en: str

    def in_(self, language: str | None = None) -> str:
        """Return the sentence in a language (`fr` or `en`), by default the one of the current request."""
        return self.en if (language or _language.get()).startswith("en") else self.fr

    def with_(self, **values: Any) -> Text:
        """Fill the places; a Text, a day or a decimal number (grouped, no place lost) is written in each language."""
        return Text(
            self.fr.format(**{k: v.fr if isinstance(v, Text) else written(v, "fr") for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else written(v, "en") for k, v in values.items()}),
        )


def counted(n: int, one: Text, many: Text) -> Text:
    """Return the words for some of something, `{n}` filled: French says one of nothing, English says many."""
    chosen = Text(one.fr if abs(n) < 2 else many.fr, one.en if abs(n) == 1 else many.en)
    return chosen.with_(n=Decimal(n))


def current_language() -> str:
    """Return `fr` or `en`: the language of the person being served."""
    return _language.get()


def speak(language: str) -> None:
    """Set the language of the person being served; unknown ones mean French."""
    _language.set("en" if language.lower().startswith("en") else "fr")
