"""French names: titles, articles, pronouns; words for bodies, documents and media."""

from __future__ import annotations

from typing import Final

from factcheck.text.tongue import Names
from factcheck.text.wordlists import words

FRENCH_NAMES: Final = Names(
    titles={
        "m": "he",
        "mm": "they",
        "mme": "she",
        "mlle": "she",
        "monsieur": "he",
        "madame": "she",
        "me": "",
        "dr": "",
        "pr": "",
        "docteur": "",
        "professeur": "",
        "maître": "",
    },
    definite={"le": "he", "la": "she", "les": "they", "l'": "", "l’": ""},
    indefinite={
        "un": "he",
        "une": "she",
        "des": "they",
        "plusieurs": "they",
        "certains": "they",
        "certaines": "they",
        "quelques": "they",
        "deux": "they",
        "trois": "they",
        "beaucoup": "they",
    },
    possessives=words("son sa ses leur leurs notre nos"),
    pronouns={
        "il": "he",
        "lui": "he",
        "celui-ci": "he",
        "elle": "she",
        "celle-ci": "she",
        "ils": "they",
        "elles": "they",
        "eux": "they",
        "on": "they",
        "nous": "they",
        "je": "",
    },
    joining=words("de du des d' la le les d’ van von"),
    ties=words("et pour"),
    of=words("de du des d' d’ au aux à chez"),
    epithets=words("""
        spécialiste expert experte élu élue responsable dirigeant dirigeante quadragénaire quinquagénaire
        sexagénaire septuagénaire octogénaire trentenaire intéressé intéressée chercheur chercheuse
        historien historienne archéologue agriculteur agricultrice éleveur éleveuse économiste
        scientifique
        """),
    relatives=words("qui que qu' dont où lequel laquelle"),
    bodies=words("""
        ministère préfecture mairie municipalité région département commune ville gouvernement parlement
        sénat assemblée commission comité conseil université école lycée hôpital institut syndicat parti
        association fédération fondation police gendarmerie parquet tribunal cour justice armée entreprise
        société groupe compagnie banque chambre agence bureau office centre caisse musée église union
        ligue observatoire autorité état élysée matignon direction rectorat académie collectif ong journal
        quotidien courrier diocèse évêché
        """),
    documents=words("""
        rapport étude sondage enquête communiqué document lettre note analyse avis bilan texte livre
        déclaration décision jugement arrêt rapports études sondages chiffres données statistiques
        estimations projections travaux recherches baromètre
        """),
    by=frozenset({"par"}),
    made=words("""
        publié publiée publiés publiées dévoilé dévoilée paru parue présenté présentée diffusé diffusée
        rendu rendue daté datée
        """),
    groups=words("sources opposition gens majorité foule équipe"),
    outlets=words("""
        radio france afp figaro monde parisien libération info inter bleu franceinfo bfm bfmtv tf1 rtl
        europe courrier dépêche télégramme ouest-france montagne voix progrès provençal matin humanité
        echos échos temps soir presse rfi mediapart croix journal tribune équipe
        """),
    media=words("""
        quotidien journal magazine hebdomadaire site chaîne radio agence station podcast antenne
        """),
    told=words("à au aux sur dans par chez"),
    men=words("""
        aurélien idir thibault yann éric étienne alain anatole antoine armand arnaud auguste baptiste
        benoît bertrand bruno cédric clément cyril denis didier édouard émile fabien fabrice florent
        françois franck gaël gérard ghislain gilles grégory guillaume henri hervé hugues jérôme joël
        julien laurent loïc ludovic marc mathieu maxime nicolas olivier patrice quentin raphaël régis rémi
        sébastien stéphane sylvain théo thierry tristan ulysse vincent yvan
        """),
    women=words("""
        hélène odile maëlle sandrine claire noémie adèle agathe agnès anaïs anne annick aude béatrice
        brigitte carole cécile céline chantal charlotte christelle christiane clémence colette corinne
        delphine édith élise élodie émilie estelle eugénie fabienne florence françoise gaëlle geneviève
        ghislaine inès isabelle jacqueline jeanne joëlle josiane juliette karine laëtitia laure laurence
        léa lucie madeleine manon marguerite mathilde maud mélanie mireille monique muriel nadège nathalie
        pauline perrine roselyne sabine séverine simone solène sophie stéphanie sylvie valérie véronique
        virginie yvette yvonne zoé
        """),
)
