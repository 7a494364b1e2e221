"""Two schemas of one name would become one in the OpenAPI description, and the typed client would lie."""

from collections import Counter

from ninja import Schema

from gigafibre.config import api  # noqa: F401  loads every router


def _below(cls: type[Schema]) -> set[type[Schema]]:
    return {cls} | {found for sub in cls.__subclasses__() for found in _below(sub)}


def test_every_schema_has_a_name_of_its_own() -> None:
    ours = {
        cls for cls in _below(Schema) if cls.__module__.startswith("gigafibre.") and ".tests." not in cls.__module__
    }
    counted = Counter(cls.__name__ for cls in ours)
    assert [name for name, times in counted.items() if times > 1] == []
