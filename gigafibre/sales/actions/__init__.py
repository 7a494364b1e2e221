"""The face of sales for writing: one function per verb."""

from gigafibre.sales.actions.contracts import (
    cancel_contract,
    contract_quotation,
    create_contract,
    discard_contract,
    edit_contract,
    expire_contracts,
    send_contract,
)
from gigafibre.sales.actions.quotations import (
    accept_quotation,
    answer_quotation,
    attach_quotation,
    copy_quotation,
    create_quotation,
    decline_quotation,
    discard_quotation,
    edit_quotation,
    expire_quotations,
    send_quotation,
)
from gigafibre.sales.actions.referrals import (
    credit_referral,
    credit_whoever_referred,
    give_referral_code,
    record_referral,
)
from gigafibre.sales.actions.signing import note_reading, record_signature, sign_contract
from gigafibre.sales.actions.subscribing import subscribe_contract, subscribe_quotation
from gigafibre.sales.actions.templates import keep_template, retire_template
from gigafibre.sales.actions.texts import adopt_legal_texts, withdraw_legal_text, write_legal_text

__all__ = [
    "accept_quotation",
    "adopt_legal_texts",
    "answer_quotation",
    "attach_quotation",
    "cancel_contract",
    "contract_quotation",
    "copy_quotation",
    "create_contract",
    "create_quotation",
    "credit_referral",
    "credit_whoever_referred",
    "decline_quotation",
    "discard_contract",
    "discard_quotation",
    "edit_contract",
    "edit_quotation",
    "expire_contracts",
    "expire_quotations",
    "give_referral_code",
    "keep_template",
    "note_reading",
    "record_referral",
    "record_signature",
    "retire_template",
    "send_contract",
    "send_quotation",
    "sign_contract",
    "subscribe_contract",
    "subscribe_quotation",
    "withdraw_legal_text",
    "write_legal_text",
]
