"""Source to claims: who said what, when, where, how many, how certain, and the exact characters."""

from workbench.claims.assembly import read_claims, read_passages, read_transcript
from workbench.claims.transcript import Transcript

__all__ = ["Transcript", "read_claims", "read_passages", "read_transcript"]
