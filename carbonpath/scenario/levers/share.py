"""One group of technologies makes at most, or at least, a share of another group's total."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Literal

from pydantic import ConfigDict, RootModel

from carbonpath.core.problems import Problem
from carbonpath.scenario.blocks import Series
from carbonpath.scenario.names import find_group
from carbonpath.scenario.series import share_changes
from carbonpath.scenario.site import Site, gather
from carbonpath.system.change import Change


class GroupShare(Series):
    """Share of one group in another, by year."""

    group: str
    """Group whose share is limited; a technology stands for the group of which it is the only member."""
    of: str
    """Group that is the whole, or the host to which the share refers."""
    kind: Literal["max", "min"]
    """Whether the share is at most or at least the value."""


def group_share_changes(site: Site, share: GroupShare) -> list[Change]:
    """Return the changes that limit a share from its first year on."""
    find_group(site.at("group"), share.group)
    find_group(site.at("of"), share.of)
    return share_changes(site, f"{share.kind}_group_share", share.group, share.of, share)


class Share(RootModel[tuple[GroupShare, ...]]):
    """List of shares, each of one group in another."""

    model_config = ConfigDict(frozen=True)

    lever: ClassVar[str] = "share"
    """Key of the lever in a scenario file."""

    def changes(self, site: Site) -> list[Change]:
        """Return the limits by year."""
        return gather(partial(group_share_changes, site.at(index), share) for index, share in enumerate(self.root))

    def warnings(self, site: Site) -> list[Problem]:
        """Return nothing: any share may be wanted."""
        return []
