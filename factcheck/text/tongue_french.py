"""French cues: verbs of saying, `que`, `selon` and its kin."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_tongues import Tongue
from factcheck.text.wordlists import words

FRENCH: Final = Tongue(
    verbs=words(
        """
        dit disent disait déclare déclarent déclarait affirme affirment affirmait explique expliquent
        expliquait assure assurent assurait estime estiment estimait souligne soulignent soulignait ajoute
        ajoutent ajoutait précise précisent précisait indique indiquent indiquait annonce annoncent
        annonçait raconte racontent écrit écrivent prévient préviennent avertit répond répondent reconnaît
        rappelle rappellent insiste confie lance demande dénonce soutient poursuit conclut répète
        """
    ),
    participles=words(
        """
        dit déclaré affirmé expliqué assuré estimé souligné ajouté précisé indiqué annoncé raconté écrit
        prévenu averti répondu reconnu rappelé insisté confié lancé demandé dénoncé soutenu poursuivi
        conclu répété
        """
    ),
    auxiliaries=frozenset(["a", "ont", "avait", "avaient"]),
    that=words("que qu’il qu'il qu’elle qu'elle qu’ils qu'ils qu’un qu'un qu’une qu'une"),
    accord=(("selon",), ("d’après",), ("d'après",), ("à", "en", "croire")),
    breaks=words(
        """
        et mais ou car dans lors sur avec pendant après avant devant auprès vendredi samedi dimanche lundi
        mardi mercredi jeudi hier est sont était a ont sera seront
        """
    ),
)
