"""How actions name records: by the human number, checked for form here and looked up by the app that owns them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from gigafibre.kernel.card_numbers import NoCardNumber


def _ref(kind: str, pattern: str) -> object:
    return Field(pattern=pattern, json_schema_extra={"format": f"ref:{kind}"}, max_length=40)


CustomerRef = Annotated[str, _ref("customer", r"^C-\d+$")]
LocationRef = Annotated[str, _ref("location", r"^LOC-\d+$")]
SubscriptionRef = Annotated[str, _ref("subscription", r"^SUB-\d+$")]
InvoiceRef = Annotated[str, _ref("invoice", r"^[A-Z0-9-]+$")]
PaymentRef = Annotated[str, _ref("payment", r"^[A-Z0-9-]+$")]
ItemRef = Annotated[str, _ref("item", r"^\S{1,40}$")]
#: A file hung on the customer that the same input names: uploaded there first, by its key.
FileOfCustomer = Annotated[UUID, Field(json_schema_extra={"format": "file", "on": "customer"})]
LongText = Annotated[str, NoCardNumber, Field(max_length=20_000, json_schema_extra={"format": "long"})]
Reason = Annotated[str, NoCardNumber, Field(min_length=3, max_length=500, json_schema_extra={"format": "reason"})]
Line = Annotated[str, NoCardNumber, Field(max_length=200)]
