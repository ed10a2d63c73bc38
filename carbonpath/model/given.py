"""All parameters of a system, each as arrays and, for those who ask, as a dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carbonpath.core.vocabulary import quantity
from carbonpath.model.coded import Coded, coded_rows
from carbonpath.model.parameters import Values


class Given(Mapping[str, Values]):
    """Parameters by name: a mapping of dictionaries, each made when it is first asked for.

    Parameters
    ----------
    coded
        Parameters as arrays.
    rows
        Parameters as dictionaries; those in `coded` need not be there.
    """

    def __init__(self, coded: Mapping[str, Coded], rows: Mapping[str, Values]) -> None:
        self._coded = dict(coded)
        self._rows = dict(rows)

    def __getitem__(self, name: str) -> Values:
        found = self._rows.get(name)
        if found is None:
            found = self._rows[name] = self._coded[name].rows()
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._coded, *self._rows)))

    def __len__(self) -> int:
        return len(self._coded.keys() | self._rows.keys())

    def coded(self, name: str) -> Coded:
        """Return a parameter as arrays."""
        found = self._coded.get(name)
        if found is None:
            found = self._coded[name] = coded_rows(self._rows[name], len(quantity(name).indices))
        return found


class Sheets:
    """Parameters as attributes: ``data.demand`` is a dictionary, made when it is first asked for.

    Parameters
    ----------
    given
        The parameters.
    """

    def __init__(self, given: Mapping[str, Values]) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Values:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            found = self._given[name]
        except KeyError as error:
            raise AttributeError(name) from error
        setattr(self, name, found)
        return found


def as_given(parameters: Mapping[str, Values]) -> Given:
    """Return `parameters` as arrays and dictionaries."""
    return parameters if isinstance(parameters, Given) else Given({}, parameters)
