"""German cues: verbs of saying, `dass`, `laut` and its kin, `zufolge`."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_tongues import Tongue

GERMAN: Final = Tongue(
    verbs=frozenset(
        "sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte betonten meint meinte meinten "
        "berichtet berichtete berichteten berichten schreibt schrieb schrieben teilte kündigte behauptet behauptete "
        "warnt warnte warnten kritisiert kritisierte fordert forderte ergänzt ergänzte antwortet antwortete fragt fragte "
        "räumte gab äußerte bestätigt bestätigte versichert versicherte bekräftigte unterstrich fügte verkündete".split()
    ),
    participles=frozenset(
        "gesagt erklärt betont berichtet geschrieben mitgeteilt angekündigt behauptet gewarnt bestätigt versichert".split()
    ),
    auxiliaries=frozenset("hat haben habe hatte hatten".split()),
    that=frozenset({"dass", "daß"}),
    accord=(
        ("laut",), ("gemäß",), ("nach", "angaben", "von"), ("nach", "angaben", "der"), ("nach", "angaben", "des"),
        ("nach", "aussage", "von"), ("nach", "aussagen", "von"), ("nach", "einschätzung", "von"), ("nach", "ansicht", "von"),
    ),
    breaks=frozenset(
        "und aber oder weil wenn als ob in am im auf mit bei vor nach zu zum zur an gegenüber ist sind war waren wird werden "
        "hat haben wurde wurden soll sollen kann können steigt stieg".split()
    ),
    postposed=frozenset({"zufolge"}),
)  # fmt: skip
