"""German names: titles, articles, pronouns; endings of words for bodies and for roles."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Names
from factcheck.text.wordlists import words

GERMAN_NAMES: Final = Names(
    titles={
        "herr": "he",
        "herrn": "he",
        "frau": "she",
        "dr": "",
        "prof": "",
        "professor": "he",
        "professorin": "she",
        "med": "",
        "jur": "",
        "phil": "",
        "graf": "he",
        "gräfin": "she",
    },
    definite={"der": "", "die": "", "das": "", "den": "he", "dem": "", "des": ""},
    indefinite={
        "ein": "",
        "eine": "she",
        "einem": "",
        "einen": "he",
        "einer": "",
        "eines": "",
        "mehrere": "they",
        "viele": "they",
        "einige": "they",
        "manche": "they",
        "zahlreiche": "they",
        "zwei": "they",
        "drei": "they",
    },
    possessives=words("""
        sein seine seiner seinem seinen ihr ihre ihrer ihrem ihren unser unsere dessen deren
        """),
    pronouns={
        "er": "he",
        "ihm": "he",
        "ihn": "he",
        "sie": "she",
        "ihr": "she",
        "es": "",
        "man": "they",
        "wir": "they",
        "ich": "",
    },
    joining=words("von vom zu zum zur van de"),
    ties=words("für im am an der und"),
    of=words("des der von vom eines einer beim im aus"),
    epithets=words("""
        politiker politikerin experte expertin fachmann fachfrau wissenschaftler wissenschaftlerin
        forscher forscherin archäologe archäologin historiker historikerin biologe biologin ökonom
        ökonomin jurist juristin soziologe soziologin mediziner medizinerin
        """),
    relatives=words("der die das den dem dessen deren welche welcher welches wo"),
    bodies=words("""
        ministerium präsidium amt behörde verwaltung regierung universität hochschule institut polizei
        feuerwehr staatsanwaltschaft gewerkschaft verband verein bund kammer gericht gerichtshof partei
        fraktion bundestag landtag stadtrat-fraktion senat parlament konzern unternehmen firma
        gesellschaft stiftung klinik krankenhaus kirche agentur kommission ausschuss bank kasse werke
        zentrum akademie museum theater bahn armee bundeswehr zoll gemeinde stadt kreisverwaltung
        dienst genossenschaft versicherung sender zeitung magazin gmbh ag club initiative bündnis
        """),
    documents=words("""
        bericht gutachten studie umfrage erhebung mitteilung pressemitteilung erklärung stellungnahme
        brief schreiben dokument analyse untersuchung statistik urteil studien umfragen berichte zahlen
        daten
        """),
    by=frozenset({"von", "durch"}),
    groups=words("""
        opposition anwohner bewohner experten kritiker beobachter zeugen augenzeugen forscher ärzte eltern
        nachbarn händler bauern landwirte fachleute wissenschaftler einwohner bürger gegner befürworter
        leute menschen kreise quellen betroffene mitarbeiter beschäftigte angehörige teilnehmer
        """),
    outlets=words("""
        presse-agentur
        radio zeitung bote boten anzeiger rundschau tageblatt kurier ndr wdr mdr swr br hr rbb orf srf zdf
        ard dlf deutschlandfunk spiegel stern zeit welt bild taz faz focus rtl ntv tagesschau standard
        presse abendblatt morgenpost nachrichten dpa afp allgemeine allgemeinen funk rundfunk
        """),
    media=words("""
        zeitung sender magazin nachrichtenmagazin nachrichtenagentur agentur portal wochenzeitung
        tageszeitung radiosender fernsehsender
        """),
    men=words("""
        murat konrad
        arne benno emre ferdinand holger lothar jannis achim alois armin arndt björn bodo burkhard carsten
        clemens cornelius detlef dieter dietmar eberhard eckhard egon enno erhard erwin florian friedhelm
        gerd gerhard gernot götz günter günther hannes hartmut heiko heiner heinz helmut henning hermann
        horst ingo jens jochen jörg jost karsten knut konstantin leonhard lutz manfred markus matthias
        maik norbert olaf ole otmar ottmar philipp rainer reiner reinhard rüdiger rupert siegfried sönke
        stefan steffen thilo torben torsten udo ulrich ulf volker walter wendelin winfried wolfram
        """),
    women=words("""
        almut gesa irmgard verena wiebke adelheid alexandra andrea angelika anja anke antje ariane barbara
        bärbel beate bettina birte brigitte britta carola christa christiane claudia cornelia dagmar dörte
        dorothea edeltraud elfriede elke elisabeth erika eva franziska frauke friederike gabriele gerda
        gisela gudrun hannelore heide heidi heike helga henrike hilde hildegard ilse imke ines ingeborg
        ingrid inka isolde jutta karin katharina katja katrin kerstin kirsten lena liselotte maike mareike
        margarete margit marlene martina mechthild meike monika nele petra renate roswitha sabine saskia
        sibylle sieglinde sigrid silke silvia simone stefanie steffi susanne svenja tanja traudl ulrike
        ursula uta ute waltraud wiltrud
        """),
    told=words("dem der gegenüber mit bei im in"),
    roles=words("""
        präsident minister kanzler meister chef sprecher leiter direktor vorsitzende vorsitzender rat
        anwalt anwält forscher pfarrer organist trainer professor richter lehrer arzt ärzt berater experte
        expert politiker politik geschäftsführer inhaber betreiber küster abgeordnete abgeordneter senator
        dezernent intendant kommissar bischof historiker ökonom ökonomin unternehmer autor gründer manager
        kapitän pfleger schwester meisterin sekretär beauftragte beauftragter rektor dekan wirt bauer
        landwirt sanitäter beamter beamtin ingenieur architekt schüler student rätin kämmerer kämmerin
        referent verwalter händler besitzer züchter jäger förster imker bäcker fahrer pilot retter helfer
        aktivist biologe biologin soziologe soziologin psychologe psychologin virologe virologin chemiker
        physiker informatiker techniker meteorologe redakteur journalist künstler schriftsteller musiker
        sänger regisseur schauspieler spieler vorstand obmann obfrau gutachter ermittler zeuge zeugin
        nachbar analyst analystin stürmer torwart torhüter verteidiger mittelfeldspieler coach keeper profi
        schiedsrichter abwehrchef libero bundestrainer chefin
        """),
    equals={
        "regierungschef": words("ministerpräsident bundeskanzler kanzler premierminister"),
        "regierungschefin": words("ministerpräsidentin bundeskanzlerin kanzlerin premierministerin"),
        "rathauschef": words("bürgermeister oberbürgermeister"),
        "rathauschefin": words("bürgermeisterin oberbürgermeisterin"),
        "stadtoberhaupt": words("bürgermeister oberbürgermeister bürgermeisterin oberbürgermeisterin"),
        "parteichef": words("parteivorsitzender vorsitzender"),
        "parteichefin": words("parteivorsitzende vorsitzende"),
        "ministerin": words("umweltministerin"),
    },
    capital_nouns=True,
    feminine="in",
    genitives=frozenset({"des", "eines"}),
    datives=words("dem den einem einer"),
)
