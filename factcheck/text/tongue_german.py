"""German cues: verbs of saying, `dass`, `laut` and its kin, `zufolge`, separable verbs."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Tongue
from factcheck.text.tongue_names_german import GERMAN_NAMES
from factcheck.text.wordlists import words

_DENYING: Final = words("""
    bestreitet bestritt bestritten dementiert dementierte dementierten leugnet leugnete zweifelt zweifelte
    zweifelten bezweifelt bezweifelte wies weist zurückgewiesen
    """)
_ASKING: Final = words("""
    fragt fragte fragten fordert forderte forderten gefordert verlangt verlangte verlangten bittet bat
    baten appelliert appellierte plädiert plädierte plädierten
    """)
_INTENDING: Final = words("""
    kündigt kündigte kündigten angekündigt verspricht versprach versprachen versprochen plant plante
    """)

_ACCORDING: Final = words("""
    angaben aussage aussagen einschätzung ansicht worten informationen auskunft berechnungen erkenntnissen
    darstellung überzeugung meinung schätzung schätzungen recherchen zahlen daten
    """)

GERMAN: Final = Tongue(
    verbs=_DENYING
    | _ASKING
    | _INTENDING
    | words("""
        sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte betonten meint meinte
        meinten berichtet berichtete berichteten berichten schreibt schrieb schrieben teilte teilt teilten
        behauptet behauptete behaupteten warnt warnte warnten kritisiert kritisierte kritisierten ergänzt
        ergänzte antwortet antwortete räumte räumt räumten gab gibt äußerte bestätigt bestätigte
        bestätigten versichert versicherte versicherten bekräftigte unterstrich fügte fügt verkündete
        mitteilt mitteilte mitteilten einräumte ankündigte hinzufügte bekanntgab angab angaben zugab
        erzählt erzählte erzählten glaubt glaubte glauben glaubten denkt dachte findet fand befürchtet
        befürchtete befürchten befürchteten fürchtet fürchtete fürchten hofft hoffte hoffen spottet
        spottete scherzte widerspricht widersprach verteidigt verteidigte wirft warf warfen klagt klagte
        klagten schätzt schätzte vermutet vermutete schildert schilderte urteilt urteilte lobt lobte nennt
        nannte nannten bezeichnet bezeichnete erwidert erwiderte entgegnet entgegnete konterte erläutert
        erläuterte erläuterten führte argumentiert argumentierte resümierte bilanzierte prognostiziert
        prognostizierte rechnete empfiehlt empfahl empfahlen beklagt beklagte beklagten begründet
        begründete freut freute ärgert wundert weiß wusste zeigt zeigte beteuerte gesteht gestand verrät
        verriet wünscht flüsterte ahnt unterstreicht informierte formuliert formulierte rät
        schimpft schimpfte jubelt jubelte wettert wetterte poltert polterte twitterte befindet befand
        schwärmt schwärmte stöhnt stöhnte seufzt seufzte murmelt murmelte prophezeit prophezeite moniert
        monierte witzelt witzelte beschwert beschwerte rechtfertigt rechtfertigte gratuliert gratulierte
        riet mahnt mahnte erinnert erinnerte stellte bedauert bedauerte ruft rief
        """),
    participles=_DENYING
    | words("""
        gesagt erklärt betont berichtet geschrieben mitgeteilt angekündigt behauptet gewarnt bestätigt
        versichert erzählt gefordert verlangt versprochen kritisiert eingeräumt bestritten dementiert
        """),
    auxiliaries=frozenset(["hat", "haben", "habe", "hatte", "hatten"]),
    that=frozenset({"dass", "daß"}),
    accord=(
        ("laut",),
        ("gemäß",),
        *(("nach", noun, *article) for noun in _ACCORDING for article in (("von",), ())),
    ),
    breaks=words("""
        und aber oder weil wenn als ob in am im auf mit bei vor nach zu zum zur an gegenüber ist sind war
        waren wird werden hat haben wurde wurden soll sollen kann können steigt stieg jedoch zudem auch
        nun deshalb daher außerdem dagegen gestern heute dann noch weiter mitte anfang ende januar februar
        märz april mai juni juli august september oktober november dezember montag dienstag mittwoch
        donnerstag freitag samstag sonntag
        """),
    names=GERMAN_NAMES,
    prepositions=words("""
        in im am an auf aus bei mit nach vor zu zum zur über unter durch für gegen ohne um seit bis
        während trotz wegen laut gemäß gegenüber vom von beim ins ans aufs
        """),
    openers=words("""
        daran dazu davon damit darauf daraufhin dabei danach dann dort da hier heute gestern morgen
        zuletzt zuvor später auch nur noch nun jetzt so wie was wer wo als wenn weil ob dass obwohl montag
        dienstag mittwoch donnerstag freitag samstag sonntag zugleich gleichzeitig allerdings außerdem
        zudem deshalb ferner inzwischen dennoch niemand nichts keiner keine kein
        """),
    times=words("""
        am gestern heute montag dienstag mittwoch donnerstag freitag samstag sonntag zuvor weiter jedoch
        auch noch zudem außerdem allerdings dagegen hingegen schließlich
        """),
    postposed=frozenset({"zufolge"}),
    denying=_DENYING,
    asking=_ASKING,
    intending=_INTENDING,
    objects=_DENYING
    | (_ASKING - words("fragt fragte fragten"))
    | _INTENDING
    | words("""
        kritisiert kritisierte kritisierten bestätigt bestätigte nennt nannte nannten bezeichnet
        bezeichnete empfiehlt empfahl empfahlen beklagt beklagte beklagten begründet begründete warf
        warfen wirft befürchtet
        """),
    separable={
        "teilte": words("mit"),
        "teilt": words("mit"),
        "teilten": words("mit"),
        "räumte": words("ein"),
        "räumt": words("ein"),
        "räumten": words("ein"),
        "gab": words("an zu bekannt"),
        "gibt": words("an zu bekannt"),
        "fügte": words("hinzu an"),
        "fügt": words("hinzu an"),
        "kündigt": words("an"),
        "kündigte": words("an"),
        "kündigten": words("an"),
        "wies": words("zurück"),
        "weist": words("zurück"),
        "warf": words("vor"),
        "warfen": words("vor"),
        "wirft": words("vor"),
        "stellte": words("klar fest"),
        "führte": words("aus"),
        "rechnete": words("vor"),
    },
    particles=words("mit ein an zu bekannt hinzu zurück vor klar fest aus"),
    questions=words("ob warum weshalb wie was wer wann wo"),
    hearsay={"heißt": True, "hieß": True, "verlautet": False, "verlautete": False},
    accounts=("angaben", "informationen", "berichten", "erkenntnissen", "schätzungen"),
    tags=frozenset({"so"}),
    like=frozenset({"wie"}),
    when=words("als wenn weil nachdem obwohl während seit bevor da um damit sobald falls ohne statt"),
    plural=("en",),
    joints=words("und sowie"),
    clitics=words("ihm ihn ihnen mir uns mich dir euch sich dazu nun daraufhin"),
    free=True,
)
