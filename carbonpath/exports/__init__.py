"""Result tables for other programs, one file each."""
