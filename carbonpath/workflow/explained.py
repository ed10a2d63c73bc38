"""An explained scenario in words that programs may rely on: what `explain --json` tells."""

from __future__ import annotations

from typing import Any

from carbonpath.core.messages import Language
from carbonpath.core.problems import as_json
from carbonpath.model.conflict import ConflictStory, Way
from carbonpath.model.diagnose import Limit, Repair
from carbonpath.model.explain import Explanation
from carbonpath.model.labels import label_of
from carbonpath.system.system import System
from carbonpath.workflow.explain import Told, assignment, subject_label
from carbonpath.workflow.written import written_in


def told_json(told: Told, language: Language) -> dict[str, Any]:
    """Return the story as ``explain --json`` tells it."""
    head = {"scenario": told.scenario, "run": told.run, "feasible": told.plan is not None}
    if told.plan is not None:
        return head | _plan_json(told.plan, told, language)
    if told.conflict is not None:
        return head | _conflict_json(told.conflict, told, language)
    return head | {"shortfalls": as_json(told.impossible, language)}


def _conflict_json(story: ConflictStory, told: Told, language: Language) -> dict[str, Any]:
    repairs = [_repair(repair, told, language) for repair in story.conflict.repairs]
    years = sorted({repair["year"] for repair in repairs if repair["year"] is not None} | set(story.by_year))
    return {
        "conflict_years": years,
        "shortfalls": as_json(story.shortfalls, language),
        "conflict_by_year": {
            str(year): [_limit(limit, told, language) for limit in limits] for year, limits in story.by_year.items()
        },
        "cheapest_repair": repairs,
        "repaired_cost": story.repaired_cost,
        "other_ways": [_way(way, told, language) for way in story.ways],
    }


def _plan_json(plan: Explanation, told: Told, language: Language) -> dict[str, Any]:
    return {
        "objective": plan.objective,
        "unique_plan": plan.tie_break.unique,
        "binding": [
            {
                "parameter": one.parameter,
                "subject": subject_label(told.system, one.parameter, one.index, language),
                "saved_by_one_percent": one.saved,
                "price_by_year": {str(_year(binding.limit.index)): binding.price for binding in one.bindings},
                "unit": one.bindings[0].limit.unit,
            }
            for one in plan.subjects
        ],
        "prices": [
            {
                **_limit(price.binding.limit, told, language),
                "price": price.binding.price,
                "range": [_finite(end) for end in price.binding.price_range(price.slopes)],
                "unique": price.slopes.is_unique,
                "confirmed": price.confirmed,
            }
            for price in plan.prices
        ],
        "bans": [{**_limit(ban.limit, told, language), "price": ban.price} for ban in plan.bans],
        "carbon_price": {
            str(one.year): {"paid": one.paid, "next_tonne": _finite(one.next_tonne)} for one in plan.carbon
        },
        "commodity_prices": _commodity_prices(plan, told.system),
        "checked_prices": [
            {
                "commodity": one.commodity,
                "label": label_of(told.system, "commodity", one.commodity, language),
                "year": one.year,
                "unit": one.unit,
                "price": one.price,
                "range": [_finite(one.below), _finite(one.above)],
                "confirmed": one.confirmed,
            }
            for one in plan.commodities
        ],
    }


def _commodity_prices(plan: Explanation, system: System) -> dict[str, dict[str, float]]:
    """Return what one more unit costs, by commodity and year; by timeslice, if it were wanted evenly over the year."""
    prices = plan.duals[plan.duals["quantity"] == "commodity_price"]
    shares = prices["timeslice"].map(lambda timeslice: system.timeslices.get(timeslice, 1.0)).astype(float)
    evenly = prices.assign(value=prices["value"] * shares)
    yearly = evenly.groupby(["commodity", "year"])["value"].sum().reset_index()
    return {
        str(name): {str(year): float(value) for year, value in zip(part["year"], part["value"], strict=True)}
        for name, part in yearly.groupby("commodity")
    }


def _limit(limit: Limit, told: Told, language: Language) -> dict[str, Any]:
    written = written_in(told.project, limit.source)
    return {
        "parameter": limit.parameter,
        "subject": subject_label(told.system, limit.parameter, limit.index, language),
        "year": _year(limit.index),
        "value": limit.value,
        "unit": limit.unit,
        "file": written.file,
        "line": written.line,
        "source": limit.source,
    }


def _repair(repair: Repair, told: Told, language: Language) -> dict[str, Any]:
    return {**_limit(repair.limit, told, language), "needed": repair.needed, "set": assignment(repair.change)}


def _way(way: Way, told: Told, language: Language) -> dict[str, Any]:
    return {
        "parameter": way.parameter,
        "subject": subject_label(told.system, way.parameter, way.subject, language),
        "repairs": [_repair(repair, told, language) for repair in way.repairs],
    }


def _year(index: tuple[Any, ...]) -> int | None:
    return next((part for part in index if isinstance(part, int)), None)


def _finite(value: float) -> float | None:
    return value if abs(value) < float("inf") else None
