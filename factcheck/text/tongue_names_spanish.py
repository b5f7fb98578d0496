"""Spanish names: titles, articles, pronouns; words for bodies, documents and media."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Names
from factcheck.text.wordlists import words

SPANISH_NAMES: Final = Names(
    titles={
        "don": "he",
        "d": "he",
        "sr": "he",
        "señor": "he",
        "doña": "she",
        "dña": "she",
        "sra": "she",
        "srta": "she",
        "señora": "she",
        "señorita": "she",
        "dr": "he",
        "dra": "she",
        "doctor": "he",
        "doctora": "she",
        "profesor": "he",
        "profesora": "she",
        "fray": "he",
        "sor": "she",
    },
    definite={"el": "he", "la": "she", "los": "they", "las": "they"},
    indefinite={
        "un": "he",
        "uno": "he",
        "alguien": "",
        "una": "she",
        "unos": "they",
        "unas": "they",
        "varios": "they",
        "varias": "they",
        "algunos": "they",
        "algunas": "they",
        "muchos": "they",
        "muchas": "they",
        "numerosos": "they",
        "dos": "they",
        "tres": "they",
        "otros": "they",
    },
    possessives=words("su sus nuestro nuestra"),
    pronouns={
        "él": "he",
        "ella": "she",
        "éste": "he",
        "ésta": "she",
        "ellos": "they",
        "ellas": "they",
        "nosotros": "they",
        "ello": "",
        "yo": "",
    },
    joining=words("de del la las los"),
    ties=words("y e para"),
    of=words("de del al en"),
    epithets=words("""
        experto experta especialista responsable dirigente político política mandatario mandataria
        historiador historiadora arqueólogo arqueóloga investigador investigadora economista científico
        científica
        """),
    relatives=words("que quien cuyo cuya donde"),
    bodies=words("""
        ministerio ayuntamiento consejería gobierno junta generalitat parlamento congreso senado comisión
        comité consejo universidad escuela instituto hospital colegio sindicato partido asociación
        federación confederación fundación policía guardia fiscalía juzgado tribunal audiencia justicia
        ejército empresa compañía grupo banco cámara agencia oficina centro museo iglesia unión liga
        observatorio autoridad estado diputación delegación subdelegación servicio cabildo moncloa
        dirección organización ong plataforma cooperativa cofradía biblioteca alcaldía obispado
        arzobispado diócesis ejecutivo
        """),
    documents=words("""
        informe estudio encuesta sondeo comunicado documento carta nota análisis dictamen texto libro
        declaración sentencia auto memoria informes estudios encuestas datos cifras estadísticas
        estimaciones barómetro investigación
        """),
    by=frozenset({"por"}),
    made=words("""
        publicado publicada publicados publicadas difundido difundida presentado presentada divulgado
        divulgada hecho hecha fechado fechada
        """),
    groups=words("""
        oposición gente mayoría multitud equipo fuentes vecinos testigos expertos críticos familiares
        trabajadores usuarios allegados
        """),
    outlets=words("""
        canal radio país mundo faro diario onda cadena ser cope rtve efe vanguardia voz correo heraldo abc
        razón periódico nacional televisión tve telecinco antena norte levante sur noticias gaceta tribuna
        """),
    media=words("diario periódico semanario revista cadena emisora agencia televisión radio web portal"),
    told=words("a al en con para"),
    men=words("""
        íñigo iñigo fermín nicanor evaristo gael julián josé jesús ángel álvaro andrés félix germán
        gonzalo héctor ignacio iker joaquín jordi lázaro leandro lorenzo marcelino martín mateo matías
        moisés nicolás óscar pau ramiro rodolfo rubén salvador sebastián sergi tobías ulises unai xabier
        víctor emiliano eusebio eugenio faustino agustín aitor alonso anselmo arturo benito borja camilo
        cándido
        """),
    women=words("""
        amparo concha remedios nieves lucía maría pilar dolores consuelo rosario ángeles araceli asunción
        aurora begoña belén candela caridad carmen celia charo cristina elvira encarnación esperanza
        estefanía eugenia fátima gloria guadalupe inés irene itziar leticia lola lourdes macarena
        magdalena maite marisol mercedes milagros miriam montserrat noelia nuria olga paloma paz raquel
        rocío sagrario soledad sonia susana teresa verónica virtudes yolanda
        """),
)
