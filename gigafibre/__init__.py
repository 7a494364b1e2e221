"""Gigafibre FSM: the operations platform of a fibre internet provider."""
