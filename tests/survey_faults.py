"""Faults of strangers' survey files and numbers: how each is made, and what becomes of it.

`docs/explanation/survey-faults.md` is this list as a table; ``python tests/survey_faults.py`` writes it, and a test
keeps the two equal.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

Write = Callable[[Path], Sequence[Path]]

HEADER = ("设施", "品种", "用途", "数量", "单位")
GOOD = ("kiln", "烟煤", "燃烧", 8.0, "t")
FIRM = (("企业代码", "F01"), ("报告年度", 2020), ("主要部门", "水泥"))
CSV_HEADER = "企业代码,年份,部门,设施,品种,用途,数量,单位"
PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "survey-faults.md"


@dataclass(frozen=True)
class Case:
    """One way in which a fault comes."""

    name: str
    write: Write
    codes: tuple[str, ...] = ()
    """Problems that are told: of the import, or of the checks after it."""
    exit_code: int = 0
    values: tuple[float, ...] = ()
    """Numbers that are read where the file is taken."""


@dataclass(frozen=True)
class Fault:
    """One fault, with what carbonpath does about it."""

    number: str
    fault: str
    answer: str
    cases: tuple[Case, ...] = ()
    """None: the fault is none of the survey's."""


def csv(text: str, encoding: str = "utf-8", name: str = "F01.csv") -> Write:
    """Return the writer of a text file."""

    def write(folder: Path) -> Sequence[Path]:
        (folder / name).write_bytes(text.encode(encoding))
        return [folder / name]

    return write


def raw(content: bytes, name: str = "F01.xlsx") -> Write:
    """Return the writer of bytes."""

    def write(folder: Path) -> Sequence[Path]:
        (folder / name).write_bytes(content)
        return [folder / name]

    return write


def sheet(*rows: Sequence[object], header: Sequence[object] = HEADER, firm: Sequence[Sequence[object]] = FIRM) -> Write:
    """Return the writer of a workbook; a number with a format, or a formula, is a tuple of it and its text."""

    def write(folder: Path) -> Sequence[Path]:
        path = folder / "F01-2020.xlsx"
        workbook = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
        for title, cells in (("企业信息", firm), ("燃料与能源", (header, *rows))):
            _fill(workbook, workbook.add_worksheet(title), cells)
        workbook.close()
        return [path]

    return write


def _fill(workbook: xlsxwriter.Workbook, page: object, cells: Sequence[Sequence[object]]) -> None:
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            if isinstance(cell, tuple) and cell[0] == "=":
                page.write_formula(row, column, "=1/0", None, cell[1])  # type: ignore[attr-defined]
            elif isinstance(cell, tuple):
                page.write_number(row, column, cell[0], workbook.add_format({"num_format": cell[1]}))  # type: ignore[attr-defined]
            elif cell is not None:
                page.write(row, column, cell)  # type: ignore[attr-defined]


def merged(folder: Path) -> Sequence[Path]:
    """Write three rows under one merged name."""
    path = folder / "F01-2020.xlsx"
    workbook = xlsxwriter.Workbook(path)
    _fill(workbook, workbook.add_worksheet("企业信息"), FIRM)
    page = workbook.add_worksheet("燃料与能源")
    _fill(workbook, page, (HEADER, GOOD, (None, "焦炭", "燃烧", 5.5, "t"), (None, "柴油", "燃烧", 8.0, "t")))
    page.merge_range("A2:A4", "kiln")
    workbook.close()
    return [path]


def part(content: bytes, name: str = "xl/worksheets/sheet2.xml") -> Write:
    """Return the writer of a workbook one part of which is something else."""

    def write(folder: Path) -> Sequence[Path]:
        (path,) = sheet(GOOD)(folder)
        with zipfile.ZipFile(path) as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()} | {name: content}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, text in parts.items():
                archive.writestr(entry, text)
        return [path]

    return write


def lying_bomb(folder: Path) -> Sequence[Path]:
    """Write a bomb whose list of contents states a small size."""
    (path,) = part(b" " * 40_000_000)(folder)
    content = bytearray(path.read_bytes())
    while (at := content.find(struct.pack("<I", 40_000_000))) >= 0:
        content[at : at + 4] = struct.pack("<I", 1000)
    path.write_bytes(content)
    return [path]


def million_rows(folder: Path) -> Sequence[Path]:
    """Write more rows than are read."""
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 200_101))
    names = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return part(b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (names, rows))(folder)


def far_cell(folder: Path) -> Sequence[Path]:
    """Write one value in the last cell that a sheet has."""
    names = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return part(b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (names, cell))(folder)


def cut_off(folder: Path) -> Sequence[Path]:
    """Write half a workbook."""
    (path,) = sheet(GOOD)(folder)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return [path]


def twice(folder: Path) -> Sequence[Path]:
    """Write one file under two names."""
    (path,) = sheet(GOOD)(folder)
    copy = folder / "F01-2020(1).xlsx"
    copy.write_bytes(path.read_bytes())
    return [path, copy]


def two_versions(folder: Path) -> Sequence[Path]:
    """Write two reports of one firm and year."""
    (path,) = sheet(GOOD)(folder)
    path = path.rename(folder / "first.xlsx")
    return [path, *sheet((*GOOD[:3], 9.0, "t"))(folder)]


def two_years(first: Sequence[object], second: Sequence[object]) -> Write:
    """Return the writer of two years of one firm."""

    def write(folder: Path) -> Sequence[Path]:
        (path,) = sheet(first)(folder)
        path = path.rename(folder / "F01-2019.xlsx")
        later = sheet(second, firm=(FIRM[0], ("报告年度", 2021), FIRM[2]))(folder)
        return [path, *later]

    return write


def sheets_in_reverse(folder: Path) -> Sequence[Path]:
    """Write the table before the page on the firm."""
    path = folder / "F01-2020.xlsx"
    workbook = xlsxwriter.Workbook(path)
    for title, cells in (("数据", (HEADER, GOOD)), ("Sheet2", FIRM)):
        _fill(workbook, workbook.add_worksheet(title), cells)
    workbook.close()
    return [path]


def by_month(total: float | None, first: str = "2020年1月") -> Write:
    """Return the writer of a table with twelve months and a year."""
    header = (*HEADER[:3], first, *(f"2020年{number}月" for number in range(2, 13)), "合计", "单位")
    return sheet((*GOOD[:3], *(float(number) for number in range(1, 13)), total, "t"), header=header)


def row(line: str) -> str:
    """Return a text file with one row."""
    return f"{CSV_HEADER}\n{line}\n"


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
ONE = "F01,2020,水泥,kiln,烟煤,燃烧,8,t"


def quantity(cell: object, unit: str = "t") -> Write:
    """Return the writer of a workbook with one odd quantity."""
    return sheet((*GOOD[:3], cell, unit))


SURVEY_FILES = (
    Fault(
        "SF02",
        "GB 18030 text with rare characters (㐀䶵)",
        "read; the encoding is recorded with the survey",
        (Case("gb18030", csv(row("F01,2020,水泥,㐀䶵窑,烟煤,燃烧,8,t"), "gb18030"), values=(8.0,)),),
    ),
    Fault(
        "SF05",
        "UTF-8 with a mark, UTF-16 of Excel's 'Unicode text'",
        "read; the mark is no part of the first header",
        (
            Case("mark", csv(row(ONE), "utf-8-sig"), values=(8.0,)),
            Case("utf-16", csv(row(ONE).replace(",", "\t"), "utf-16", "F01.txt"), values=(8.0,)),
        ),
    ),
    Fault(
        "SF07",
        "a row longer or shorter than the header",
        "refused; every such row is named",
        (Case("ragged", csv(f"{row(ONE)}F01,2020\n{ONE},9\n"), ("CP-240", "CP-240"), 3),),
    ),
    Fault(
        "SF08",
        "semicolons, `sep=;`, decimal commas",
        "refused; a decimal comma is never guessed",
        (
            Case("semicolons", csv(row(ONE).replace(",", ";")), ("CP-241",), 3),
            Case("sep", csv(f"sep=;\n{row(ONE)}"), ("CP-241",), 3),
            Case("decimal comma", csv(row('F01,2020,水泥,kiln,烟煤,燃烧,"8,5",t')), ("CP-260",), 3),
        ),
    ),
    Fault(
        "SF09",
        "an unclosed quotation mark, a NUL",
        "refused by row",
        (
            Case("quotation mark", csv(row('F01,2020,水泥,kiln,"烟煤,燃烧,8,t')), ("CP-242",), 3),
            Case("NUL", csv(row("F01,2020,水泥,kiln,烟煤,燃烧,\0008,t")), ("CP-242",), 3),
        ),
    ),
    Fault(
        "SF10",
        "a firm called NA, null, None or nan",
        "a name like any other; only a blank is missing",
        tuple(Case(name, csv(row(ONE.replace("F01", name))), values=(8.0,)) for name in ("NA", "null", "None", "nan")),
    ),
    Fault(
        "SF11",
        "a code stored as a number, a credit code with a wrong check character",
        "refused: a number has lost zeros and digits; the check character of GB 32100 is recomputed",
        (
            Case("credit code", sheet(GOOD, firm=(*FIRM, ("统一社会信用代码", 911100001.0e9))), ("CP-284",), 3),
            Case("firm code", sheet(GOOD, firm=(("企业代码", 123), *FIRM[1:])), ("CP-284",), 3),
            Case("check character", sheet(GOOD, firm=(*FIRM, ("信用代码", "91420100MA4KABCD1X"))), ("CP-285",), 3),
        ),
    ),
    Fault(
        "SF12",
        "an archive bomb, also one that lies about its size",
        "refused before parsing by stated size and ratio, and no more is unpacked than stated; a limit of memory",
        (
            Case("declared", part(b" " * 40_000_000), ("CP-1010",), 10),
            Case("lying", lying_bomb, ("CP-235",), 3),
        ),
    ),
    Fault(
        "SF13",
        "a lone cell at XFD1048576",
        "refused naming sheet and cell; the parser runs in a process of its own",
        (Case("far cell", far_cell, ("CP-1012",), 10),),
    ),
    Fault(
        "SF15",
        "entities that grow, entities that fetch files",
        "any document type declaration is refused; no second parser of XML meets the file",
        (Case("growing", part(DOCTYPE), ("CP-1011",), 10), Case("fetching", part(OUTSIDE), ("CP-1011",), 10)),
    ),
    Fault(
        "SF16",
        "a sheet of a million rows",
        "refused with the number of rows that are read (200,000)",
        (Case("rows", million_rows, ("CP-237",), 3),),
    ),
    Fault(
        "SF17",
        "cut off, empty, text or web page called xlsx, password, old xls",
        "told apart by the first bytes, each with its own message",
        (
            Case("cut off", cut_off, ("CP-235",), 3),
            Case("empty", raw(b""), ("CP-230",), 3),
            Case("text", raw(row(ONE).encode()), ("CP-234",), 3),
            Case("web page", raw(b"<html><table></table></html>", "F01.xls"), ("CP-233",), 3),
            Case("password", raw(OLE + "EncryptedPackage".encode("utf-16-le")), ("CP-232",), 3),
            Case("old xls", raw(OLE + "Workbook".encode("utf-16-le"), "F01.xls"), ("CP-236",), 3),
        ),
    ),
    Fault(
        "SF20",
        "error values and true or false among numbers",
        "refused by cell with the error shown",
        (
            Case("#DIV/0!", quantity(("=", "#DIV/0!")), ("CP-262",), 3),
            Case("#N/A as text", quantity("#N/A"), ("CP-262",), 3),
            Case("true", quantity(True), ("CP-264",), 3),
        ),
    ),
    Fault(
        "SF21",
        "merged names",
        "written out into each row and told; a merged number is refused",
        (Case("names", merged, ("CP-253",), values=(8.0, 5.5, 8.0)),),
    ),
    Fault(
        "SF22",
        "rows of totals among the data",
        "not counted, compared with the sum, refused if they differ; a total that does not say so is told",
        (
            Case(
                "right",
                sheet(GOOD, (*GOOD[:1], "焦炭", "燃烧", 3.5, "t"), ("合计", None, None, 11.5, "t")),
                values=(8.0, 3.5),
            ),
            Case("wrong", sheet(GOOD, ("合计", None, None, 9.0, "t")), ("CP-281",), 3),
            Case(
                "unmarked",
                sheet(*((name, *GOOD[1:3], value, "t") for name, value in (("a", 3.0), ("b", 5.0), ("works", 8.0)))),
                ("CP-1026",),
                values=(3.0, 5.0, 8.0),
            ),
        ),
    ),
    Fault(
        "SF24",
        "two columns of one name",
        "refused naming both",
        (Case("消耗量", sheet((*GOOD, 9.0), header=(*HEADER, "消耗量")), ("CP-247",), 3),),
    ),
    Fault(
        "SF25",
        "headers and names with blanks, full width, radicals, line breaks",
        "made ordinary before they are compared; each normalised name is told",
        (
            Case("headers", sheet(GOOD, header=("设施 ", "ｉｔｅｍ", "用\n途", "数　量", "单位")), values=(8.0,)),
            Case("radical", sheet(("kiln", "烟煤", "⽕炬燃烧", 8.0, "t")), ("CP-254",), values=(8.0,)),
        ),
    ),
    Fault(
        "SF26",
        "a number formatted as date or percent",
        "a date is refused; a percent is read where the unit is %",
        (
            Case("date", quantity((43831, "yyyy-mm-dd")), ("CP-263",), 3),
            Case("percent", quantity((0.125, "0.0%")), ("CP-266",), 3),
            Case("percent of a share", sheet((None, "烟煤", "碳氧化率", (0.985, "0.0%"), "%")), values=(98.5,)),
        ),
    ),
    Fault(
        "SF27",
        "one firm twice, one file under two names",
        "refused in one import; a correction replaces the firm and year and the old version stays in the history",
        (Case("two names", twice, ("CP-283",), 3), Case("two versions", two_versions, ("CP-283",), 3)),
    ),
)
"""Faults of files."""

NUMBERS = (
    Fault(
        "NU01",
        "full-width digits, separators of thousands",
        "read by a strict grammar and told",
        (
            Case("digits", quantity("１２．５"), ("CP-254",), values=(12.5,)),
            Case("comma", quantity("1，234.5"), ("CP-254",), values=(1234.5,)),
        ),
    ),
    Fault(
        "NU04",
        "12.5万吨, 约12, 12~15, (500), −5, —",
        "refused by cell; U+2212 is a minus and negative amounts are refused; a dash is no zero",
        (
            *(Case(text, quantity(text), ("CP-260",), 3) for text in ("12.5万吨", "约12", "12~15", "(500)", "—")),
            Case("minus sign", quantity("\u22125"), ("CP-254", "CP-268"), 3),
        ),
    ),
    Fault(
        "NU05",
        "1E+400, inf, NaN",
        "refused by cell",
        tuple(Case(text, quantity(text), ("CP-265",), 3) for text in ("1E+400", "inf", "NaN")),
    ),
    Fault(
        "NU06",
        "slips of unit: t, 万t, kg; 亿m3, 万m3; GJ, TJ; tce",
        "a unit stands in every row; ranges of heating values, use per product and leaps between years show the slip",
        (
            Case("t for kg", two_years(GOOD, (*GOOD[:3], 8000.0, "t")), ("CP-294",), values=(8.0, 8000.0)),
            Case(
                "亿m3 for 万m3",
                two_years(("k", "天然气", "燃烧", 3.0, "1e4_nm3"), ("k", "天然气", "燃烧", 3.0, "亿m3")),
                ("CP-294",),
                values=(3.0, 3.0),
            ),
            Case("MJ for GJ", sheet((None, "烟煤", "低位发热量", 20908.0, "GJ/t")), ("CP-293",), values=(20908.0,)),
            Case("万t is t", two_years((*GOOD[:3], 80000.0, "t"), (*GOOD[:3], 8.1, "万t")), values=(80000.0, 8.1)),
            Case("tce", sheet(("kiln", "烟煤", "燃烧", 8.0, "tce")), values=(8.0,)),
        ),
    ),
    Fault(
        "NU08",
        "negative consumption",
        "refused by cell; sales are rows of their own",
        (Case("negative", quantity(-3.0), ("CP-268",), 3),),
    ),
    Fault(
        "NU09",
        "a blank read as zero",
        "refused: 0, 'not applicable' or no row",
        (
            Case("blank", quantity(None), ("CP-261",), 3),
            Case("zero", quantity(0.0), values=(0.0,)),
            Case("heating value of zero", sheet((None, "烟煤", "低位发热量", 0.0, "GJ/t")), ("CP-268",), 3),
        ),
    ),
    Fault(
        "NU10",
        "an unknown fuel dropped by a join, a factor that stands twice",
        "an unknown item is refused by cell, so no row is lost; factors are no part of a survey",
        (Case("unknown item", sheet(("kiln", "飞机煤", "燃烧", 8.0, "t")), ("CP-270",), 3),),
    ),
    Fault(
        "NU12",
        "a sum that depends on the order of rows",
        "sums of rows and months are exact (`math.fsum`)",
        (
            Case(
                "total",
                sheet(
                    *(
                        ("kiln", item, "燃烧", value, "t")
                        for item, value in (("烟煤", 1e15), ("焦炭", 1.0), ("柴油", 0.25))
                    ),
                    ("合计", None, None, 1e15 + 1.25, "t"),
                ),
                values=(1e15, 1.0, 0.25),
            ),
        ),
    ),
    Fault(
        "NU13",
        "shares above one, more energy or carbon out than in",
        "shares above their limit are refused by cell; balances of energy and carbon are checks after the import",
        (
            Case("oxidation above one", sheet((None, "烟煤", "碳氧化率", 1.02, "1")), ("CP-269",), 3),
            Case("carbon above one", sheet((None, "烟煤", "元素碳含量", 105.0, "%")), ("CP-269",), 3),
        ),
    ),
)
"""Faults of numbers and units."""

HABITS = (
    Fault(
        "H01",
        "headers in English, in both languages, below a letterhead; sheets and columns in any order",
        "read by the words of the headers",
        (
            Case("English", sheet(GOOD, header=("Facility", "Item", "Activity", "Quantity", "Unit")), values=(8.0,)),
            Case(
                "both",
                sheet(GOOD, header=("设施 Facility", "品种\nItem", "用途", "数量(Quantity)", "单位")),
                values=(8.0,),
            ),
            Case("letterhead", sheet(*[("某厂",)] * 11, HEADER, GOOD, header=("能源表",)), values=(8.0,)),
            Case("columns", sheet(("t", 8.0, "燃烧", "烟煤", "kiln"), header=HEADER[::-1]), values=(8.0,)),
            Case("sheets", sheets_in_reverse, values=(8.0,)),
            Case(
                "firm above its table",
                sheet(HEADER, GOOD, header=("企业代码", "F01", "年度", 2020, "部门", "水泥"), firm=()),
                values=(8.0,),
            ),
        ),
    ),
    Fault(
        "H02",
        "units as they are spoken: 万t, 万吨, 亿m3, 万标方, 万kWh, tce, 万tce",
        "kept as written; inventory and checks convert them once",
        tuple(
            Case(unit, sheet(("kiln", item, "燃烧", 8.0, unit)), values=(8.0,))
            for unit, item in (
                ("万t", "烟煤"),
                ("万吨", "烟煤"),
                ("亿m3", "天然气"),
                ("万标方", "天然气"),
                ("tce", "烟煤"),
                ("万tce", "烟煤"),
                ("GJ", "烟煤"),
            )
        ),
    ),
    Fault(
        "H03",
        "a table by month",
        "the year is the sum of its months and is compared with a stated total; the months are kept beside",
        (
            Case("months", by_month(None), values=(78.0,)),
            Case("with a total", by_month(78.0), values=(78.0,)),
            Case("wrong total", by_month(80.0), ("CP-258",), 3),
            Case("of another year", by_month(None, "2019年1月"), ("CP-287",), 3),
        ),
    ),
    Fault(
        "H04",
        "rows and columns exchanged; facilities or years side by side",
        "refused for what they are",
        (
            Case(
                "transposed",
                sheet(*zip(HEADER[1:], GOOD[1:], strict=True), header=(HEADER[0], GOOD[0])),
                ("CP-239",),
                3,
            ),
            Case("facilities", sheet(("烟煤", "t", 5.0, 6.0), header=("品种", "单位", "烧结", "高炉")), ("CP-267",), 3),
            Case("years", sheet((*GOOD[:3], "t", 5.0, 6.0), header=(*HEADER[:3], "单位", 2020, 2021)), ("CP-267",), 3),
        ),
    ),
)
"""What is no fault but a habit."""

GROUPS: Mapping[str, tuple[Fault, ...]] = {
    "Survey files": SURVEY_FILES,
    "Numbers and units": NUMBERS,
    "Habits": HABITS,
}
"""All faults by group."""


def page() -> str:
    """Return the list as a page."""
    lines = [
        "# Faults of survey files",
        "",
        "What strangers send, and what becomes of it. Each line is shown by the cases of `tests/survey_faults.py`,",
        "which are written as files and go through the same door as a firm's workbook; the page is made from that list",
        "by `python tests/survey_faults.py`, and a test keeps the two equal. Exit code 3 is bad data, 10 refused for",
        "safety, 0 read (what is told then is a warning, or a finding of the checks after the import).",
    ]
    for group, faults in GROUPS.items():
        lines += [
            "",
            f"## {group}",
            "",
            "| fault | | what carbonpath does | told as | exit | cases |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_line(fault) for fault in faults]
    return "\n".join(lines) + "\n"


def _line(fault: Fault) -> str:
    codes = ", ".join(sorted({code for case in fault.cases for code in case.codes}))
    exits = ", ".join(str(code) for code in sorted({case.exit_code for case in fault.cases}))
    cases = ", ".join(case.name for case in fault.cases)
    return f"| {fault.number} | {fault.fault} | {fault.answer} | {codes or '-'} | {exits} | {cases} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
