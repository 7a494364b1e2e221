"""The face of sales for writing: one function per verb."""

from gigafibre.sales.actions.quotations import (
    accept_quotation,
    attach_quotation,
    copy_quotation,
    create_quotation,
    decline_quotation,
    discard_quotation,
    edit_quotation,
    expire_quotations,
    send_quotation,
)

__all__ = [
    "accept_quotation",
    "attach_quotation",
    "copy_quotation",
    "create_quotation",
    "decline_quotation",
    "discard_quotation",
    "edit_quotation",
    "expire_quotations",
    "send_quotation",
]
