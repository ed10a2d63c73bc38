"""Legends flow and measure."""

from __future__ import annotations

from matplotlib.text import Text

from carbonpath.charts.frame import open_frame
from carbonpath.charts.legend import Entry, height_of, label_entries, place_below, place_column
from carbonpath.charts.options import ChartOptions
from carbonpath.charts.style import house_style

ENTRIES = [Entry(f"thing {rank}", "#123456") for rank in range(8)]


def heights(frame, entries):
    names = {entry.name for entry in entries}
    return [text.get_position()[1] for text in frame.figure.findobj(Text) if text.get_text() in names]


def test_the_uppermost_of_a_stack_is_named_first():
    entries = label_entries("sector", {"steel": "#1", "power": "#2"}, ChartOptions(language="en"))

    assert [(entry.name, entry.colour) for entry in entries] == [("Power", "#2"), ("Steel", "#1")]


def test_a_column_runs_downwards():
    with house_style(ChartOptions()):
        frame = open_frame(ChartOptions(), 8.0, "title", [])
        place_column(frame, ENTRIES, 1.0, 7.0)

    found = heights(frame, ENTRIES)
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(ENTRIES)


def test_rows_wrap_at_the_width_and_headings_begin_rows():
    grouped = [Entry("Sources"), *ENTRIES[:4], Entry("Uses"), *ENTRIES[4:]]

    with house_style(ChartOptions()):
        frame = open_frame(ChartOptions(), 8.0, "title", [])
        taken = place_below(frame, grouped, 0.5, 15.0)

    found = heights(frame, grouped)
    assert len(set(found)) == 2
    assert taken >= height_of(grouped[:2])
