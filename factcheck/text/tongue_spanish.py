"""Spanish cues: verbs of saying, `que`, `según` and its kin, infinitives."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Tongue
from factcheck.text.tongue_names_spanish import SPANISH_NAMES
from factcheck.text.wordlists import words

# Verbs whose participle their past does not tell, participles of these and of others without such a past.
_IRREGULAR: Final = words("""
    advirtió desmintió sugirió pidió repitió prosiguió escribió creyó concluyó anunció denunció sentenció
    terció
    """)
_PARTICIPLES: Final = words("""
    dicho escrito sostenido expuesto propuesto mantenido previsto advertido desmentido sugerido pedido
    repetido proseguido hecho dejado creído concluido anunciado denunciado sentenciado
    """)


def _forms(verbs: frozenset[str]) -> frozenset[str]:
    """Verbs with their past for many and their participle: of `avisó` also `avisaron` and `avisado`."""
    past = [verb for verb in verbs if verb.endswith("ó") and not verb.endswith("yó")]
    many = {verb[:-1] + ("eron" if verb.endswith("ió") else "aron") for verb in past if not _first(verb)}
    many |= {verb[:-1] + "aron" for verb in past if _first(verb)}
    told = [verb for verb in past if verb not in _IRREGULAR]
    return verbs | many | {verb[:-2] + "ido" if verb.endswith("ió") else verb[:-1] + "ado" for verb in told}


def _first(verb: str) -> bool:
    """Whether a past in `-ió` is that of a verb in `-iar` (`anunció`)."""
    return verb.endswith(("nció", "rció"))


_DENYING: Final = _forms(
    words("""
    niega niegan negó negaron negado desmiente desmienten desmintió desmintieron desmentido rechaza
    rechazan rechazó rechazaron rechazado duda dudan dudó
    """)
)
_ASKING: Final = _forms(
    words("""
    pregunta preguntan preguntó preguntaron preguntado pide piden pidió pidieron pedido exige exigen
    exigió exigieron exigido reclama reclaman reclamó reclamaron reclamado solicita solicitó solicitado
    """)
)
_INTENDING: Final = _forms(
    words("""
    anuncia anuncian anunció anunciaron anunciado promete prometen prometió prometieron prometido
    """)
)

_SAYING: Final = _forms(
    words("""
    dice dicen dijo dijeron decía afirma afirman afirmó afirmaron declara declaran declaró declararon
    explica explican explicó explicaron asegura aseguran aseguró aseguraron señala señalan señaló
    señalaron añade añaden añadió añadieron indica indican indicó indicaron advierte advierten
    advirtió advirtieron reconoce reconocen reconoció reconocieron sostiene sostienen sostuvo insiste
    insistió escribe escribió responde responden respondió respondieron cuenta contó comenta comentó
    recuerda recordó subraya subrayó denuncia denuncian denunció denunciaron agrega agregó manifiesta
    manifestó cree creen creía creyó opina opinan opinó considera consideran consideró calcula
    calculan calculó admite admiten admitió admitieron bromea bromeó queja quejó quejaron lamenta
    lamentó replica replicó informa informan informó informaron confirma confirman confirmó
    confirmaron teme temen temía estima estiman estimó relata relató apunta apuntó precisa precisó
    matiza matizó avisa avisó espera esperan confía ironizó zanjó resume resumió defiende defendió
    critica criticó sospecha sospechan sospechaba sospechó protesta protestan protestó protestaron
    relataron narra narró narraron detalla detalló detallaron destaca destacan destacó destacaron
    aclara aclaró aclararon alerta alertan alertó alertaron argumenta argumentó sugiere sugieren
    sugirió recomienda recomendó recomendaron propone proponen propuso reitera reiteró reiteraron
    remarca remarcó recalca recalcó resalta resaltó valora valoró celebra celebró revela revelan
    reveló revelaron certifica certificó garantiza garantizó jura juró sostenía mantiene mantuvo
    concluye concluyó concluyeron constata constató prevé prevén cuestiona cuestionó acusa acusan
    acusó reprocha reprochó bromean exclama exclamó grita gritó susurra susurró espeta espetó zanja
    confesó confesaron contesta contestó contestaron repite repitió repitieron sentencia sentenció
    prosigue prosiguió continúa continuó puntualiza puntualizó tercia terció remacha remachó lanzó
    soltó suspiró alega alegó alegaron expuso expusieron razonó recriminó vaticina vaticinó enfatiza
    enfatizó clamó tuiteó felicitó precisaron apostilla apostilló piensa piensan pensaba muestra
    muestran mostró mostraron demuestra demuestran refleja reflejan reflejó avanzó avanza avanzan
    comunicó comunica comunican opinaron criticaron lamentaron apuntaron recordaron subrayaron
    comentaron contaron ratificó ratifica acusaron
    """)
)

_SAID: Final = _DENYING | _ASKING | _INTENDING | _SAYING
_PERFECT: Final = _PARTICIPLES | {verb for verb in _SAID if verb.endswith(("ado", "ido"))}

SPANISH: Final = Tongue(
    verbs=(_SAID | words("dejó deja dejaron hizo hace hicieron")) - _PERFECT,
    participles=_PERFECT,
    auxiliaries=frozenset(["ha", "han", "había", "habían"]),
    that=frozenset({"que"}),
    accord=(("según",), ("de", "acuerdo", "con"), ("a", "juicio", "de"), ("en", "opinión", "de")),
    breaks=words("""
        y pero o porque en durante sobre con tras antes después ante es son era fue ha han será serán este
        ayer hoy lunes martes miércoles jueves viernes sábado domingo a al también ya no
        """),
    names=SPANISH_NAMES,
    prepositions=words("""
        en a al de del con sin por para desde durante tras según sobre bajo entre hasta hacia contra ante
        """),
    times=words("""
        este esta ayer hoy lunes martes miércoles jueves viernes sábado domingo también anoche mañana
        tarde noche semana además entonces luego
        """),
    openers=words("""
        cuando si como que quien donde aunque mientras así también además ayer hoy mañana luego después
        nadie nada todo ninguno ninguna ningún
        antes ahora entonces ya no esto eso lunes martes miércoles jueves viernes sábado domingo más menos
        """),
    months=words("""
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        """),
    denying=_DENYING,
    asking=_ASKING,
    intending=_INTENDING,
    objects=_DENYING
    | (_ASKING - words("pregunta preguntan preguntó preguntaron preguntado"))
    | _INTENDING
    | _forms(
        words(
            "confirma confirmó reconoce reconoció admite admitió denuncia denunció critica criticó lamenta"
            " lamentó"
        )
    )
    | words("denunciado"),
    views=frozenset({"para"}),
    phrases={
        **dict.fromkeys(words("dejó deja dejaron dejado"), words("claro constancia")),
        **dict.fromkeys(words("hizo hace hicieron hecho"), words("saber constar notar ver")),
    },
    gerunds=(("ando", ("a", "ó")), ("iendo", ("e", "ió"))),
    asides=words("por_su_parte por_su_lado por_otra_parte en_cambio"),
    questions=words("si por qué cómo cuándo dónde quién cuánto"),
    not_that=words("lo más menos sino para ya así antes después mismo el la los las"),
    reflexives=words("se le les lo nos os me te"),
    infinitives=words("haber ser estar tener"),
    infinitive_endings=("ar", "er", "ir", "arse", "erse", "irse"),
    like=frozenset({"como", "según"}),
    when=words("cuando si aunque mientras como para tras"),
    dropped=True,
    plural=("n",),
    joints=words("y e"),
    finite=words(
        "es son fue fueron será serán está están estaba ha han había va van se debe deben puede hay"
    ),
    future=("ará", "erá", "irá", "arán", "erán", "irán", "aba", "aban"),
    clitics=words("le les lo la los las nos os me te se"),
)
