"""How a policy chose, as a record says it in `rule`."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.decisions.policies import Chosen
from workbench.decisions.policies.rules import Left, Step, Voice
from workbench.phrases import records as words
from workbench.phrases.phrase import Phrase

_STEPS: Mapping[Step, Phrase] = {
    "told_last": words.TOLD_LAST,
    "told_first": words.TOLD_FIRST,
    "majority_of_origins": words.MAJORITY,
    "most_origins": words.MOST_ORIGINS,
    "lowest": words.LOWEST,
    "highest": words.HIGHEST,
}
_VOICES: Mapping[Voice, Phrase] = {
    "official": words.OFFICIALS,
    "agency": words.AGENCIES,
    "state": words.STATE_MEDIA,
    "private": words.PRIVATE_MEDIA,
    "social": words.SOCIAL_MEDIA,
    "unknown": words.UNKNOWN_VOICES,
}
_ASIDE: Mapping[Left, Phrase] = {"replaced": words.NOT_REPLACED, "hearsay": words.NO_HEARSAY}


def tell(policy: str, chosen: Chosen) -> str:
    """The policy and what of its rule made the difference."""
    told = [_ASIDE.get(one, words.OTHERS_ASIDE)() for one in chosen.aside]
    told += [
        _VOICES[chosen.foremost]() if one == "voice" and chosen.foremost else _STEPS[one]()
        for one in chosen.steps
    ]
    steps = ", ".join(dict.fromkeys(told)) or words.ALL_AGREE()
    return words.BY_POLICY(policy=policy, steps=steps)
