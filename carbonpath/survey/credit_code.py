"""The unified social credit code of a firm."""

from __future__ import annotations

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_MODULUS = 31


def is_credit_code(code: str) -> bool:
    """Tell whether `code` is a unified social credit code with the right check character.

    The first 17 characters, valued by their place in an alphabet without I, O, S, V and Z, are weighted by powers of
    3 modulo 31; the last makes the sum divisible (GB 32100-2015).
    """
    if len(code) != 18 or any(character not in _ALPHABET for character in code):
        return False
    weighted = sum(_ALPHABET.index(character) * 3**place for place, character in enumerate(code[:17]))
    return _ALPHABET[-weighted % _MODULUS] == code[17]
