"""A secret that is answered once and never kept: the run of its action remembers dots."""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainSerializer, SerializationInfo

#: The context in which results and inputs are written down to be kept.
KEPT = {"kept": True}


def _write(value: str, info: SerializationInfo) -> str:
    return "••••" if info.context == KEPT else value


#: A result an action answers in clear to whoever performed it, and to nobody afterwards.
ShownOnce = Annotated[str, PlainSerializer(_write, return_type=str)]
