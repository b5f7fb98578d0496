"""Words that end in a full stop without ending a sentence, by what may follow them.

The tables say what a word does, not whether a sentence ends: that is decided in `sentences` from
the word and what follows. English stands here, other languages in `abbreviations_europe`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.text.wordlists import words

# What an abbreviation does:
TITLE = 1  # stands before a name: `Dr. Roe`; never ends a sentence before a capital
NUMBER = 2  # stands before a number: `No. 5`; otherwise it is a word
CLOSING = 3  # may also end a sentence: `Inc.`, `U.S.`, `etc.`; the next word decides
INNER = 4  # never ends a sentence: `e.g.`, `vs.`
MONTH = 5  # stands before a day or a year: `Sept. 11`; otherwise may end a sentence
CLOCK = 6  # `p.m.`: the next word decides, but days and zones follow as well
ALWAYS = 7  # `etc.`: no name goes on after it, a capital opens a sentence


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the scanner has to know of one language.

    `abbreviations` maps a word without its last full stop to what it does. `openers` are words
    that, with a capital, open a sentence rather than go on with a name. `ordinals` says that a
    full stop makes a number an ordinal (`am 3. März`), `endings` that words with one of them are
    shortened (`Hauptstr.`).
    """

    abbreviations: dict[str, int]
    openers: frozenset[str]
    ordinals: bool = False
    endings: tuple[str, ...] = ()


def table(**lists: str) -> dict[str, int]:
    """Return the abbreviations of `lists`, whose names are the constants above in small letters."""
    kinds = {
        "title": TITLE,
        "number": NUMBER,
        "closing": CLOSING,
        "inner": INNER,
        "month": MONTH,
        "clock": CLOCK,
        "always": ALWAYS,
    }
    return {word: kinds[name] for name, words in lists.items() for word in words.split()}


ENGLISH = Lexicon(
    abbreviations=table(
        title="""
        Mr Mrs Ms Mx Dr Prof Profs Drs Messrs Mmes Mme Mlle Rev Fr Hon Gov Govs Sen Sens Rep Reps Pres Amb
        Atty Gen Gens Lt Col Cols Maj Capt Cpt Cmdr Cdr Sgt Sgts Cpl Pfc Pvt Adm Brig Supt Insp Det Ofc Sec
        Treas Asst Assoc Dist Msgr Mgr Ald Comdr Lieut Cllr mr mrs ms dr prof sen rep gov gen lt col capt
        sgt rev Hr
        """,
        number="""
        No Nos no nos Art Arts Sec Secs Sect Fig Figs fig figs p pp P Pp Vol vol Vols Ch ch Eq Op op Par
        para Pt pt Rt Rte Apt apt N° n° Nr §
        """,
        closing="""
        St Ste Mt Ft Inc Corp Co Cos Ltd LLC Bros Assn Cie Plc PLC Jr Sr Esq MD PhD Ph.D M.D B.A M.A M.B.A
        J.D D.D.S M.Sc B.Sc Ave Blvd Rd Dr Ln Ct Pl Sq Hwy Pkwy Dept Univ Intl Natl Mfg Bldg Est est al lb
        lbs oz ft sq mi yr yrs hr hrs min mins sec secs mph km kg dept inc corp co ltd jr sr bros ave blvd
        rd U.S U.K U.N E.U U.A.E U.S.A U.S.S.R D.C L.A N.Y N.J N.C S.C N.D S.D N.H N.M R.I W.Va B.C A.D
        B.C.E C.E P.S R.I.P Q.E.D Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich
        Minn Miss Mo Mont Neb Nebr Nev Okla Ore Oreg Pa Penn Penna Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que
        Alta Sask
        """,
        inner="""
        e.g i.e eg ie vs v Vs viz cf Cf c ca approx Approx incl esp aka a.k.a resp
        """,
        month="Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec",
        always="etc Etc",
        clock="""
        a.m p.m A.M P.M E.S.T E.D.T E.T C.S.T C.D.T C.T M.S.T M.D.T M.T P.S.T P.D.T P.T G.M.T U.T.C B.S.T
        C.E.T
        """,
    ),
    openers=words("""
        The A An This That These Those It Its He She They We You I His Her Their Our My Your Who What When
        Where Why How Which Whose Whether If In On At By For From To With Without Within Of As And But Or
        Nor So Yet Because Since While Although Though Unless Until Before After During Despite Through
        Throughout Under Over Between Among Against About Above Across Along Amid Around Behind Below
        Beneath Beside Besides Beyond Like Near Off Once Only Even Both Either Neither Each Every All Any
        Some Many Most Much More Few Several Such No None Not Nobody Nothing Never One Two Three Four Five
        Six Seven Eight Nine Ten Another Other Others There Here Then Thus Therefore Hence However Moreover
        Meanwhile Also Still Already Again Now Today Yesterday Tomorrow Later Earlier Recently Finally
        Eventually Instead Indeed Perhaps Maybe Is Are Was Were Do Does Did Has Have Had Can Could Would
        Should Might Must Let Please Yes Well Oh Asked Speaking According Following Given Based Additionally
        Furthermore Nevertheless Nonetheless Otherwise Similarly Likewise Rather Afterwards Afterward
        Officials Police Authorities Experts Critics Analysts Researchers Scientists People Voters
        Prosecutors Investigators Witnesses Residents Thousands Hundreds Millions Dozens Everyone Everybody
        Someone Something Anyone Everything Nearly Almost About Roughly Approximately Shares It's That's
        There's He's She's They're We're I'm I've I'll You're Don't Didn't Isn't What's Here's Let's It’s
        That’s There’s He’s She’s They’re We’re I’m I’ve I’ll You’re Don’t Didn’t Isn’t What’s Here’s Let’s
        Unlike Having Being Those Them Him Us Me Will
        """),
)
