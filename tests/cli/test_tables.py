"""Tables on the terminal."""

from carbonpath.cli.console import Console
from carbonpath.cli.tables import show_table


def test_numbers_are_flush_right_and_text_flush_left(capsys):
    show_table(Console("en"), ["scenario", "Mt"], [["reference", "36.4"], ["coal-cap", "5.0"]])
    assert capsys.readouterr().out.splitlines()[-2:] == [" reference   36.4", " coal-cap     5.0"]


def test_chinese_counts_two_columns_a_character(capsys):
    show_table(Console("zh"), ["情景", "年"], [["基准", "a"], ["x", "b"]])
    assert capsys.readouterr().out.splitlines()[-2:] == [" 基准   a", " x      b"]


def test_wide_table_is_not_folded_without_a_terminal(capsys):
    show_table(Console("en"), ["a" * 100, "b" * 100], [["c" * 100, "d" * 100]])
    assert f"{'c' * 100}   {'d' * 100}" in capsys.readouterr().out


def test_brackets_of_a_cell_are_no_markup(capsys):
    show_table(Console("en"), ["of [unit]"], [["emission_price[emission=co2]=111"]])

    out = capsys.readouterr().out
    assert "emission_price[emission=co2]=111" in out
    assert "of [unit]" in out
