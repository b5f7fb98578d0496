"""Who is taken for the speaker, by kind of phrase and frame: `python -m tests.bench.speakers [--cells]`.

The kinds and frames of `speakers.toml` make a sentence each. `exact` is the share in which all the words
that tell who speaks are the source, `part` that in which the source is their first words or goes past them,
`nobody` that in which nobody is found, and `other` that in which words are given to somebody else. English
is read by the peers that are installed too (see `tests.bench.text`).
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck.text import analyse
from tests.bench.text_attribution import SYSTEMS, Reader

TABLE = Path(__file__).with_suffix(".toml")
OUTCOMES = ("exact", "part", "nobody", "other")

Read = Callable[[str], list[str]]
"""The words of each source that is found in a sentence."""


def sentences(speakers: Sequence[str], frames: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each speaker in each frame, with the words that are the source."""
    for speaker in speakers:
        bare = speaker.rstrip(",")
        for frame in frames:
            opening = speaker[0].upper() + speaker[1:]
            # What sets an apposition off ends with its sentence, or where the frame has a mark of its own.
            closing = bare if re.search(r"\{voice\}[.,—]", frame) else speaker
            text = frame.format(Voice=opening, voice=closing).replace("..", ".")
            yield text, bare[0].upper() + bare[1:] if frame.startswith("{Voice}") else bare


def outcome(wanted: str, found: Sequence[str]) -> str:
    """How the sources found compare with the words wanted."""
    plain = [source.rstrip(",.") for source in found]
    wanted = wanted.rstrip(".")
    if any(not wanted.startswith(source) and wanted not in source for source in plain):
        return "other"  # beside the right one too
    if wanted in plain:
        return "exact"
    return "part" if plain else "nobody"


def read_ours(language: str) -> Read:
    """Read sentences of one language with our engine."""

    def read(text: str) -> list[str]:
        found = analyse(text, language=language)
        return [
            found.text[each.source[0][0] : each.source[-1][1]] for each in found.attributions if each.source
        ]

    return read


def read_peer(reader: Reader) -> Read:
    """Read sentences with a system of the attribution bench."""

    def read(text: str) -> list[str]:
        return [text[row["source"][0][0] : row["source"][-1][1]] for row in reader(text)() if row["source"]]

    return read


def cells_of(language: dict[str, dict[str, list[str]]]) -> list[tuple[str, str]]:
    """The sentences of one language's table, for one speaker and for several."""
    return [cell for kind in language.values() for cell in sentences(kind["speakers"], kind["frames"])]


def measure(
    name: str, cells: Sequence[tuple[str, str]], read: Read, *, show: bool = False
) -> dict[str, float]:
    """Print the shares of one system in percent, and with `show` what it misses; return them by outcome."""
    counted: Counter[str] = Counter()
    for text, wanted in cells:
        found = read(text)
        how = outcome(wanted, found)
        counted[how] += 1
        if show and how in {"nobody", "other"}:
            print(f"  {how:8}{text}  {' | '.join(found)}")
    shares = {how: 100 * counted[how] / len(cells) for how in OUTCOMES}
    print(f"{name:24}{len(cells):9}" + "".join(f"{share:9.1f}" for share in shares.values()), flush=True)
    return shares


def main() -> None:
    """Measure our engine in each language, and the peers in English."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cells", action="store_true", help="print what is missed")
    show = parser.parse_args().cells
    print(f"{'':24}{'cells':>9}" + "".join(f"{how:>9}" for how in OUTCOMES))
    for language, table in tomllib.loads(TABLE.read_text(encoding="utf-8")).items():
        cells = cells_of(table)
        measure(f"ours, {language}", cells, read_ours(language), show=show)
        for system in SYSTEMS if language == "en" else ():
            if not system.packages:
                continue  # ours
            try:
                reader = system.load()
            except ImportError:
                print(f"{system.name:24}not installed: pip install {' '.join(system.packages)}")
                continue
            measure(f"{system.name}, en", cells, read_peer(reader))


if __name__ == "__main__":
    main()
