"""The columns of ACLED (Armed Conflict Location and Event Data), for events that its codebook has a type for.

Its types of events follow from rules in `coding/acled.toml`. What no article tells stays empty: associated
actors, what kind of group a body is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.publishers import publisher_of
from workbench.records import now
from workbench.records.coding.ids import numbered
from workbench.records.coding.killed import Toll, added_up, harms_civilians, tolls
from workbench.records.coding.parties import Party, listed, parties
from workbench.records.coding.refusing import NotOneOfThemError, check_happened
from workbench.records.coding.rules import Rule, codebook, rule_for
from workbench.records.coding.whereabouts import Whereabouts, located, whereabouts, written
from workbench.records.dossier import Dossier
from workbench.records.said import publisher
from workbench.visible import visible
from workbench.words import _

_WEEK, _MONTH = 7, 31
_TWO = 2
_CIVILIANS, _STATE, _ABROAD = "Civilians", "State forces", "External/Other forces"


def columns() -> tuple[str, ...]:
    """The 31 columns in the order in which ACLED publishes them."""
    return tuple(codebook().columns)


@dataclass(frozen=True, slots=True)
class _Actor:
    """`kind` is ACLED's; "" where no article tells it."""

    name: str
    kind: str


def row(dossier: Dossier) -> dict[str, object]:
    """The event's line by columns; what is not known is left out. Raises NotOneOfThemError."""
    place = now.place(dossier.record)
    host = whereabouts(place) if place else None
    found = rule_for(
        dossier,
        parties(dossier),
        host.state if host else None,
        has_deaths=any(one.high for one in tolls(dossier)),
        harms_civilians=lambda: harms_civilians(dossier),
    )
    if found is None:
        raise NotOneOfThemError(_("the codebook has no type for it, or no article tells which"))
    rule, acting = found
    day, precision = _when(dossier, rule)
    where = _where(dossier, rule)
    actors = _actors(dossier, rule, acting, where)
    number = numbered(dossier.record.id)
    return {
        "event_id_cnty": f"{where.state.iso3}{number}",
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": precision,
        "disorder_type": rule.disorder_type,
        "event_type": rule.event_type,
        "sub_event_type": rule.sub_event_type,
        **_named(actors),
        "civilian_targeting": "Civilian targeting" if _targets_civilians(actors) else None,
        **_placed(dossier, where),
        **_sourced(dossier, where),
        "notes": _notes(dossier),
        "fatalities": _fatalities(dossier),
        "tags": _tags(dossier, rule),
    }


def _when(dossier: Dossier, rule: Rule) -> tuple[date, int]:
    """The day, or the middle of the week (2) or the month (3) in which it was."""
    check_happened(dossier, agreed=rule.agreed)
    when = now.days(dossier.record)
    if when is None or when.number > _MONTH:
        raise NotOneOfThemError(_("its date is not known to the month"))
    known = dossier.record.date
    if when.number > 1 and not when.is_open and known and known.precision == "range":
        raise NotOneOfThemError(_("it lasted several days: ACLED has a line for each"))
    middle = when.start + timedelta(days=when.number // 2)
    return middle, 1 if when.number == 1 else 2 if when.number <= _WEEK else 3


def _where(dossier: Dossier, rule: Rule) -> Whereabouts:
    where = located(dossier)
    if where.is_state and not rule.country:
        raise NotOneOfThemError(_("no more than the state in which it took place is known"))
    return where


def _actors(dossier: Dossier, rule: Rule, found: Sequence[Party], where: Whereabouts) -> tuple[_Actor, ...]:
    land = where.state.english
    match rule.actors:
        case "protesters":
            return (_Actor(f"Protesters ({land})", "Protesters"),)
        case "rioters":
            return (_Actor(f"Rioters ({land})", "Rioters"),)
    if not found:
        raise NotOneOfThemError(_("nobody is named who did it"))
    if len(found) > _TWO:
        raise NotOneOfThemError(_("which of these did it is not told: {names}").format(names=listed(found)))
    forces = "Military Forces" if rule.actors == "armed" else "Government"
    actors = tuple(_actor(one, forces, where) for one in found)
    if rule.on_civilians and len(found) > 1:
        raise NotOneOfThemError(_("which of these did it is not told: {names}").format(names=listed(found)))
    if rule.actors == "armed" and len(actors) == 1 and harms_civilians(dossier):
        actors += (_Actor(f"{_CIVILIANS} ({land})", _CIVILIANS),)
    return actors


def _actor(party: Party, forces: str, where: Whereabouts) -> _Actor:
    if party.state is None:
        return _Actor(visible(party.name), "")
    kind = _STATE if party.state == where.state else _ABROAD
    return _Actor(f"{forces} of {party.state.english}", kind)


def _named(actors: tuple[_Actor, ...]) -> Mapping[str, object]:
    first, second = actors[0], actors[1] if len(actors) > 1 else None
    return {
        "actor1": first.name,
        "inter1": first.kind,
        "actor2": second.name if second else None,
        "inter2": second.kind if second else None,
        "interaction": _interaction([one.kind for one in actors]),
    }


def _interaction(kinds: list[str]) -> str | None:
    """The two kinds in the codebook's order; None where one is not known."""
    if not all(kinds):
        return None
    if len(kinds) == 1:
        return f"{kinds[0]} only"
    book = codebook()
    ordered = sorted(kinds, key=book.kinds.index)
    return "-".join(book.turned if set(ordered) == set(book.turned) else ordered)


def _targets_civilians(actors: tuple[_Actor, ...]) -> bool:
    return any(one.kind == _CIVILIANS for one in actors)


def _placed(dossier: Dossier, where: Whereabouts) -> Mapping[str, object]:
    """`geo_precision` is 1 for a town, 3 for a province or a state."""
    names = written(dossier, where)
    larger = where.holds_others and not where.is_state
    divisions = list(reversed(names if larger else names[1:]))
    return {
        "iso": where.state.iso,
        "region": where.state.acled_region,
        "country": where.state.english,
        **dict(zip(("admin1", "admin2", "admin3"), divisions, strict=False)),
        "location": names[0],
        "latitude": where.point.latitude if where.point else None,
        "longitude": where.point.longitude if where.point else None,
        "geo_precision": 3 if where.is_state or larger else 1,
    }


def _sourced(dossier: Dossier, where: Whereabouts) -> Mapping[str, object]:
    """The outlets, and whether they are of the place's state; None where an outlet is not known."""
    articles = [dossier.sources[key] for key in dossier.record.sources]
    names = dict.fromkeys(visible(publisher(one)) for one in articles)
    outlets = [publisher_of(one.url, one.publisher) for one in articles]
    scales = {_scale(one.kind, one.country == where.state.iso2) for one in outlets if one}
    scale = "-".join(sorted(scales, reverse=True)) if all(outlets) else None
    return {"source": "; ".join(names), "source_scale": scale}


def _scale(kind: str, is_of_the_land: bool) -> str:
    if kind == "social":
        return "New media"
    if kind == "official":
        return "Other"
    return "National" if is_of_the_land else "International"


def _notes(dossier: Dossier) -> str:
    """The clause of the article that told of it first, and where sources differ on the dead."""
    first = dossier.record.first_source
    claims = [one for one in dossier.claims if not one.heading] or list(dossier.claims)
    claim = next((one for one in claims if one.source == first), claims[0])
    source = dossier.sources[claim.source]
    said = f"{visible(claim.text)} ({visible(publisher(source))})"
    dead = added_up(tolls(dossier))
    return said if dead.low == dead.high else f"{said} Reported fatalities: {dead.low} to {dead.high}."


def _fatalities(dossier: Dossier) -> int:
    """What a reviewer decided or a policy chose, else the lowest number told; 0 where none is."""
    return sum(_lowest(one) for one in tolls(dossier))


def _lowest(dead: Toll) -> int:
    if dead.best is not None and (dead.is_chosen or not dead.low):
        return dead.best
    return dead.low


def _tags(dossier: Dossier, rule: Rule) -> str | None:
    """How large a crowd was: ACLED notes it of every demonstration."""
    if rule.actors not in ("protesters", "rioters"):
        return None
    for name in codebook().crowd:
        held = dossier.record.attributes.get(name)
        if held and isinstance(held.best, int | float):
            size = f"{held.best:.0f}"
            return f"crowd size={size if held.high is not None else f'at least {size}'}"
    return "crowd size=no report"
