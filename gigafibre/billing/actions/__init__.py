"""The face of billing for writing: one function per verb."""

from gigafibre.billing.actions.accounts import set_group_account
from gigafibre.billing.actions.bad_debts import recover_debt, write_off_invoice
from gigafibre.billing.actions.charges import (
    add_charge,
    bill_charges,
    charge_now,
    replace_charge,
    restore_charge,
    withdraw_charge,
    withdraw_charges,
    withdraw_order_charges,
)
from gigafibre.billing.actions.corrections import credit_invoice
from gigafibre.billing.actions.documents import create_draft, discard_draft, edit_draft, issue_invoice
from gigafibre.billing.actions.exemptions import end_exemption, grant_exemption
from gigafibre.billing.actions.interest import (
    charge_late_interest,
    end_interest_pause,
    pause_late_interest,
    set_late_interest_rate,
    set_late_interest_terms,
)
from gigafibre.billing.actions.leaving import bill_last, charge_early_end
from gigafibre.billing.actions.prices import (
    confirm_price_change,
    record_notice_sent,
    record_notices_sent,
    settle_price_changes,
    withdraw_price_change,
)
from gigafibre.billing.actions.printing import make_print_file
from gigafibre.billing.actions.runs import confirm_run, resume_run, sign_run
from gigafibre.billing.actions.services import (
    bill_customer,
    bill_first_period,
    charge_again,
    charge_served,
    settle_service,
)
from gigafibre.billing.actions.taxes import add_tax_rate, set_tax_registration, withdraw_tax_rate

__all__ = [
    "add_charge",
    "add_tax_rate",
    "bill_charges",
    "bill_customer",
    "bill_first_period",
    "bill_last",
    "charge_again",
    "charge_early_end",
    "charge_late_interest",
    "charge_now",
    "charge_served",
    "confirm_price_change",
    "confirm_run",
    "create_draft",
    "credit_invoice",
    "discard_draft",
    "edit_draft",
    "end_exemption",
    "end_interest_pause",
    "grant_exemption",
    "issue_invoice",
    "make_print_file",
    "pause_late_interest",
    "record_notice_sent",
    "record_notices_sent",
    "recover_debt",
    "replace_charge",
    "restore_charge",
    "resume_run",
    "set_group_account",
    "set_late_interest_rate",
    "set_late_interest_terms",
    "set_tax_registration",
    "settle_price_changes",
    "settle_service",
    "sign_run",
    "withdraw_charge",
    "withdraw_charges",
    "withdraw_order_charges",
    "withdraw_price_change",
    "withdraw_tax_rate",
    "write_off_invoice",
]
