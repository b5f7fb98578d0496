"""Spanish cues: verbs of saying, `que`, `según` and its kin, infinitives."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Tongue
from factcheck.text.tongue_names_spanish import SPANISH_NAMES
from factcheck.text.wordlists import words

_DENYING: Final = words("""
    niega niegan negó negaron negado desmiente desmienten desmintió desmintieron desmentido rechaza
    rechazan rechazó rechazaron rechazado duda dudan dudó
    """)
_ASKING: Final = words("""
    pregunta preguntan preguntó preguntaron preguntado pide piden pidió pidieron pedido exige exigen
    exigió exigieron exigido reclama reclaman reclamó reclamaron reclamado solicita solicitó solicitado
    """)
_INTENDING: Final = words("""
    anuncia anuncian anunció anunciaron anunciado promete prometen prometió prometieron prometido
    """)

SPANISH: Final = Tongue(
    verbs=(
        _DENYING
        | _ASKING
        | _INTENDING
        | words("""
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
        prosigue prosiguió continúa continuó puntualiza puntualizó tercia terció remacha remachó lanzó soltó
        suspiró alega alegó alegaron expuso expusieron razonó recriminó vaticina vaticinó enfatiza enfatizó
        clamó tuiteó felicitó precisaron
        apostilla apostilló piensa piensan pensaba muestra muestran mostró mostraron demuestra demuestran
        refleja reflejan reflejó
        """)
    )
    - words("negado desmentido rechazado preguntado pedido exigido reclamado solicitado anunciado prometido"),
    participles=words("""
        dicho afirmado declarado explicado asegurado señalado añadido indicado anunciado advertido
        reconocido sostenido insistido escrito respondido contado comentado recordado subrayado denunciado
        manifestado negado desmentido rechazado preguntado pedido exigido reclamado solicitado prometido
        recalcado confesado contestado repetido puntualizado alegado expuesto precisado
        admitido lamentado informado confirmado quejado calculado opinado considerado
        """),
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
        nadie nada todo ninguno ninguna
        antes ahora entonces ya no esto eso lunes martes miércoles jueves viernes sábado domingo más menos
        """),
    denying=_DENYING,
    asking=_ASKING,
    intending=_INTENDING,
    objects=_DENYING
    | (_ASKING - words("pregunta preguntan preguntó preguntaron preguntado"))
    | _INTENDING
    | words("""
        confirma confirmó confirmaron reconoce reconoció admite admitió denuncia denunció denunciaron
        critica criticó lamenta lamentó
        """),
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
