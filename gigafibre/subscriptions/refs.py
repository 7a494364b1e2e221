"""How actions name what is subscriptions' besides subscriptions themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

DepartureRef = Annotated[str, Field(pattern=r"^DEP-\d+$", max_length=40, json_schema_extra={"format": "ref:departure"})]
