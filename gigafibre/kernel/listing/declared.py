"""What a list is made of: columns, filters, views, said once, typed, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.db.models import QuerySet
from django.urls import get_resolver
from ninja import Schema
from pydantic import ConfigDict, Field, TypeAdapter, create_model

from gigafibre.kernel.folding import fold
from gigafibre.kernel.text import Text

Kind = Literal["text", "id", "choice", "money", "price", "number", "day", "instant", "flag", "words", "data"]

#: How a kind crosses HTTP.
SHAPES: dict[str, Any] = {
    "text": str,
    "id": str,
    "choice": str,
    "money": str,
    "price": str,
    "number": int,
    "day": str,
    "instant": str,
    "flag": bool,
    "words": list[str],
    "data": Any,
}
_FORMATS = {"money": "money", "price": "price", "day": "date", "instant": "date-time"}
_GIVEN: dict[str, TypeAdapter[Any]] = {
    "money": TypeAdapter(Decimal),
    "number": TypeAdapter(int),
    "day": TypeAdapter(date),
    "flag": TypeAdapter(bool),
}


#: Years that a list may be asked for: a month of any of them is a day of the calendar.
YEARS = (1900, 2200)


@dataclass(frozen=True)
class Column:
    """One column: `sort` is True, or the source's column it is sorted by; `nullable` ones sort last when empty.

    `total` adds it up over the whole filter; `off` hides it until asked for; `options` are the words of a choice, or of
    a text that is one of them most of the time (what has no words is shown as it is).
    `sparse` says that few rows have the value it is sorted by (empty ones last) and names the source's column that
    is null where it is: the database then starts from those few.
    """

    name: str
    label: Text
    kind: Kind = "text"
    sort: bool | str = False
    nullable: bool = False
    total: bool = False
    off: bool = False
    options: Mapping[str, Text] = field(default_factory=dict)
    sparse: str = ""

    @property
    def has_gaps(self) -> bool:
        """Whether some rows have nothing to be sorted by."""
        return self.nullable or bool(self.sparse)

    @property
    def sorted_by(self) -> str:
        """The source's column behind its order."""
        return self.sort if isinstance(self.sort, str) else self.name


@dataclass(frozen=True)
class Filter:
    """One way to narrow a list by a query parameter of its name.

    `where` is a condition on the source `r` with the value as `%(value)s`; without it: equality for a choice (several
    by commas), a number or a day, the beginning of a text without case and accents, yes or no for a flag. With `gives`
    it narrows nothing: its value is that parameter of the source (the day an account is looked at). `implies` gives,
    for some of its values (`true` and `false` for a flag), a condition that then holds anyway and that an index knows.
    A number stands `within` two others, both included, where the database could not reckon with any. What one types
    is `read_as` something else where the source keeps it otherwise (a record by its key, not by its number).
    """

    name: str
    label: Text
    kind: Literal["choice", "text", "flag", "money", "number", "day"] = "choice"
    options: Mapping[str, Text] = field(default_factory=dict)
    where: str = ""
    column: str = ""
    gives: str = ""
    within: tuple[int, int] | None = None
    implies: Mapping[str, str] = field(default_factory=dict)
    read_as: Callable[[str], str] = str

    def implied(self, value: Any) -> str:
        """Return a condition that holds for whatever this value lets through, or nothing."""
        known = [self.implies.get(one, "") for one in (value if isinstance(value, list) else [str(value).lower()])]
        return f"({' OR '.join(dict.fromkeys(known))})" if all(known) else ""

    def condition(self) -> str:
        """Return its condition, the value under this filter's own parameter name."""
        column = f'r."{self.column or self.name}"'
        made = self.where or {
            "choice": f"{column} = ANY(%(value)s)",
            "text": f"fold({column}) LIKE fold(%(value)s) || '%%'",
        }.get(self.kind, f"{column} = %(value)s")
        return made.replace("%(value)s", f"%(filter_{self.name})s")

    def read(self, raw: str) -> Any:
        """Return the value of a parameter; raises ValueError when it is none of this filter's."""
        if self.kind == "choice":
            values = [value for value in raw.split(",") if value]
            if not values or (self.options and set(values) - set(self.options)):
                raise ValueError(raw)
            return values
        if self.kind == "text":
            return self.read_as(raw[:200])
        value = _GIVEN[self.kind].validate_python(raw)
        if self.within and not self.within[0] <= value <= self.within[1]:
            raise ValueError(raw)
        return value


def between(
    name: str, label: Text, *, kind: Literal["money", "number", "day"] = "money", column: str = ""
) -> tuple[Filter, Filter]:
    """Make two filters, from and to (both included): `date_from` and `date_to`, `overdue_min` and `overdue_max`."""
    low, high = ("from", "to") if kind == "day" else ("min", "max")
    source = f'r."{column or name}"'
    start = Text("{label}, du", "{label}, from") if kind == "day" else Text("{label}, au moins", "{label}, at least")
    end = Text("{label}, au", "{label}, until") if kind == "day" else Text("{label}, au plus", "{label}, at most")
    return (
        Filter(f"{name}_{low}", start.with_(label=label), kind=kind, where=f"{source} >= %(value)s"),
        Filter(f"{name}_{high}", end.with_(label=label), kind=kind, where=f"{source} <= %(value)s"),
    )


@dataclass(frozen=True)
class View:
    """A view that ships: filters (as in the address) under a name, and the order it opens in."""

    name: str
    label: Text
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""


@dataclass(frozen=True)
class Verb:
    """An action that can be done to many rows at once: `field` of its input takes what `column` of the source says.

    With a `prefix` it takes that before it (`customer:` for a verb on any record).
    """

    action: str
    field: str
    column: str = "number"
    prefix: str = ""


#: Up to so many rows a list is counted and added up exactly; beyond, it is "more than" that, without totals.
COUNTED = 10_000
Source = str | Callable[[], "QuerySet[Any, Any]"]
_listings: dict[str, Listing] = {}


@dataclass(frozen=True)
class Listing:
    """One list; see the package. `values` gives parameters of the source, read at each request: today, who asks.

    `search` is the source's column that words are looked for in, `reading` how typed words are brought to its form;
    `finding` is another condition for a word, where an index helps: `%(word)s` is `%word%`, `%(start)s` is `word%`;
    what begins with it lies from `%(plain)s` up to `%(beyond)s` (an index answers that alone, without a look at rows).
    With `sifting`, only the longest word is found so; by it, the others sift what that one found.
    Up to `counted` rows are counted and added up exactly. A `long` list has hundreds of thousands: which rows are on a
    page, and how many there are, is found before anything that is only shown or added up is read.
    `takes` names columns of the source that are another app's, by the right that it takes to see, filter and sort by
    them (`{"billing.read": ("balance",)}`); see `rights.py`. The ids of a `worded` list's source are text, not numbers.
    `verbs` can be done to all rows that are ticked, or to a whole filter. What only code can say of rows is added by
    `telling(rows, language)`: columns that no filter and no order asks for, in the rows of a page or of a file.
    """

    name: str
    label: Text
    permission: str
    source: Source
    columns: Sequence[Column]
    default_sort: str
    filters: Sequence[Filter] = ()
    views: Sequence[View] = ()
    search: str = ""
    reading: Callable[[str], str] = fold
    finding: str = ""
    sifting: str = ""
    counted: int = COUNTED
    long: bool = False
    details: str = ""
    values: Callable[[], Mapping[str, Any]] = dict
    takes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    worded: bool = False
    verbs: Sequence[Verb] = ()
    telling: Callable[[list[dict[str, Any]], str], None] | None = None

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names) or len({f.name for f in self.filters}) != len(self.filters):
            raise ValueError(f"list {self.name}: a name is given twice")
        if clash := {f.name for f in self.filters} & WORDS:
            raise ValueError(f"list {self.name}: {clash} mean something else in an address")
        first, _ = self.column_sorted(self.default_sort)
        apart = {name for columns in self.takes.values() for name in columns}
        if {first.name, first.sorted_by} & apart:
            raise ValueError(f"list {self.name}: not everybody may see what it is sorted by")
        known = {f.name: f for f in self.filters}
        for view in self.views:
            for name, raw in view.filters.items():
                known[name].read(raw)
        _listings[self.name] = self

    def column_sorted(self, sort: str) -> tuple[Column, bool]:
        """Return the column behind `name` or `-name`, and whether it goes down; raises LookupError."""
        name = sort.removeprefix("-")
        for column in self.columns:
            if column.name == name and column.sort:
                return column, sort.startswith("-")
        raise LookupError(sort)

    def view(self, name: str) -> View:
        """Return a view by name; raises LookupError."""
        for view in self.views:
            if view.name == name:
                return view
        raise LookupError(name)

    def verb(self, action: str) -> Verb:
        """Return what can be done to many rows by an action's name; raises LookupError."""
        for verb in self.verbs:
            if verb.action == action:
                return verb
        raise LookupError(action)

    def schema(self) -> type[Schema]:
        """Return the shape of a page of this list, for the API's description."""
        title = "".join(part.capitalize() for part in self.name.split("_"))
        fields: dict[str, Any] = {}
        apart = {name for columns in self.takes.values() for name in columns}
        for column in self.columns:
            shape = SHAPES[column.kind]
            given: Any = shape | None if column.nullable and shape is not Any else shape
            # A column of another right is absent for who doesn't hold it.
            fields[column.name] = (given, Field(default_factory=lambda: None)) if column.name in apart else (given, ...)
        row = create_model(f"{title}Row", __base__=_Row, __doc__=f"One row of {self.label.en.lower()}.", **fields)
        return create_model(
            f"{title}Page",
            __base__=Schema,
            __doc__=f"A page of {self.label.en.lower()}, each row's key; count and totals come with the first page.",
            items=(list[row], ...),
            keys=(list[str], ...),
            next_cursor=(str | None, None),
            count=(int | None, None),
            count_exact=(bool, True),
            totals=(dict[str, str] | None, None),
        )

    def parameters(self, *, export: bool = False) -> list[dict[str, Any]]:
        """Return what its address takes, for the API's description."""
        sorts = [name for c in self.columns if c.sort for name in (c.name, f"-{c.name}")]
        taken: list[dict[str, Any]] = [_parameter("sort", {"type": "string", "enum": sorts})]
        if self.search:
            taken.append(_parameter("q", {"type": "string", "maxLength": 200}))
        if self.views:
            taken.append(_parameter("view", {"type": "string", "enum": [view.name for view in self.views]}))
        for f in self.filters:
            shape: dict[str, Any] = {"type": {"flag": "boolean", "number": "integer"}.get(f.kind, "string")}
            if f.kind in _FORMATS:
                shape["format"] = _FORMATS[f.kind]
            if f.within:
                shape["minimum"], shape["maximum"] = f.within
            taken.append(_parameter(f.name, shape, f.label.en))
        taken.append(_parameter("only", {"type": "string"}, f"keys of at most {NAMED} rows, separated by commas"))
        if export:
            taken.append(_parameter("format", {"type": "string", "enum": ["csv", "xlsx"]}))
            taken.append(_parameter("columns", {"type": "string"}, "names separated by commas"))
        else:
            taken.append(_parameter("cursor", {"type": "string"}))
            taken.append(_parameter("limit", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}))
        return taken


#: Words of an address that are no filters.
WORDS = frozenset({"q", "sort", "cursor", "limit", "view", "columns", "format", "only"})
#: How many rows an address may name.
NAMED = 500


def all_listings() -> dict[str, Listing]:
    """Return every declared list by name."""
    # They are declared beside the routes that serve them; a worker or a command has not read those yet.
    _ = get_resolver().url_patterns
    return dict(_listings)


def _parameter(name: str, schema: dict[str, Any], about: str = "") -> dict[str, Any]:
    made = {"in": "query", "name": name, "required": False, "schema": schema}
    return made | {"description": about} if about else made


class _Row(Schema):
    model_config = ConfigDict(extra="forbid")
