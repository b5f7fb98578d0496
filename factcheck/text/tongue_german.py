"""German cues: verbs of saying, `dass`, `laut` and its kin, `zufolge`."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_tongues import Tongue
from factcheck.text.wordlists import words

GERMAN: Final = Tongue(
    verbs=words(
        """
        sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte betonten meint meinte
        meinten berichtet berichtete berichteten berichten schreibt schrieb schrieben teilte kündigte
        behauptet behauptete warnt warnte warnten kritisiert kritisierte fordert forderte ergänzt ergänzte
        antwortet antwortete fragt fragte räumte gab äußerte bestätigt bestätigte versichert versicherte
        bekräftigte unterstrich fügte verkündete
        """
    ),
    participles=words(
        """
        gesagt erklärt betont berichtet geschrieben mitgeteilt angekündigt behauptet gewarnt bestätigt
        versichert
        """
    ),
    auxiliaries=frozenset(["hat", "haben", "habe", "hatte", "hatten"]),
    that=frozenset({"dass", "daß"}),
    accord=(
        ("laut",),
        ("gemäß",),
        *(
            ("nach", noun, article)
            for noun in ("angaben", "aussage", "aussagen", "einschätzung", "ansicht", "worten")
            for article in ("von", "der", "des")
        ),
    ),
    breaks=words(
        """
        und aber oder weil wenn als ob in am im auf mit bei vor nach zu zum zur an gegenüber ist sind war
        waren wird werden hat haben wurde wurden soll sollen kann können steigt stieg
        """
    ),
    postposed=frozenset({"zufolge"}),
)
