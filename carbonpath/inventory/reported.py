"""Amounts with the factors of the firms' own reports, where a guideline prescribes defaults whatever was measured."""

from __future__ import annotations

from dataclasses import replace

from carbonpath.inventory.activity import Activity
from carbonpath.inventory.carbon import item_content
from carbonpath.inventory.guideline_rules import REPORT, refused
from carbonpath.inventory.measured import measured_entries


def as_reported(activity: Activity) -> Activity:
    """Return the same amounts with the factors that the guideline of each firm accepts in its report."""
    evidence = activity.evidence
    kept = ~refused(activity.properties, evidence.guideline_by_firm, evidence.factors, REPORT)
    reported = replace(evidence, measured=measured_entries(activity.properties[kept]))
    return replace(activity, evidence=reported, content=item_content(activity.keys, reported))
