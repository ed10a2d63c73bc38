"""A copy of a workbook in which the cells at fault are marked, everything else as it was.

The parts of the file are edited in place, a few bytes each: the style of a marked cell, two fills, the notes and their
boxes. Reading the workbook into objects and saving them again would lose what the objects do not know (results of
formulas, charts, macros, drop-downs of newer programs), and would open a stranger's file with a second parser. The copy
is read back and must hold the same cells; where it does not, or the file is no workbook, the cells are written anew
without their formats.
"""
