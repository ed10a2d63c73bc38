"""Runs as files for other programs."""

from carbonpath.exports import EXPORTERS
from carbonpath.workflow.exporting import FORMATS, OSEMOSYS


def test_every_exporter_and_the_system_itself_are_formats():
    assert {module.FORMAT for module in EXPORTERS} | {OSEMOSYS} == set(FORMATS)
