"""Spanish cues: verbs of saying, `que`, `según` and its kin."""

from __future__ import annotations

from typing import Final

from factcheck.text.attribution_tongues import Tongue
from factcheck.text.wordlists import words

SPANISH: Final = Tongue(
    verbs=words(
        """
        dice dicen dijo dijeron decía afirma afirman afirmó afirmaron declara declaran declaró declararon
        explica explican explicó explicaron asegura aseguran aseguró aseguraron señala señalan señaló
        señalaron añade añaden añadió añadieron indica indican indicó indicaron anuncia anuncian anunció
        anunciaron advierte advierten advirtió advirtieron reconoce reconoció sostiene sostuvo insiste
        insistió escribe escribió responde respondió cuenta contó comenta comentó recuerda recordó subraya
        subrayó denuncia denunció agrega agregó manifiesta manifestó
        """
    ),
    participles=words(
        """
        dicho afirmado declarado explicado asegurado señalado añadido indicado anunciado advertido
        reconocido sostenido insistido escrito respondido contado comentado recordado subrayado denunciado
        manifestado
        """
    ),
    auxiliaries=frozenset(["ha", "han", "había", "habían"]),
    that=frozenset({"que"}),
    accord=(("según",), ("de", "acuerdo", "con"), ("a", "juicio", "de"), ("en", "opinión", "de")),
    breaks=words(
        """
        y pero o porque en durante sobre con tras antes después ante es son era fue ha han será serán este
        ayer hoy lunes martes miércoles jueves viernes sábado domingo
        """
    ),
)
