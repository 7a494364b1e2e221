"""The face for reading: payments with what they pay, how customers pay, and customers by number."""

from gigafibre.payments.queries.customers import customer_id, customer_number
from gigafibre.payments.queries.methods import Method, methods_of
from gigafibre.payments.queries.received import AccountItem, CustomerAccount, PaymentSeen, account, payment

__all__ = [
    "AccountItem",
    "CustomerAccount",
    "Method",
    "PaymentSeen",
    "account",
    "customer_id",
    "customer_number",
    "methods_of",
    "payment",
]
