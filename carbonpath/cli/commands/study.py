"""`carbonpath study tip`: studies of what a plan depends on."""

from __future__ import annotations

from carbonpath.cli.options import define_group
from carbonpath.cli.tip import tip

command = define_group("study")
command.add_command(tip)
