"""Abbreviations and sentence openers of German, French, Spanish, Portuguese and Polish.

The kinds are those of `abbreviations`. German, and Polish in part, write ordinals with a full stop
(`am 3. März`). Openers matter only after an abbreviation that may end a sentence, so that the small
words of a language are enough.
"""

from __future__ import annotations

from factcheck.text.abbreviations import Lexicon, table
from factcheck.text.wordlists import words

GERMAN = Lexicon(
    abbreviations=table(
        title="""
        Dr Prof Hr Fr Frl Dipl Ing Mag Hrn Rev St Sr Jr Bgm Abg Gen Lt Maj Hptm Kard Bf Msgr Fam Gebr
        """,
        number="""
        Nr Nrn Art Abs Bd Kap S Ziff Rn Abb Tab Anm Jh Jhd Lit Paragr nr
        """,
        closing="""
        Co Inc Ltd Corp Mio Mrd Tsd Str Tel Std Min Sek Abt Hbf Bhf Ges Verl Hrsg Aufl Jhdt n.Chr v.Chr Chr
        a.D e.V i.R u.a u.ä u.v.m o.ä o.g
        """,
        inner="""
        z.B z d.h d u bzw ca vgl ggf evtl inkl exkl sog zzgl gem bspw bzgl lt max min mind usf i.d.R i v m o
        sen jun geb gest verh ev kath röm griech engl frz dt amerik österr schweiz ehem urspr näml insb
        einschl abzgl allg bes entspr resp Z.B D.h Bzw Ca Vgl
        """,
        month="Jan Jän Febr Feb Mär Apr Jun Jul Aug Sept Sep Okt Nov Dez",
        always="usw etc",
    ),
    openers=words("""
        Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Man Dies Diese Dieser
        Dieses Dort Hier Da Dann Doch Aber Und Oder Denn Auch Auf An Am Aus Bei Beim Bis Durch Für Gegen In
        Im Mit Nach Ohne Seit Trotz Um Unter Von Vom Vor Während Wegen Zu Zum Zur Zwischen Als Wenn Weil Ob
        Wie Was Wer Wo Warum Nun Jetzt Heute Gestern Morgen Damit Dabei Dazu Deshalb Jedoch Allerdings Zudem
        Außerdem Nur Noch Schon So Sein Seine Seinen Ihre Ihren Kein Keine Alle Viele Einige Mehrere Beide
        Laut Nicht Ist Sind War Hat Haben Sollte Kann
        """),
    ordinals=True,
    endings=("str",),
)
FRENCH = Lexicon(
    abbreviations=table(
        title="M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr St Ste Prof Gal Col Cap Lt Cdt",
        number="n no nos art p pp vol chap fig t Art Vol Chap Fig N",
        closing="Cie Inc Ltd Corp J.-C apr av bd boul hab env tél Co Sté éd km kg hl ha min sec",
        inner="cf c.-à-d p.ex ex vs ca i.e e.g adj",
        month="janv févr avr juil sept oct nov déc Janv Févr Avr Juil Sept Oct Nov Déc",
        always="etc",
    ),
    openers=words("""
        Le La Les L'on Un Une Des Du De Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je J'ai C'est Ceux
        Celui Mais Et Ou Or Donc Car Si Quand Lorsque Comme Après Avant Pendant Depuis Dans En Sur Sous Pour
        Par Avec Sans Selon Chez Entre Contre Malgré Au Aux À A Son Sa Ses Leur Leurs Notre Mon Ma Mes Tout
        Tous Toutes Plusieurs Certains Aucun Chaque Plus Moins Ainsi Alors Aussi Cependant Pourtant Enfin
        Ensuite Puis Hier Aujourd'hui Demain Ici Là Qui Que Quoi Où Pourquoi Comment Ne Non Oui Y Parmi
        Quant Dès
        """),
)
SPANISH = Lexicon(
    abbreviations=table(
        title="""
        Sr Sra Srta Sres Sras D Dña Da Dr Dra Dres Prof Profa Lic Ing Gral Cnel Tte Cap Mons Pbro Excmo Ilmo
        Ud Uds Vd Vds Fr Sto Sta St
        """,
        number="núm nº n no art arts pág págs p pp vol cap fig t Núm Art Pág Vol Cap Fig N",
        closing="""
        Cía Inc Ltd Corp S.A S.L EE EE.UU UU JJ.OO CC.OO FF.AA RR.HH a.C d.C Avda Av C tel aprox km kg ha
        hab min seg Co izq dcha a.m p.m
        """,
        inner="p.ej ej cf vs i.e e.g esp",
        month="ene feb abr jun jul ago sept sep oct nov dic",
        always="etc",
    ),
    openers=words("""
        El La Los Las Un Una Unos Unas Lo Al Del De En Con Por Para Sin Sobre Según Tras Desde Hasta Entre
        Contra Durante Ante Bajo Este Esta Estos Estas Ese Esa Eso Esto Aquel Él Ella Ellos Ellas Yo
        Nosotros Usted Se Su Sus Mi Mis Nuestro Nuestra Y E O Pero Sino Aunque Si Cuando Como Donde Porque
        Pues Que Qué Quién Cómo Cuándo Dónde Así Además También Tampoco Sin Ayer Hoy Mañana Ahora Entonces
        Después Antes Luego Mientras Todo Todos Todas Muchos Muchas Algunos Algunas Varios Cada Otro Otra
        Otros Más Menos No Ni Sí Ya Hay Fue Es Son Era
        """),
)
PORTUGUESE = Lexicon(
    abbreviations=table(
        title="""
        Sr Sra Srs Sras Srta D Dr Dra Drs Prof Profa prof profa Eng Arq Gen Cel Cap Ten Maj Pe Dom Exmo Exma
        V.Exa St Sto Sta Min Dep Sen Gov
        """,
        number="nº n no art arts pág págs p pp vol cap fig Art Pág Vol Cap Fig N",
        closing="Cia Ltda Inc Ltd Corp S.A E.U.A EUA a.C d.C Av R tel aprox km kg ha hab min seg Co",
        inner="p.ex ex cf vs i.e e.g obs",
        month="jan fev mar abr jun jul ago set out nov dez",
        always="etc",
    ),
    openers=words("""
        O A Os As Um Uma Uns Umas Ao À Aos Às Do Da Dos Das De No Na Nos Nas Em Com Por Pelo Pela Para Sem
        Sobre Segundo Após Desde Até Entre Contra Durante Sob Este Esta Estes Estas Esse Essa Esses Isso
        Isto Aquele Ele Ela Eles Elas Eu Nós Você Vocês Se Seu Sua Seus Suas Meu Minha Nosso Nossa E Ou Mas
        Porém Embora Quando Como Onde Porque Pois Que Quem Qual Assim Além Também Ontem Hoje Amanhã Agora
        Então Depois Antes Já Enquanto Todo Todos Muitos Alguns Vários Cada Outro Outra Outros Mais Menos
        Não Nem Sim Há Foi É São Era
        """),
)
POLISH = Lexicon(
    abbreviations=table(
        title="""
        dr prof inż mgr hab ks bp abp kard św gen płk mjr kpt por sierż o lic lek red doc im Św Ks Prof Dr
       .
        """,
        number="nr art ust pkt par str s poz rozdz rys tab tel t Nr Art",
        closing="""
        r w tys mln mld zł gr godz min sek ul Ul al Al pl Pl pn płd wsch zach proc m km kg Sp sp z.o.o S.A
        p.n.e n.e
        wł rz st in
        """,
        inner="""
        np tzn tj tzw m.in m ok ww wg por cd dot ang niem fr łac ros właśc zob vs przyp ur zm Np Tzw Por
        """,
        month="stycz sty lut mar kwiet kwi czerw lip sierp wrześ paźdz listop grud",
        always="itd itp",
    ),
    openers=words("""
        W We Z Ze Na Do Od Po Za O Przed Przy Przez Pod Nad Dla Bez Między Wśród Podczas Według Wobec Ten Ta
        To Te Ci Tym Tego Tej Tych On Ona Ono Oni One Ja My Wy Jego Jej Ich Mój Nasz Swój I A Ale Lecz Oraz
        Lub Albo Czy Że Bo Gdy Kiedy Jeśli Jak Jako Gdzie Kto Co Który Która Które Dlaczego Dlatego Jednak
        Także Również Też Tylko Już Jeszcze Nie Nikt Nic Tak Teraz Potem Wczoraj Dziś Dzisiaj Jutro Tam Tu
        Tutaj Wszystkie Wszyscy Wiele Wielu Kilka Każdy Jest Są Był Była Było Były Był Może Trzeba Zdaniem
        Jedna Jeden Dwa Trzy
        """),
    ordinals=True,
)
