"""Policies in the desk: which may be chosen, and which is set."""

from __future__ import annotations

import os

from workbench.config import VARIABLES
from workbench.decisions.policies import Policy, built_in, load_policy
from workbench.errors import UsageError


def policies() -> tuple[str, ...]:
    """What may be chosen: the policy of the settings first, then those that come with the program."""
    setting = _setting()
    return tuple(dict.fromkeys([setting, *built_in()] if setting else built_in()))


def policy_set() -> Policy | None:
    """The policy of the settings, where it chooses anything.

    The program refuses to begin with one that is malformed: a file that became so since is none.
    """
    if not (setting := _setting()):
        return None
    try:
        policy = load_policy(setting)
    except UsageError:
        return None
    return policy if policy.acts else None


def _setting() -> str:
    return os.environ.get(VARIABLES["policy"], "")
