"""The face of billing for reading: frozen dataclasses, never rows."""

from gigafibre.billing.queries.proof import Outcome, ProofSheet, TaxProof, proof_of_run

__all__ = ["Outcome", "ProofSheet", "TaxProof", "proof_of_run"]
