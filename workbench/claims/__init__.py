"""Source to claims: who said what, when, where, how many, how certain, and the exact characters."""

from workbench.claims.assembly import read_claims

__all__ = ["read_claims"]
