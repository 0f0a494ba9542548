"""How many columns texts take, by tables that others made; the program's own tests compare theirs with these files."""

import os
from pathlib import Path

import emoji
import wcwidth

FOLDER = Path(__file__).parent.parent / "TerminalTests" / "Widths"


def scalars() -> str:
    """Each run of scalars of one width, in hexadecimal."""
    lines, first, width = [], 0x20, wcwidth.wcwidth(" ")
    for scalar in range(0x21, 0x110001):
        next_width = None if scalar > 0x10FFFF or 0xD800 <= scalar <= 0xDFFF else wcwidth.wcwidth(chr(scalar))
        if next_width != width:
            if width is not None:
                lines.append(f"{first:04X} {scalar - 1:04X} {width}")
            first, width = scalar, next_width
    return "\n".join(lines) + "\n"


def emoji_sequences() -> str:
    """The emoji of several scalars that fonts draw as one, those of a base, an emoji or a flag, on one line."""
    families: dict[str, list[str]] = {}
    for sequence, facts in emoji.EMOJI_DATA.items():
        if facts["status"] <= emoji.STATUS["fully_qualified"] and len(sequence) > 1:
            families.setdefault(sequence[0], []).append(sequence)
    return "\n".join(" ".join(sorted(families[base])) for base in sorted(families)) + "\n"


def is_as_recorded(name: str, table: str) -> bool:
    path = FOLDER / name
    if os.environ.get("WIDTHS") == "record":
        path.write_text(table, encoding="utf-8")
    return path.read_text(encoding="utf-8") == table


def test_the_table_of_scalars_is_that_of_the_latest_unicode_version():
    assert is_as_recorded("scalars.txt", scalars())


def test_the_table_of_emoji_is_that_of_the_latest_unicode_version():
    assert is_as_recorded("emoji.txt", emoji_sequences())


def test_all_take_two_columns_but_skin_tones_on_what_is_text_by_itself():
    # wcwidth takes the base's own width; by UTS 51 a skin tone makes an emoji of it, as terminals draw it.
    others = [sequence for line in emoji_sequences().split("\n") for sequence in line.split() if wcwidth.wcswidth(sequence) != 2]
    assert others
    assert all(len(sequence) == 2 and 0x1F3FB <= ord(sequence[1]) <= 0x1F3FF for sequence in others)
