"""The face for writing: the two registers, one function per verb."""

from gigafibre.privacy.actions.erasing import anonymise_customer, lift_hold, place_hold
from gigafibre.privacy.actions.exports import drop_export, export_person, make_export_link
from gigafibre.privacy.actions.incidents import (
    assess_incident,
    close_incident,
    edit_incident,
    record_incident,
    record_measures,
    reopen_incident,
    tell_commission,
    tell_persons,
)
from gigafibre.privacy.actions.requests import (
    answer_request,
    check_identity,
    name_corrections,
    note_request,
    record_request,
    refuse_request,
    withdraw_request,
)

__all__ = [
    "anonymise_customer",
    "answer_request",
    "assess_incident",
    "check_identity",
    "close_incident",
    "drop_export",
    "edit_incident",
    "export_person",
    "lift_hold",
    "make_export_link",
    "name_corrections",
    "note_request",
    "place_hold",
    "record_incident",
    "record_measures",
    "record_request",
    "refuse_request",
    "reopen_incident",
    "tell_commission",
    "tell_persons",
    "withdraw_request",
]
