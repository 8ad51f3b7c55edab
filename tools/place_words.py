"""Which place names are also words or people's names, so that only a place's company makes them places."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Any

import faker.providers.person as people
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from workbench.languages.loader import Language


@cache
def person_names() -> frozenset[str]:
    """Given and last names of the people of many countries, in lower case."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for group in ("first_names", "first_names_male", "first_names_female", "last_names"):
            names = getattr(provider, group, ())
            if isinstance(names, Iterable):
                found.update(str(name).lower() for name in names)
    return frozenset(found)


class Guard:
    """Tells how much company a name needs in one language."""

    def __init__(self, language: Language, recipe: dict[str, Any]) -> None:
        self.words = DefaultDictionaryFactory().get_dictionary(language.code)
        self.titles = {language.lower(word) for word in language.names.not_names}
        self.recipe = recipe

    def _is_word(self, form: str) -> bool:
        return self.words.get(form) is not None or form in self.titles

    def flag(self, spellings: list[str], people: int) -> str:
        """ "f" for a name that stands by itself, "g" for one that is also another's, else "p"."""
        parts = [form.split() for form in spellings]
        if not parts:
            return "p"
        single = [words[0] for words in parts if len(words) == 1]
        if any(len(word) < 4 or self._is_word(word) or word in person_names() for word in single):
            return "g"
        if any(all(word in person_names() for word in words) for words in parts):
            return "g"
        long_enough = all(len(form) >= self.recipe["free_letters"] for form in spellings)
        return "f" if people >= self.recipe["free"] and long_enough else "p"
