"""Attacks in our own words, with the names and numbers that their sentences hold."""

from typing import Any

from dossier_making import claim, count, mention

from workbench.models import Claim

HIT = "A Russian missile attack on the Ukrainian city of Kharkiv killed 12 people."
FOUGHT = "In a clash of Russian and Ukrainian troops in Kharkiv 15 Russian soldiers and 4 people were killed."
SHOT = "Boko Haram shot 9 civilians in Kano, Nigeria."


def hit(number: float = 12, expr: str = "12 people", **fields: Any) -> Claim:
    text = HIT.replace("12", f"{number:g}")
    given: dict[str, Any] = {
        "mentions": (
            mention(text, "Russian", "state", "Rusya"),
            mention(text, "Ukrainian", "state", "Ukrayna"),
            mention(text, "Kharkiv", "place", "Harkiv"),
        ),
        "participants": ("Rusya", "Ukrayna"),
        "place": "Harkiv",
        "quantities": (count(text, expr.replace("12", f"{number:g}"), number),),
    }
    return claim(text, **(given | fields))


def fought(**fields: Any) -> Claim:
    given: dict[str, Any] = {
        "mentions": (
            mention(FOUGHT, "Russian", "state", "Rusya"),
            mention(FOUGHT, "Ukrainian", "state", "Ukrayna"),
            mention(FOUGHT, "Kharkiv", "place", "Harkiv"),
        ),
        "participants": ("Rusya", "Ukrayna"),
        "place": "Harkiv",
        "quantities": (
            count(FOUGHT, "15 Russian soldiers", 15, side="Rusya"),
            count(FOUGHT, "4 people", 4, side="Ukrayna"),
        ),
    }
    return claim(FOUGHT, **(given | fields))


def shot(**fields: Any) -> Claim:
    given: dict[str, Any] = {
        "mentions": (
            mention(SHOT, "Boko Haram", "organisation"),
            mention(SHOT, "Kano", "place"),
            mention(SHOT, "Nigeria", "state", "Nijerya"),
        ),
        "participants": ("Boko Haram", "Nijerya"),
        "place": "Kano",
        "quantities": (count(SHOT, "9 civilians", 9),),
    }
    return claim(SHOT, **(given | fields))
