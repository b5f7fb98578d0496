"""French cues: verbs of saying, `que`, `selon` and its kin, infinitives."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Tongue
from factcheck.text.tongue_names_french import FRENCH_NAMES
from factcheck.text.wordlists import words

_DENYING: Final = words("""
    dément démentent démentait démenti nie nient niait nié conteste contestent contestait contesté doute
    doutent réfute réfutent réfuté
    """)
_ASKING: Final = words("""
    demande demandent demandait demandaient demandé réclame réclament réclamait réclamaient réclamé exige
    exigent exigeait exigé interroge s'interroge appelle appellent
    """)
_INTENDING: Final = words("""
    annonce annoncent annonçait annoncé promet promettent promettait promis compte prévoit prévoient
    """)

FRENCH: Final = Tongue(
    verbs=(
        _DENYING
        | _ASKING
        | _INTENDING
        | words("""
        dit disent disait déclare déclarent déclarait affirme affirment affirmait explique expliquent
        expliquait assure assurent assurait estime estiment estimait souligne soulignent soulignait ajoute
        ajoutent ajoutait précise précisent précisait indique indiquent indiquait raconte racontent écrit
        écrivent prévient préviennent avertit répond répondent reconnaît rappelle rappellent insiste
        confie lance dénonce dénoncent soutient poursuit conclut répète résume résument tranche souffle
        soupire ironise plaisante s'indigne s'inquiète s'étonne s'agace croit croient pense pensent juge
        jugent soupçonne soupçonnent craint craignent espère espèrent regrette confirme confirment
        témoigne murmure glisse martèle admet admettent note notent constate constatent calcule redoute
        déplore déplorent défend défendent alerte alertent relève relèvent remarque observe observent
        reproche reprochent accuse accusent argumente plaide plaident réagit réagissent rétorque réplique
        renchérit nuance tempère tonne s'emporte s'alarme s'exclame s'insurge peste ironisait commente
        analyse détaille détaillent rapporte rapportent relate certifie garantit jure prétend prétendent
        suggère recommande recommandent conseille propose proposent souhaite souhaitent imagine suppose
        signale signalent révèle révèlent dévoile mentionne évoque salue saluent réjouit félicite inquiète
        lâche raille fustige riposte complète abonde reprend avoue amuse tacle balaie fulmine sourit
        indigne étonne alarme désole agace souvient insurge montre montrent démontre démontrent
        fait font faisait
        """)
    )
    - words("démenti nié contesté réfuté demandé réclamé exigé annoncé promis"),
    participles=words("""
        dit déclaré affirmé expliqué assuré estimé souligné ajouté précisé indiqué annoncé raconté écrit
        prévenu averti répondu reconnu rappelé insisté confié lancé demandé dénoncé soutenu poursuivi
        conclu répété résumé félicité indigné inquiété étonné confirmé démenti nié contesté réfuté réclamé
        exigé promis admis noté constaté jugé regretté témoigné confessé plaisanté ironisé agacé défendu
        déploré alerté relevé remarqué observé reproché accusé plaidé réagi rétorqué répliqué renchéri
        nuancé commenté détaillé rapporté relaté certifié garanti juré suggéré recommandé conseillé
        proposé souhaité signalé révélé dévoilé évoqué salué exclamé insurgé emporté alarmé tranché
        soufflé glissé martelé pensé cru écrié lâché raillé tonné fustigé avoué riposté soupiré tweeté
        complété abondé repris crié réjoui amusé pointé balayé fait lamenté interrogé désolé plaint
        """),
    auxiliaries=frozenset(
        ["a", "ont", "avait", "avaient", "s'est", "s’est", "s’était", "s'était", "se", "sont"]
    ),
    that=frozenset({"que", "qu'"}),
    accord=(("selon",), ("d’après",), ("d'après",), ("à", "en", "croire")),
    breaks=words("""
        et mais ou car dans lors sur avec pendant après avant devant auprès vendredi samedi dimanche lundi
        mardi mercredi jeudi hier est sont était a ont sera seront à au aux en ce cette
        """),
    names=FRENCH_NAMES,
    prepositions=words("""
        dans en à au aux sur sous avec sans pour par chez depuis pendant après avant vers selon contre
        entre
        """),
    times=words("""
        hier lundi mardi mercredi jeudi vendredi samedi dimanche aussi également encore toutefois
        cependant pourtant ensuite enfin
        """),
    openers=words("""
        ainsi puis alors hier demain aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche ce
        personne rien tout aucun aucune nul
        cela ceci ça c'est quand lorsque si comme que qui quoi où il-y-a bien plus moins
        """),
    months=words("""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        """),
    denying=_DENYING,
    asking=_ASKING,
    intending=_INTENDING,
    objects=_DENYING
    | _ASKING
    | _INTENDING
    | words("""
        confirme confirment confirmé reconnaît reconnu dénonce dénoncent dénoncé soupçonne soupçonnent
        craint craignent regrette admet admis redoute déplore déplorent défend défendent alerte alertent
        relève relèvent remarque observe observent reproche reprochent accuse accusent argumente plaide
        plaident réagit réagissent rétorque réplique renchérit nuance tempère tonne s'emporte s'alarme
        s'exclame s'insurge peste ironisait commente analyse détaille détaillent rapporte rapportent
        relate certifie garantit jure prétend prétendent suggère recommande recommandent conseille propose
        proposent souhaite souhaitent imagine suppose signale signalent révèle révèlent dévoile mentionne
        évoque salue saluent
        """),
    views=frozenset({"pour"}),
    phrases=dict.fromkeys(words("fait font faisait"), words("savoir valoir remarquer observer")),
    gerunds=(("ant", ("e", "")),),
    agreements=("es", "e", "s"),
    asides=words("de_son_côté de_leur_côté pour_sa_part pour_leur_part quant_à_lui quant_à_elle"),
    questions=words("si pourquoi comment quand où qui combien"),
    not_that=words("ce plus moins alors tandis afin pour parce aussi tant bien ne autre même dès"),
    reflexives=words("se lui leur nous vous me te"),
    infinitives=words("avoir être n'en ne n' ne-pas vouloir pouvoir devoir craindre d' de"),
    infinitive_endings=("er", "ir", "oir", "dre", "tre", "ire"),
    like=frozenset({"comme"}),
    when=words("lorsque quand si comme alors tandis pour après avant afin"),
    plural=("ont", "ent"),
    joints=words("et"),
    clitics=words("lui leur nous vous me m' te t' se s' le la les l' y en"),
    finite=words(
        "a ont va vont est sont sera seront était étaient avait avaient doit doivent peut peuvent fait"
    ),
    future=("era", "eront", "ait", "aient"),
    homographs=words("""
        juge juges note notes demande demandes annonce annonces doute doutes réplique analyse nuance
        compte montre riposte reproche calcule conteste
        """),
)
