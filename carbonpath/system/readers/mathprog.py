"""Reading a GNU MathProg data file: plain and tabular records, slices, defaults, and several sets of one family."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

from carbonpath.core.errors import DataError
from carbonpath.core.problems import Problem
from carbonpath.system.readers.dataset import DataSet, RawParameter
from carbonpath.system.readers.lexer import Statement, split_statements, unquoted
from carbonpath.system.readers.signatures import ALIASES, signatures

SIGNS = frozenset({":=", ":", "[", "]", "(", ")"})
"""Words that end a run of values."""


def read_mathprog(path: Path, file: str) -> DataSet:
    """Return the sets and parameters of a data file.

    Raises
    ------
    DataError
        CP-201 if there is no such file, CP-202 if it is no text, otherwise every statement that cannot be understood:
        CP-317 (its form), CP-318 (a parameter that is not known), CP-320 (a value that is not a number).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise DataError(Problem("CP-201", file=file)) from error
    except (UnicodeDecodeError, OSError) as error:
        raise DataError(Problem("CP-202", file=file, details={"reason": str(error)})) from error
    found = _Reading(file)
    for statement in split_statements(text, file):
        found.take(statement)
    if found.problems:
        raise DataError(*found.problems)
    return DataSet(path.stem, file, found.sets, found.families, found.parameters)


class _Reading:
    """What has been read of a file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sets: dict[str, tuple[str, ...]] = {}
        self.families: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        self.parameters: dict[str, RawParameter] = {}
        self.problems: list[Problem] = []

    def take(self, statement: Statement) -> None:
        """Read one statement; what cannot be understood becomes a problem."""
        readers = {"set": self._take_set, "param": self._take_parameter, "data": _take_nothing, "end": _take_nothing}
        try:
            readers.get(statement.words[0], _refuse)(statement)
        except _MeaninglessError as error:
            place = f"line {statement.lines[error.position]}"
            word = statement.words[error.position]
            self.problems.append(Problem(error.code, self.file, place, word, {"reason": error.reason}))

    def _take_set(self, statement: Statement) -> None:
        words = statement.words
        if len(words) < 2:
            raise _MeaninglessError(0, "a set without a name")
        name, start, index = words[1], 2, ""
        if words[2:3] == ["["]:
            if words[4:5] != ["]"]:
                raise _MeaninglessError(2, "an index of a set that is not closed")
            index, start = unquoted(words[3:4])[0], 5
        if ":" in words:
            raise _MeaninglessError(words.index(":"), "a set written as a matrix")
        members = tuple(unquoted([word for word in words[start:] if word not in (":=", ",")]))
        if index:
            self.families[name][index] = members
        else:
            self.sets[ALIASES.get(name, name)] = members

    def _take_parameter(self, statement: Statement) -> None:
        words = statement.words
        if words[1:2] in (["default"], [":"]):
            self._take_listed(statement)
            return
        name = words[1]
        parameter = self._parameter(name, 1)
        if parameter is None:
            return
        start = 3 if words[2:3] == [","] else 2
        if words[start : start + 1] == ["default"]:
            self._set_default(parameter, statement, start + 1)
            start += 2
        _Records(statement, parameter).read(start)

    def _take_listed(self, statement: Statement) -> None:
        """Read `param default V : NAME ... := records`, the form in which several parameters share their indices."""
        words = statement.words
        start = 3 if words[1] == "default" else 1
        if words[start : start + 1] != [":"] or ":=" not in words:
            raise _MeaninglessError(1, "a list of parameters without a colon")
        end = words.index(":=")
        names = words[start + 1 : end]
        if ":" in names:
            raise _MeaninglessError(start + 1, "a list of parameters that defines a set")
        parameters = [self._parameter(name, start + 1) for name in names]
        known = [parameter for parameter in parameters if parameter is not None]
        if len(known) < len(parameters):
            return
        if start == 3:
            for parameter in known:
                self._set_default(parameter, statement, 2)
        _read_listed(statement, end + 1, known)

    def _parameter(self, name: str, position: int) -> RawParameter | None:
        """Return a new parameter; None for one that says nothing of the system."""
        signature = signatures().get(name)
        if signature is None:
            raise _MeaninglessError(position, "", code="CP-318")
        if signature.reading == "ignored":
            return None
        return self.parameters.setdefault(name, RawParameter(len(signature.indices), self.file))

    def _set_default(self, parameter: RawParameter, statement: Statement, position: int) -> None:
        parameter.default = _number(statement.words, position)
        parameter.default_source = f"{self.file}:{statement.lines[position]}"


def _take_nothing(statement: Statement) -> None:
    """Read a statement that only marks where data start and end."""


def _refuse(statement: Statement) -> None:
    raise _MeaninglessError(0, f"'{statement.words[0]}' begins neither a set nor a parameter")


class _Records:
    """The records of one statement, read from left to right."""

    def __init__(self, statement: Statement, parameter: RawParameter) -> None:
        self.words = statement.words
        self.lines = statement.lines
        self.parameter = parameter
        self.signs = [position for position, word in enumerate(self.words) if word in SIGNS]
        self.pattern = ["*"] * parameter.width

    def read(self, position: int) -> None:
        """Add the entries of all records from `position` on."""
        transposed = False
        while position < len(self.words):
            word = self.words[position]
            if word in (":=", ","):
                position += 1
            elif word == "[":
                position, transposed = self._slice(position), False
            elif word == "(":
                if self.words[position : position + 3] != ["(", "tr", ")"]:
                    raise _MeaninglessError(position, "a parenthesis")
                position, transposed = position + 3, True
            elif word == ":":
                position = self._table(position, transposed)
            else:
                position = self._plain(position)

    def _slice(self, position: int) -> int:
        end = self._next_sign(position)
        pattern = unquoted([word for word in self.words[position + 1 : end] if word != ","])
        if self.words[end : end + 1] != ["]"] or len(pattern) != self.parameter.width:
            raise _MeaninglessError(position, f"a slice of {len(pattern)} indices instead of {self.parameter.width}")
        self.pattern = pattern
        return end + 1

    def _table(self, position: int, transposed: bool) -> int:
        """Read columns, then rows of a label and one value for each column."""
        end = self._next_sign(position)
        if self.words[end : end + 1] != [":="]:
            raise _MeaninglessError(position, "a table without ':='")
        columns = unquoted(self.words[position + 1 : end])
        stop = self._next_sign(end)
        width = len(columns) + 1
        cells, lines = self.words[end + 1 : stop], self.lines[end + 1 : stop]
        if self.pattern.count("*") != 2 or len(cells) % width:
            raise _MeaninglessError(position, f"a table whose rows have not {width} cells each")
        rows = unquoted(cells[::width])
        del cells[::width], lines[::width]
        row_of = [row for row in rows for _ in columns]
        column_of = columns * len(rows)
        self._add((column_of, row_of) if transposed else (row_of, column_of), cells, lines, end)
        return stop

    def _plain(self, position: int) -> int:
        """Read members of the free indices and a value, again and again."""
        stop = self._next_sign(position)
        words, lines = self.words[position:stop], self.lines[position:stop]
        if "," in words:
            kept = [place for place, word in enumerate(words) if word != ","]
            words, lines = [words[place] for place in kept], [lines[place] for place in kept]
        width = self.pattern.count("*") + 1
        if len(words) % width:
            raise _MeaninglessError(position, f"entries that have not {width - 1} indices and a value each")
        members = [unquoted(words[place::width]) for place in range(width - 1)]
        self._add(members, words[width - 1 :: width], lines[width - 1 :: width], position)
        return stop

    def _add(self, free: tuple[list[str], ...] | list[list[str]], cells: list[str], lines: list[int], at: int) -> None:
        if "." in cells:
            kept = [place for place, cell in enumerate(cells) if cell != "."]
            free = [[members[place] for place in kept] for members in free]
            cells, lines = [cells[place] for place in kept], [lines[place] for place in kept]
        unfixed = iter(free)
        columns = [next(unfixed) if fixed == "*" else [fixed] * len(cells) for fixed in self.pattern]
        try:
            values = list(map(float, cells))
        except ValueError as error:
            place = next(place for place, cell in enumerate(cells) if not _is_number(cell))
            raise _MeaninglessError(self.words.index(cells[place], at), "", code="CP-320") from error
        self.parameter.extend(columns, values, lines)

    def _next_sign(self, position: int) -> int:
        following = bisect_right(self.signs, position)
        return self.signs[following] if following < len(self.signs) else len(self.words)


def _read_listed(statement: Statement, start: int, parameters: list[RawParameter]) -> None:
    positions = [place for place in range(start, len(statement.words)) if statement.words[place] != ","]
    indices = parameters[0].width if parameters else 0
    width = indices + len(parameters)
    if not width or len(positions) % width or any(parameter.width != indices for parameter in parameters):
        raise _MeaninglessError(start - 1, f"entries that have not {indices} indices and {len(parameters)} values each")
    words = [statement.words[place] for place in positions]
    lines = [statement.lines[place] for place in positions]
    members = [unquoted(words[place::width]) for place in range(indices)]
    for place, parameter in enumerate(parameters, indices):
        values = [_number(statement.words, position) for position in positions[place::width]]
        parameter.extend(members, values, lines[place::width])


def _number(words: list[str], position: int) -> float:
    if position >= len(words) or not _is_number(words[position]):
        raise _MeaninglessError(min(position, len(words) - 1), "", code="CP-320")
    return float(words[position])


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return False
    return True


class _MeaninglessError(Exception):
    """A statement that says nothing that can be read."""

    def __init__(self, position: int, reason: str, code: str = "CP-317") -> None:
        super().__init__(reason)
        self.position, self.reason, self.code = position, reason, code
