"""First names that are clearly a man's or a woman's in English-language news, for `he` and `she`.

Names given to both (`Kiran`, `Morgan`, `Jean`) are in neither list. They come from general knowledge
of the languages whose names newspapers carry, and say nothing about any person.
"""

from __future__ import annotations

from factcheck.text.wordlists import words

MEN = words("""
    aaron adam adrian adrianus ahmed ahmet aidan akira alan alasdair alastair albert alec alex
    alexander alfred algernon ali allan alvin amadou amir amos andreas andrei andrew andré angus anil
    anthony anton antonio arjun arnold arthur arun ashraf austin barack barnaby barney barry basil ben
    benjamin bernard bernie bert bill billy bob bobby boris boyd brad bradley brandon brendan brett
    brian bruce bryan byron callum calum cameron carl carlos caspar cecil cedric chad charles charley
    charlie chidi chris christian christopher chuck clarence claude clement clifford clive clyde colin
    conor cory craig curtis cyril cyrus daisuke damian damien dan daniel darren dave david declan
    denis dennis derek dermot desmond dexter diarmuid dick diego dirk dmitry dominic don donald donnie
    doug douglas duncan dustin dwight dylan eamon earl ed edgar edmund edward edwin eli elias elijah
    elliot elliott emeka emil emilio emmanuel emre enrique enzo eoin eric erik ernest errol ervin
    ethan eugene ezra fabian faisal farid felix ferdinand fergus fernando festus finn floyd francesco
    francis francisco frank franz françois fred frederick friedrich gabriel gareth gary gavin geoffrey
    georg george gerald giles giovanni giuseppe glen glenn gordon graham grant greg gregory grigory
    guido guillermo gunnar gustav guy hakim hal hamish hamza hans hans-peter hari harold harry haruki
    harvey hassan hector heinrich henrik henry herbert herman hiro hiroshi horace howard hugh hugo
    humphrey hussein ian ibrahim idris igor isaac ismail ivan ivor jack jacob jacques jaime jake jakob
    jamal james jan jarrod jason javier jean jean-luc jean-marie jean-pierre jeb jeff jeffrey jeremy
    jerome jerry jesper jesse jim joachim joe joel johan johann john johnny jonah jonas jonathan jorge
    jose josef joseph josh joshua juan jules julian jun justin jürgen kamal karim karl kasper keir
    keith kelvin ken kenji kenneth kenny kevin kieran klaus kofi konrad kurt kwabena kwaku kwame kwasi
    kyle lachlan lance larry lars lars-erik lawrence leif lennart leo leonard leopold leroy lester
    lewis liam lionel lloyd logan lorenzo louis loïc luc luca lucas ludwig luigi luis luke magnus
    malcolm mamadou manuel marc marcel marco marcos marcus mario marius mark marlon martin marty
    marvin mateo mathias matt matthew matthias maurice max maxim maximilian mehmet melvin michael
    michal michel miguel mike mikhail milan miles milo mitch mitt mohamed mohammad mohammed mohit
    morris moses moussa muhammad murray mustafa nabil nathan nathaniel ned neil neville newt niall
    nicholas nick niels nigel nikolai nils noah norman obinna olaf olav oleg oleksandr oliver olivier
    omar oscar oskar otto ousmane owen pablo padraig paolo pascal patricio patrick paul pavel pedro
    per percival peregrine pete peter petr petros phil philip pierre piers piet piotr prakash quentin
    rafael rahul raj rajesh ralf ralph ramón rand randy rashid raul ravi ray raymond reginald reince
    reza ricardo riccardo richard richie rick rik rishi rob robert roberto roderick rodney rodrigo
    roger roland rolf romain roman ron ronald rory ross rowan roy rudy rufus rupert russell ryan
    salvatore sam samir samuel sandro sanjay sanjeev sanjit satoshi saul scott sean sebastian serge
    sergei seth shane sidney silas simon solomon spencer stan stanley stefan stefano stellan stephan
    stephen steve steven stuart suresh sven sylvester takashi tariq ted terence terry theo theodore
    thierry thomas thorsten tim timothy tobias toby todd tom tomas tomasz tomás tony travis trent
    trevor tristan ty tyler tyrone umberto uwe valentin vernon victor vijay vikram viktor vincent vito
    vladimir volodymyr wade waleed wallace walt walter warren wayne wei werner wesley wilfred wilhelm
    william willie winston wolf wolfgang wyn xavier yannick yasser yosef yuri yusuf yves zachary zack
    zane
    """)
WOMEN = words("""
    abby abigail ada adaeze adele adriana agatha agnes agnieszka aicha aiko aileen aisha aisling akua
    alba aleksandra alessandra alexa alexandra alexis alice alina alison alma ama amal amanda amber
    amelia amina amira amy amélie ana anastasia andrea andrée angela anita anja anjali anke ann anna
    annabel annabelle anne anneliese annette annie annika anthea antonia anusha anya aoife ariana
    arlene asha ashley astrid audrey aurora aurélie ava ayesha barbara bea beatrice beatrix beatriz
    becky belinda bella bernadette bernice bertha bess beth bethany bettina betty bev beverly birgit
    blanca blessing bonnie brenda brianna bridget brigitte brittany bronwyn camila camilla camille
    candace carla carly carmela carmen carol carole caroline carolyn carrie cassandra catalina
    catherine cecilia celeste celia ceri chantal charlene charlotte cherie cheryl chiara chioma chloe
    chloé christina christine claire clara clarissa claudette claudia clementine colette colleen
    concepción constance consuelo cora cordelia corinne courtney crystal cynthia céline daisy daniela
    danielle daphne dawn deanna deb debbie deborah debra deepa deirdre delia delphine denise devika
    diana diane dianne dina dolores donna dora doris dorothea dorothy dorothée edith edna efua eileen
    ekaterina elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth elke ella ellen eloise
    elsa elsie emilia emily emma erica erika erin ernestine estelle esther ethel eugenia eunice eva
    eve evelyn fanny farah fatima faye felicity fern fernanda fiona flora florence folake fran frances
    francesca françoise freda frederica freya frieda gabriela gabriella gabrielle gail gemma genevieve
    georgia georgina geraldine gertrude gillian gina ginny giovanna giulia gladys glenda gloria grace
    greta gretchen gudrun gwen gwendolyn hanna hannah hanneke harriet hattie hazel heather hedwig
    heidi heike helen helena helene helga henrietta hilary hilda hillary holly honor hélène ida ilse
    imani imogen indira ines inga ingeborg ingrid inès irene irina irma isabel isabella isabelle isla
    isobel ivanka ivy iwona jacqueline jana jane janelle janet janice janine jasmine jayne jeanette
    jeanne jemima jenna jennifer jenny jessica jessie jill joan joann joanna joanne jodie johanna
    jolene josephine joyce joëlle juanita judith judy julia juliana julie juliet justine kamala karen
    karin karina karolina kasia katarina katarzyna kate katherina katherine kathleen kathryn kathy
    katie katja katrin katrina kay kayla kayleigh keira kelly kellyanne kerstin kimberly kirsten
    kirsty krystyna lakshmi lana lata latoya laura lauren laurie lavinia layla lea leah leigh-anne
    leila lena leona leonora leticia lidia lilian lillian lily linda linh lisa liz lois lola lorena
    loretta lori lorna lorraine lottie louisa louise lourdes lucia lucille lucinda lucy ludmila lydia
    lynda lynette lynn mabel mackenzie maddie madeleine madeline madison mae magali magda magdalena
    maggie maisie malala manuela mara marcela marcia margaret margarita margot marguerite maria mariam
    marian mariana marianne marie marilyn marina marisa marjorie marlene marta martha martine mary
    mathilde matilda maud maureen mavis maxine maya meera megan mei melania mele melinda melissa
    mercedes meredith mia michelle mildred millicent millie mina minnie miranda mireille miriam moira
    mona monika morag muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nell nellie
    nerys ngozi nicola nicole nikki nina nora norah norma noémie odette olga olive olivia oona orla
    pam pamela patience patricia patsy patty paula paulette pauline pearl peggy penelope penny petra
    petronella philippa phoebe pia pippa polly portia precious primrose priscilla priya prudence
    rachael rachel ramona rania raquel rebecca rebekah regina renata renée rhiannon rhoda rhonda rikke
    rita roberta rocío rosa rosalba rosalie rosalind rosamund rosanna rosemary rosie roxanne ruby ruth
    sabine sabrina sadie sakura sally salma samantha sandra sara sarah saskia selena selma serena
    shannon sharon sheila shirin shirley silvia siobhan sofia solange soledad sonia sonja sophia
    sophie soraya stacey stella stephanie sue suki sunita susan susana susanna susannah suzanne
    svetlana sybil sylvia sylvie tabitha tamara tamsin tanya tara tatiana teresa tess tessa thea
    thelma theresa tilda tina tracey tracy trudy tulsi ulrike uma una ursula ute valentina valerie
    vanessa vera verity veronica vicky victoria viola violet virginia virginie vivian vivienne wanda
    wendy wilhelmina willa wilma winifred ximena yasmin yasmine yoko yolanda yuki yuko yvette yvonne
    zahra zainab zara zelda zeynep zoe zuzanna élodie
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
