"""How large a file a person sends can be; beyond these a file is refused before it is parsed."""

from __future__ import annotations

MAX_FILE_BYTES = 60_000_000
"""Largest file that is opened."""
MAX_INFLATED_BYTES = 250_000_000
"""Largest content of a workbook once unpacked."""
RATIO_BYTES = 20_000_000
"""Content from which on the ratio of packing is looked at; small files of repeated words pack very well."""
MAX_RATIO = 120.0
"""Largest ratio of content to file."""
MAX_MEMBERS = 2_000
"""Most parts inside a workbook."""
MAX_ROWS = 200_000
"""Last row that is read."""
MAX_COLUMNS = 256
"""Last column that is read."""
MAX_AREA = 6_000_000
"""Most cells of a sheet, empty ones between full ones included."""
MAX_TEXT = 32_767
"""Longest text of a cell; Excel's own limit."""
MAX_MEMORY_BYTES = 2_000_000_000
"""Address space of the reading process."""
MAX_SECONDS = 30.0
"""Time for one file."""
READY = b"ready\n"
"""What the reading process says once it can read."""
SHOWN = 20
"""Most findings of one kind that are listed; the rest are counted."""
