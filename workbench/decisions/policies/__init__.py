"""Rules, written as data, by which a value is chosen where nobody has decided."""

from workbench.decisions.policies.choosing import Chosen, Said, choose
from workbench.decisions.policies.files import REVIEWED_ONLY, Policy, built_in, load_policy
from workbench.decisions.policies.rules import Rule

__all__ = ["REVIEWED_ONLY", "Chosen", "Policy", "Rule", "Said", "built_in", "choose", "load_policy"]
