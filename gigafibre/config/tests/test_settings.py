"""Every variable that is read is declared once, and its page says what the code does."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from gigafibre.config import variables

ROOT = Path(__file__).resolve().parents[3]
#: What is read of others' environment: the system's, libpq's, pip's.
NOT_OURS = {"PATH", "CI", "LC_ALL", "LANG", "DJANGO_SETTINGS_MODULE"}
_READ = re.compile(
    r"""(?:environ(?:\.get|\.pop|\.setdefault)?[\[(]|getenv\(|\b(?:text|number|boolean|listed|networks|one_of)\()"""
    r"""\s*["']([A-Z][A-Z0-9_]+)["']"""
)


def test_whatever_is_read_is_declared_and_whatever_is_declared_is_read() -> None:
    sources = [path for path in (ROOT / "gigafibre").rglob("*.py") if "tests" not in path.parts]
    read = {name for path in [*sources, ROOT / "conftest.py"] for name in _READ.findall(path.read_text("utf-8"))}
    assert read - NOT_OURS == set(variables.VARIABLES)


def test_the_page_has_not_drifted() -> None:
    call_command("settings", check=True)


def test_the_page_names_each_variable_once_and_marks_the_secrets() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", variables.page(), re.MULTILINE)
    assert [name for name, _ in rows] == list(variables.VARIABLES)
    told = {name for name, kind in rows if kind.strip().endswith(", secret")}
    assert {"DATABASE_URL", "GIGAFIBRE_SECRET_KEY", "GIGAFIBRE_FIELD_KEYS", "GIGAFIBRE_SMS_URL"} <= told
    guessed = {name for name in variables.VARIABLES if re.search(r"KEY|TOKEN|SECRET|_URL$", name)}
    assert guessed - told == {"GIGAFIBRE_DOCUSEAL_URL", "GIGAFIBRE_MAP_STYLE_URL"}


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("PORT", "web", "PORT='web': write a whole number of at least 1."),
        ("GIGAFIBRE_POOL", "0", "GIGAFIBRE_POOL='0': write a whole number of at least 1."),
    ],
)
def test_a_number_that_is_none_is_refused_in_words(
    name: str, given: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured, match=re.escape(said)):
        variables.number(name, least=1)


def test_an_unknown_word_is_refused_with_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGAFIBRE_LOG", "xml")
    with pytest.raises(ImproperlyConfigured, match="write console or json"):
        variables.one_of("GIGAFIBRE_LOG", "console", "json")
    monkeypatch.setenv("GIGAFIBRE_HTTPS", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="GIGAFIBRE_HTTPS='perhaps': write 1 or 0"):
        variables.boolean("GIGAFIBRE_HTTPS")
    monkeypatch.setenv("GIGAFIBRE_HTTPS", "")
    assert variables.boolean("GIGAFIBRE_HTTPS") is False
