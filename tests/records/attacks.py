"""Attacks, marches and talks in our own words, with the names and numbers that their sentences hold."""

from typing import Any

from dossier_making import claim, count, mention

from workbench.models import Claim

HIT = "A Russian missile attack on the Ukrainian city of Kharkiv killed 12 people."
FOUGHT = "In a clash of Russian and Ukrainian troops in Kharkiv 15 Russian soldiers and 4 people were killed."
SHOT = "Boko Haram shot 9 civilians in Kano, Nigeria."


def in_kharkiv(text: str) -> dict[str, Any]:
    """Fields of a claim of Russians and Ukrainians in Kharkiv."""
    return {
        "mentions": (
            mention(text, "Russian", "state", "Rusya"),
            mention(text, "Ukrainian", "state", "Ukrayna"),
            mention(text, "Kharkiv", "place", "Harkiv"),
        ),
        "participants": ("Rusya", "Ukrayna"),
        "place": "Harkiv",
    }


def hit(number: float = 12, expr: str = "12 people", **fields: Any) -> Claim:
    text = HIT.replace("12", f"{number:g}")
    counted = count(text, expr.replace("12", f"{number:g}"), number)
    return claim(text, **(in_kharkiv(text) | {"quantities": (counted,)} | fields))


def fought(**fields: Any) -> Claim:
    counted = (
        count(FOUGHT, "15 Russian soldiers", 15, side="Rusya"),
        count(FOUGHT, "4 people", 4, side="Ukrayna"),
    )
    return claim(FOUGHT, **(in_kharkiv(FOUGHT) | {"quantities": counted} | fields))


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
    return claim(**({"text": SHOT} | given | fields))


EXCHANGED = "Russia and Ukraine exchanged 175 prisoners in Turkey."
MARCHED = "In Tbilisi 2000 people marched."


def taken(whom: str) -> Claim:
    text = SHOT.replace("shot", "abducted").replace("9 civilians", whom)
    names = (mention(text, "Boko Haram", "organisation"), mention(text, "Kano", "place"))
    counted = count(text, whom, 15, "resident")
    return shot(text=text, event_type="abduction", mentions=names, quantities=(counted,))


def exchange(**fields: Any) -> Claim:
    given: dict[str, Any] = {
        "event_type": "prisoner_exchange",
        "mentions": (
            mention(EXCHANGED, "Russia", "state", "Rusya"),
            mention(EXCHANGED, "Ukraine", "state", "Ukrayna"),
            mention(EXCHANGED, "Turkey", "state", "Türkiye"),
        ),
        "participants": ("Rusya", "Ukrayna"),
        "place": "Türkiye",
    }
    return claim(EXCHANGED, **(given | fields))


def talks() -> Claim:
    text = "Peace talks of Russia and the Ukrainian delegation were held by Turkey in Ankara."
    return claim(
        text,
        event_type="talks",
        mentions=(
            mention(text, "Russia", "state", "Rusya"),
            mention(text, "Ukrainian delegation", "organisation", "Ukrayna heyeti"),
            mention(text, "Turkey", "state", "Türkiye"),
            mention(text, "Ankara", "place"),
        ),
        participants=("Rusya", "Ukrayna heyeti", "Türkiye"),
        place="Ankara",
    )


def march(text: str = MARCHED, **fields: Any) -> Claim:
    given: dict[str, Any] = {
        "event_type": "protest",
        "place": "Tiflis",
        "quantities": (count(text, "2000 people", 2000, "person"),),
        "mentions": (mention(text, "Tbilisi", "place", "Tiflis"),),
    }
    return claim(text, **(given | fields))
