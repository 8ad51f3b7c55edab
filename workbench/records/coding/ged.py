"""The columns of UCDP's Georeferenced Event Dataset, for events that fit its definition.

An event of GED is an incident where armed force was used by an organised actor against another one or
against civilians, with at least one direct death at a place and a date. Numbers of conflicts, dyads and
actors are UCDP's to give and stay empty; so does everything that no source tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from workbench.records import now
from workbench.records.coding.ids import numbered
from workbench.records.coding.killed import Toll, added_up, toll, tolls
from workbench.records.coding.parties import Party, listed, parties
from workbench.records.coding.refusing import NotOneOfThemError, check_happened
from workbench.records.coding.tables import toml
from workbench.records.coding.whereabouts import Whereabouts, located, written
from workbench.records.dossier import Dossier
from workbench.records.said import publisher
from workbench.visible import visible
from workbench.words import _

_WEEK, _MONTH, _YEAR = 7, 31, 366
_TWO = 2
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


class _Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`last` is the highest number of its states."""

    last: int
    name: str


class _Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file says what each key means."""

    columns: list[str]
    armed: list[str]
    with_districts: list[str]
    regions: list[_Region]


@cache
def _codebook() -> _Codebook:
    return toml("ged.toml", _Codebook)


def columns() -> tuple[str, ...]:
    """The 49 columns in the order in which UCDP publishes them."""
    return tuple(_codebook().columns)


@dataclass(frozen=True, slots=True)
class _Sides:
    """`violence` is UCDP's type of violence; None where the articles do not tell."""

    a: Party
    b: Party | None
    violence: int | None


def row(dossier: Dossier) -> dict[str, object]:
    """The event's line by columns; what is not known is left out. Raises NotOneOfThemError."""
    when, where, dead = _when(dossier), located(dossier), _dead(dossier)
    who = _who(dossier, dead)
    record = dossier.record
    return {
        "id": numbered(record.id),
        "relid": f"workbench-{record.id}",
        "year": when.start.year,
        "type_of_violence": who.violence,
        **_named_sides(who),
        **_sources(dossier),
        **_placed(dossier, where),
        "event_clarity": 1 if when.number == 1 else 2,
        "date_prec": _date_precision(when),
        "date_start": f"{when.start} 00:00:00.000",
        "date_end": f"{when.end} 00:00:00.000",
        **_deaths(dossier, who, dead),
        "best": dead.best,
        "high": dead.high,
        "low": dead.low,
    }


def _when(dossier: Dossier) -> now.Days:
    record = dossier.record
    if record.event_type not in _codebook().armed:
        raise NotOneOfThemError(_("no event in which armed force was used"))
    check_happened(dossier)
    when = now.days(record)
    if when is None or when.number > _YEAR:
        raise NotOneOfThemError(_("its date is not known to the year"))
    return when


def _dead(dossier: Dossier) -> Toll:
    """All the dead: the number told for all, else the sum of what is told of each side."""
    parts = tolls(dossier)
    if not any(one.high for one in parts):
        raise NotOneOfThemError(_("no death is told"))
    return added_up(parts)


def _who(dossier: Dossier, dead: Toll) -> _Sides:
    found = parties(dossier)
    if not found:
        raise NotOneOfThemError(_("nobody is named who used armed force"))
    if len(found) > _TWO:
        told = _("which two of these fought is not told: {names}").format(names=listed(found))
        raise NotOneOfThemError(told)
    governments = [one for one in found if one.state and one.state.government]
    if len(found) == _TWO:
        return _Sides(found[0], found[1], _STATE_BASED if governments else _NON_STATE)
    return _Sides(found[0], None, _ONE_SIDED if dead.are_civilians and not governments else None)


def _side(party: Party) -> str:
    if party.state:
        return party.state.government or party.state.english
    return visible(party.name)


def _named_sides(who: _Sides) -> dict[str, object]:
    named = {"side_a": _side(who.a), "gwnoa": _gw(who.a)}
    if who.b:
        named |= {"side_b": _side(who.b), "gwnob": _gw(who.b)}
    elif who.violence == _ONE_SIDED:
        named |= {"side_b": "Civilians"}
    if "side_b" in named:
        named["dyad_name"] = f"{named['side_a']} - {named['side_b']}"
    return dict(named)


def _gw(party: Party) -> str | None:
    return party.state.gw if party.state and party.state.government else None


def _deaths(dossier: Dossier, who: _Sides, dead: Toll) -> dict[str, object]:
    """The best number shared out; nothing of it where there is none, or the parts are more than the whole."""
    if dead.best is None:
        return {}
    parts = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0}
    if dead.are_civilians:
        parts["deaths_civilians"] = dead.best
    else:
        for column, party in (("deaths_a", who.a), ("deaths_b", who.b)):
            of_it = toll(dossier, party.name) if party else None
            if of_it and of_it.best is None:
                return {}
            if of_it:
                parts["deaths_civilians" if of_it.are_civilians else column] += of_it.best or 0
    unknown = dead.best - sum(parts.values())
    return {**parts, "deaths_unknown": unknown} if unknown >= 0 else {}


def _date_precision(when: now.Days) -> int:
    """1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 more."""
    if when.number == 1:
        return 1
    if when.number < _WEEK:
        return 2
    if when.number == _WEEK:
        return 3
    return 4 if when.number <= _MONTH else 5


def _placed(dossier: Dossier, where: Whereabouts) -> dict[str, object]:
    state = where.state
    names = written(dossier, where)
    gw = int(state.gw)
    region = next(one.name for one in _codebook().regions if gw <= one.last)
    return {
        "where_prec": _where_precision(where),
        "where_coordinates": state.country if where.is_state else names[0],
        "where_description": ", ".join(dict.fromkeys([*names, state.english])),
        **_divisions(where, names),
        **_pointed(where),
        "country": state.country,
        "country_id": state.gw,
        "region": region,
    }


def _pointed(where: Whereabouts) -> dict[str, object]:
    """The point of a town or a district; a province is no point."""
    point = where.point
    if point is None or where.holds_others:
        return {}
    return {
        "latitude": point.latitude,
        "longitude": point.longitude,
        "geom_wkt": point.wkt,
        "priogrid_gid": point.cell,
    }


def _where_precision(where: Whereabouts) -> int:
    """1 a town, 3 a district, 4 a province, 6 a state."""
    if where.is_state:
        return 6
    if where.holds_others:
        return 4
    return 3 if _is_district(where) else 1


def _is_district(where: Whereabouts) -> bool:
    return bool(where.above) and where.state.canonical in _codebook().with_districts


def _divisions(where: Whereabouts, names: Sequence[str]) -> dict[str, object]:
    if where.holds_others and not where.is_state:
        return {"adm_1": names[-1], "adm_2": names[0] if where.above else None}
    if not where.above:
        return {}
    return {"adm_1": names[-1], "adm_2": names[0] if _is_district(where) else None}


def _sources(dossier: Dossier) -> dict[str, object]:
    """The articles, the oldest first, in the forms in which GED lists them."""
    articles = sorted(
        (dossier.sources[key] for key in dossier.record.sources),
        key=lambda one: (one.published.best.isoformat() if one.published else "9", one.file),
    )
    offices = [visible(publisher(one)) for one in articles]
    days = [one.published.best.isoformat() if one.published else "" for one in articles]
    titles = [visible(one.title or "") for one in articles]
    full = (f'"{",".join(parts)}"' for parts in zip(offices, days, titles, strict=True))
    speakers = dict.fromkeys(claim.speaker for claim in dossier.claims if claim.speaker)
    return {
        "number_of_sources": len(articles),
        "source_article": ";".join(full),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(titles),
        "source_original": ";".join(map(visible, speakers)),
    }
