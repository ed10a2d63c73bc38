"""What a scenario inherits from one parent, or from several that share an ancestor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from carbonpath.core.documents import KeyPath
from carbonpath.scenario.scenario import Scenario, Setting


def common_ancestor(parents: Sequence[Scenario]) -> str | None:
    """Return the nearest scenario from which all parents start; none if they have none in common."""
    first, *others = parents
    return next((name for name in first.lineage if all(name in other.lineage for other in others)), None)


def joined_lineage(parents: Sequence[Scenario]) -> tuple[str, ...]:
    """Return the names of all parents and their ancestors, each once, parents first."""
    names = [parent.name for parent in parents] + [name for parent in parents for name in parent.lineage]
    return tuple(dict.fromkeys(names))


def inherit(
    parents: Sequence[Scenario], ancestor: Scenario | None
) -> tuple[dict[KeyPath, Setting], dict[KeyPath, tuple[Setting, ...]]]:
    """Return the settings of several parents together, and those about which they disagree.

    A parent speaks for a key if its setting differs from that of the common ancestor. If one speaks, or all that
    speak say the same, that is inherited; if they differ, the key is in dispute and the child must decide.

    Returns
    -------
    tuple
        Settings by key, and the differing settings by key in dispute.
    """
    before: Mapping[KeyPath, Setting] = ancestor.settings if ancestor else {}
    agreed: dict[KeyPath, Setting] = dict(before)
    disputed: dict[KeyPath, tuple[Setting, ...]] = {}
    for key in dict.fromkeys(key for parent in parents for key in parent.settings):
        voices = [parent.settings[key] for parent in parents if key in parent.settings]
        spoken = [v for v in voices if key not in before or v.value != before[key].value]
        distinct = [v for i, v in enumerate(spoken) if all(v.value != other.value for other in spoken[:i])]
        if len(distinct) > 1:
            disputed[key] = tuple(distinct)
        elif distinct:
            agreed[key] = distinct[0]
    return agreed, disputed
