"""English verb forms from a lemma: enough morphology for a table of cues.

Regular spelling rules (Quirk et al., *A Comprehensive Grammar of the English Language*, sections
3.5 to 3.20) and the irregular verbs that a cue table uses.
"""

from __future__ import annotations

from typing import Final

from factcheck.text.wordlists import words

# lemma, past, past participle
_FORMS: Final = """
    say said said, have had had, lead led led, tell told told, think thought thought, know knew known,
    feel felt felt, find found found, see saw seen, write wrote written, read read read,
    speak spoke spoken, swear swore sworn, hear heard heard, understand understood understood,
    hold held held, foresee foresaw foreseen, forget forgot forgotten, make made made, lay laid laid,
    put put put, go went gone, sing sang sung, teach taught taught, bet bet bet, shoot shot shot,
    fire fired fired, hit hit hit, fight fought fought, seek sought sought, choose chose chosen,
    mean meant meant, forecast forecast forecast, cast cast cast, retell retold retold,
    uphold upheld upheld, withdraw withdrew withdrawn, give gave given, take took taken, come came come,
    keep kept kept, foretell foretold foretold, spread spread spread, draw drew drawn, weep wept wept,
    spit spat spat, forbid forbade forbidden, bid bid bid, begin began begun, run ran run,
    throw threw thrown, set set set, strike struck struck, break broke broken, bring brought brought,
    let let let, send sent sent, misspeak misspoke misspoken, get got gotten, stand stood stood
    """
_IRREGULAR: Final = {
    lemma: (simple, perfect) for lemma, simple, perfect in (cell.split() for cell in _FORMS.split(","))
}

_DOUBLED: Final = words(
    """
    quip rap admit submit plan plot rebut refer infer confer defer concur bet pan nod permit commit omit
    rip slam brag hem snap stop sob tut wag spot dub prefer regret pen jab ad-lib hug let set hit put cut
    get
    """
)


_BRITISH: Final = words("signal label counsel quarrel")


def forms(lemma: str) -> tuple[str, ...]:
    """All forms of a verb: base, third person, past, participle, gerund."""
    return (lemma, third_person(lemma), past(lemma), participle(lemma), gerund(lemma))


def past(lemma: str) -> str:
    """The simple past of a regular or listed verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][0]
    return _regular_past(lemma)


def participle(lemma: str) -> str:
    """The past participle."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][1]
    return _regular_past(lemma)


def _regular_past(lemma: str) -> str:
    """`-ed` with its spelling changes."""
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def doubled(lemma: str) -> tuple[str, str] | None:
    """Past and gerund as Britain spells them, where that differs (`signalled`)."""
    return (lemma + "led", lemma + "ling") if lemma in _BRITISH else None


def third_person(lemma: str) -> str:
    """The third person singular of the present."""
    if lemma in {"go", "have"}:
        return "goes" if lemma == "go" else "has"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def gerund(lemma: str) -> str:
    """The `-ing` form."""
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ing"
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    return lemma + "ing"
