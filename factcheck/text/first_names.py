"""First names that are clearly a man's or a woman's in English-language news, for `he` and `she`.

Names given to both (`Kiran`, `Morgan`, `Jean`) are in neither list. They come from general knowledge
of the languages whose names newspapers carry, and say nothing about any person.
"""

from __future__ import annotations

from factcheck.text.wordlists import words

MEN = words("""
    aaron abdel abdul abdullah abubakar adam adnan adrian adrianus ahmad ahmed ahmet aidan aiden ajay
    akira alain alan alasdair alastair albert alberto alec aled alejandro aleksei alessandro alex
    alexander alexei alfie alfred algernon ali alistair allan alvin amadou amir amit amos anatoly anders
    andreas andrei andrew andriy andrzej andré angelo angus anil anthony anton antonio antti archie
    arjun arnold arthur arturo arun asher ashok ashraf austin aziz babatunde barack barnaby barney barry
    bartosz bashir basil ben benjamin bernard bernie bert bilal bill billy bjorn björn bob bobby bohdan
    bongani boris boyd brad bradley brandon brendan brent brett brian bruce bryan burak byron caleb
    callum calum cameron carl carlo carlos caspar cecil cedric chad charles charley charlie chidi chris
    christian christophe christopher chuck chukwu cian ciaran clarence claude claudio clement clifford
    clint clive clyde cody colin colm connor conor cormac cory craig crispin curtis cyril cyrus daan
    dafydd daiki daisuke damian damien dan daniel dariusz darnell darren dave david declan deepak denis
    dennis derek dermot deshawn desmond dexter diarmuid dick didier diego dilip dimitris dirk dmitri
    dmitry dmytro dominic don donal donald donnie doug douglas duncan dustin dwayne dwight dylan eamon
    eamonn earl ed edgar edmund eduardo edward edwin eitan eli elias elijah elliot elliott emeka emil
    emilio emmanuel emre emyr enrique enzo eoin eric erik ernest errol ervin ethan etienne euan eugene
    ewan ezra fabian fabio fabrice fahad faisal farhan farid felipe felix ferdinand fergus fernando
    festus filip filippo finlay finn floyd francesco francis francisco francois frank franz françois
    fred frederick friedrich gabriel gareth gary gavin gennady geoffrey georg george geraint gerald
    gerard gethin gianni gideon giles gilles giorgos giovanni girish giuseppe glen glenn gonzalo gopal
    gordon govind graeme graham grant greg gregory grigory grzegorz guido guillaume guillermo gunnar
    gustav gustavo guy gwyn haider hakan hakim hal hamid hamish hamza hans hans-peter hari harish harold
    haroon harry haruki harvey hassan hector heinrich henri henrik henry herbert herman herve hiro
    hiroshi horace howard hugh hugo humphrey hussain hussein huw hywel héctor ian ibrahim idris ieuan
    ifan ignacio igor ikenna imran iolo irfan isaac isaiah ismail ivan ivor iwan jabulani jacek jack
    jacob jacques jaime jake jakob jakub jamal james jan janusz jarrod jason javier jawad jayden jean
    jean-luc jean-marie jean-pierre jeb jeff jeffrey jens jeremiah jeremy jeroen jerome jerry jesper
    jesse jihoon jim joachim joaquin joe joel johan johann john johnny jolyon jonah jonas jonathan joost
    jorge jose josef joseph josh joshua josiah josé juan juha jukka jules julian julien julio jun justin
    jürgen kacper kagiso kamal kamran kareem karim karl kasper kayode kazuo keir keith kelvin kemal ken
    kenji kenneth kenny kenta kevin khalid kieran kirill kjell klaus kofi kojo konrad konstantin kostas
    krzysztof kurt kwabena kwaku kwame kwasi kwesi kyle lachlan lance larry lars lars-erik laurent
    lawrence leif lennart leo leonard leopold leroy lester levi lewis liam lionel lloyd llyr logan
    lorenzo louis loïc luc luca lucas ludwig luigi luis lukasz luke lwazi maarten magnus mahesh mahmoud
    maksim malcolm malik mamadou mandla manoj manuel marc marcel marco marcos marcus marek mario marius
    mariusz mark marlon marten martin marty marvin massimo mateo mathias mathieu mats matt matteo
    matthew matthias matti maurice mauricio max maxim maximilian mehmet melvin michael michal michel
    miguel mike mikhail mikkel mikko milan miles milo minho mitch mitt mohamed mohammad mohammed mohan
    mohit morris moses moshe moussa muhammad murat murdo murray musa mustafa mykola nabil nasir nasser
    nathan nathaniel naveen ned neil nestor neville newt niall nicholas nick nicolas niels nigel nikhil
    nikolai nikos nils nkosi noah norman obinna oisin oisín olaf olav oleg oleksandr oliver olivier omar
    orhan oscar oskar osman otto ousmane owain owen pablo padraig panagiotis paolo pascal patricio
    patrick paul pavel pawel paweł pedro pekka per percival peregrine pete peter petr petros phil philip
    philippe pierre piers piet pieter pietro piotr prakash pramod pranav pádraig quentin rafael rahul
    raj rajesh rakesh ralf ralph ramesh ramon ramón rand randy rashad rashid rasmus raul ravi ray
    raymond raúl reggie reginald reince reuben reza rhodri rhys ricardo riccardo richard richie rick rik
    rishi rob robert roberto roderick rodney rodrigo roger rohan rohit roland rolf romain roman ron
    ronald rory ross rowan roy rudy rufus rupert ruslan russell ryan ryo sachin salman salvatore sam
    samir samuel sandro sanjay sanjeev sanjit satoshi saul scott seamus sean sebastian sebastien segun
    seojun serge sergei sergey sergio serhiy serkan seth seán shane shlomo sidney silas simon sipho
    solomon soren spencer srinivas stan stanislaw stanley stefan stefano stellan stephan stephane
    stephen steve steven stuart sumit sungmin sunil suresh sven sylvester séamus søren tadhg tafadzwa
    takashi takeshi tariq tarun ted tendai terence terrell terry thabo themba theo theodore thierry
    thijs thomas thorsten tim timo timothy timur tobias toby todd tolga tom tomas tomasz tomás tony
    torsten travis trent trevor tristan troy tunde ty tyler tyrone ulf umar umberto usman uwe valentin
    vangelis varun vasily venkat vernon victor vijay vikram viktor vincent vincenzo vinod virat vitaliy
    vito vladimir volkan volodymyr wade waleed walid wallace walt walter warren wayne wei werner wesley
    wilfred wilhelm william willie winston wojciech wolf wolfgang wyn xavier yannick yannis yasser yaw
    yitzhak yosef yossi yousef youssef yuri yusuf yves zachary zack zaid zane zayd zbigniew
    """)
WOMEN = words("""
    aaliyah abby abena abigail ada adaeze adele adriana adwoa agatha agnes agnieszka aicha aiko aileen
    ailsa aino aisha aisling akiko akosua akua alba alejandra aleksandra alessandra alexa alexandra
    alexis alice alicia alina alison alma alyssa ama amaka amal amanda amber amelia amelie amina aminah
    amira amy amélie ana ananya anastasia andrea andrée angela angharad anita anja anjali anke ann anna
    annabel annabelle anne anneli anneliese annette annie annika anthea antonia anusha anya aoife
    arabella ariana arlene asha ashley ashlyn astrid audrey aurelie aurora aurélie ava ayesha ayse ayşe
    barbara bea beata beatrice beatrix beatriz becky belinda bella bernadette bernice bertha bess beth
    bethan bethany bettina betty bev beverly bianca birgit birgitta blanca blessing bonnie brenda
    brianna bridget brigitte britta brittany bronagh bronwyn bukola bushra caitlin camila camilla
    camille candace caoimhe carla carly carmela carmen carol carole caroline carolyn carrie carys
    cassandra catalina catherine catrin catriona cecile cecilia celeste celia celine ceri cerys chantal
    charlene charlotte cherie cheryl cheyenne chiara chimamanda chioma chloe chloé christelle christina
    christine ciara claire clara clarissa claudette claudia clementine clodagh colette colleen
    concepción constance consuelo cora cordelia corinne courtney cristina crystal cynthia céline dagmar
    daisy dalia daniela danielle danuta daphne daria darya dawn deanna deb debbie deborah debra deepa
    deirdre delia delphine denise destinee devika diana diane dianne dina divya dolores donna dora doris
    dorota dorothea dorothy dorothée drusilla ebba edith edna efua eileen eilidh ekaterina elaine
    eleanor elena eleni eleri elif elin elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen
    elodie eloise elsa elsie elzbieta emilia emilie emily emine emma erica erika erin ernestine
    esperanza estelle esther ethel eugenia eunice eva eve evelyn ewa fanny farah fatima fatma faye
    federica felicity fern fernanda ffion fiona fionnuala flora florence folake fran frances francesca
    francoise françoise freda frederica freja freya frieda funmi gabriela gabriella gabrielle gail
    galina geeta gemma genevieve georgia georgina geraldine gertrude gillian gina ginette ginny giovanna
    giulia gladys glenda gloria grace grainne grazyna greta gretchen gráinne gudrun gunilla gwen
    gwendolen gwendolyn gwenllian hailey haley hana hanna hannah hanneke harriet haruka hatice hattie
    hazel heather hedda hedwig heidi heike heledd helen helena helene helga henrietta hermione hilary
    hilda hilde hillary holly honor huda hélène ida ifeoma ilaria ilse imani imogen indira ines inga
    inge ingeborg ingrid inès inés iona irena irene irina irma isabel isabella isabelle isla isobel
    ivanka ivy iwona jacqueline jana jane janelle janet janice janine jasmine jayne jeanette jeanne
    jeannette jemima jemma jenna jennifer jenny jessica jessie jill joan joann joanna joanne jocasta
    jodie johanna jolene josefina josephine joyce joëlle juana juanita judith judy julia juliana julie
    juliet juliette justine justyna kaisa kaitlyn kamala karen karin karina karolina kasia katarina
    katarzyna kate katerina katherina katherine kathleen kathryn kathy katie katja katrin katrina kavita
    kay kayla kayleigh keiko keira keisha kelly kellyanne kendra kerstin khadija kimberly kinga kirsten
    kirsty kristen kristin kristina krystyna ksenia lacey laetitia lakisha lakshmi lana larisa lata
    latoya laura laure lauren laurie lavinia layla lea leah leigh-anne leila lena leona leonora lerato
    leticia lettice lidia lilian lillian lily linda linh lisa lisette liv liz lois lola lorena loretta
    lori lorna lorraine lottie louisa louise lourdes lowri lucia lucie lucille lucinda lucy lucía
    ludmila ludovica luisa lydia lynda lynette lynn lyudmila mabel mackenzie maddie madeleine madeline
    madison mae maeve magali magda magdalena maggie mairead maisie maja makayla malala malgorzata malin
    mallory manuela mara marcela marcia mared margaret margarita margaux margot marguerite maria mariam
    marian mariana marianne marie marilyn marina marisa marisol marit marja marjorie marlene marta
    martha martina martine mary maryam maría mathilde matilda maud maureen mavis maxine maya meena meera
    megan mei melania melanie mele melinda melissa mercedes meredith merve mette mhairi mia michelle
    mildred millicent millie mina minnie miranda mireille miriam moira mona monika monique morag muriel
    myra myrtle mónica nadezhda nadia nadine nancy naoko naomi nasreen natalia natalie natalya natasha
    nathalie neha nell nellie nerys ngozi niamh nicola nicole nikki nina nisha nneka noemie nokuthula
    nomsa nora norah norma noémie odette odile oksana olga olive olivia oona orla orlagh ornella
    ottoline paige paivi palesa pam pamela paola parveen patience patricia patsy patty paula paulette
    pauline pearl peggy penelope penny pernilla petra petronella philippa phoebe pia pilar pippa polina
    polly pooja poppy portia precious primrose priscilla priya prudence rabia rachael rachel radha
    raffaella ragnhild raisa ramona rania raquel rasha rebecca rebekah reem regina rekha renata renée
    rhian rhiannon rhoda rhona rhonda riikka rikke rita ritu rivka roberta rocio rocío roisin rosa
    rosalba rosalie rosalind rosamund rosanna rosemary rosie rowena roxanne ruby rukhsana ruth róisín
    saara sabine sabrina sadie sakura sally salma samantha samira sana sandra sandrine saoirse sara
    sarah saskia savita seema selena selma serena shabana shanice shannon sharon shazia sheila shira
    shirin shirley shona shreya sian signe sigrid silje silvia simona simone sinead sinéad siobhan
    siobhán siân sofia sofía solange soledad solveig sonia sonja sophia sophie soraya soyeon stacey
    stella stephanie sue suki sunita susan susana susanna susannah suzanne svenja svetlana swati sybil
    sylvia sylvie tabitha tamara tamsin tanisha tanya tara tatiana tatyana teresa tess tessa thandi
    thandiwe thea thelma theodora theresa tiffany tilda tina tracey tracy trisha trudy tulsi tuula tzipi
    ulla ulrike uma una ursula urszula usha ute valentina valeria valerie vanessa vasiliki venetia vera
    verity veronica veronique verónica vicky victoria viola violet virginia virginie vivian vivienne
    wanda wendy wilhelmina willa wilma winifred ximena yael yasmin yasmine yelena yewande ylva yoko
    yolanda yuki yuko yulia yumi yvette yvonne zahra zainab zanele zara zeinab zelda zeynep zoe zofia
    zoya zuzanna élodie
    """)


def gender_of(first_name: str) -> str | None:
    """`he` or `she` for a first name that leaves no doubt, else None; of two joined, the first tells."""
    name = first_name.lower()
    for form in (name, name.partition("-")[0]):
        if form in MEN:
            return "he"
        if form in WOMEN:
            return "she"
    return None
