"""Given names that are certain: evidence for where a name begins, and for whose it is.

Not a list of all names: a name that is not in it is read by its shape.
"""

from __future__ import annotations

FEMALE = frozenset(
    "achieng adjoa agnese aigerim ainur aishah aizhan altynay aminata anush asdis asel baiba "
    "bermet chebet chipo cholpon dewi egle faridah femke firuza funmilayo gulnora gunel hirut "
    "ildiko ilze inese jepkemboi jurgita kanykei ketevan kirsti lindiwe maaike maarja madina "
    "malika marjatta meruert nargiza narine nigar njeri nodira nurgul nyambura paivi putri "
    "ragnhild ratna saltanat sanne sirpa siti siriporn sunniva thordis tigist tinatin tuula "
    "wambui wanjiku willemijn wulan yetunde zarina zhamilya zhibek liisi "
    "aaliyah abena abigail adaeze adaobi adela adele adriana aida aiko aileen aimee aino airi "
    "aisling aissata aissatou akosua akua alejandra aleksandrina alena alexa alexia alondra "
    "althea amalia amara amarachi amelie amrit anahit anais ananya andreea anett anfisa angelina "
    "anika anisa anjali anneli annemarie antje antonella anwen aoife apolonia araceli ariadne "
    "ariana arlene arwa asma asta asuka athena audrey aurelie ayaan ayana ayla azadeh azra "
    "beatrix belinda bernadette bianca birgitta bogdana bogna bolanle branka brenda bronagh "
    "bronwen bruna burcu candice carlotta carole catalina catherina catriona cecile celeste celia "
    "celine charlene cheryl chiamaka chidinma chinwe chioma ciara clarissa claudette colette "
    "constancia consuelo cornelia cosima cynthia dagmar dagny daniella danuta daphne dariya deepa "
    "deepika deirdre delia denise desislava devika dina doina donatella donna doreen doris dorota "
    "ebba edna efua eileen eilidh eimear eira elaheh elaine elin elina elisa elise elke elodie "
    "eloise elspeth elva emilia emilie emine enid enikő erica eriko erin ernestine esperanza esra "
    "ester eszter eugenie eulalia eun-ji eunice evangelina evgenia fabienne farah farida farzana "
    "fatemeh fatim fatou fatuma feride fernanda fidelia filippa fiorella folake folasade frances "
    "francesca francoise freya frida friederike fumiko gabriella gemma genevieve geneviève "
    "geraldine germaine gertrud ghada gillian ginette giovanna giuliana gladys goretti graciela "
    "grainne griselda gudrun gulnaz gunnhild gwendolyn gwyneth habiba hadiza hafsa haifa "
    "hajar halima hanan hande hanneke harriet haruka hatice hawa hedda hedwig heike heloise "
    "henrietta hermine hermione hessa hiba hilde hildegard hiroko hortensia huda hye-jin ifeoma "
    "iman imelda imogen ingeborg inger inkeri inès iolanda ionela isadora isolde itziar iulia "
    "ivona ivonne jacinta jacqueline jamila janelle janice janneke jaqueline jeanette jeanne "
    "jelka jill jimena jiwon joanne jocelyn joelle jolanta josefa josephine jovana joyce "
    "juana juanita judita judy juliet juliette justine kadri kaisa kalpana kamala kamila karima "
    "karine karolina katalin kateryna kathryn kavita kavya kayleigh keiko kerstin khadidja "
    "khadijah kiersten kimberly kirsi kirstin kjersti klara klaudia kristin kristine krystyna "
    "kumiko kyung-hee lakshmi lalita lamia latifa lauren laurie layla leah leandra leda leilani "
    "leocadia leticia liesbeth ligia liisa lila lilian liliana lillian lisbeth liselotte liv "
    "livia loredana lorena loretta lorraine lotte louisa louise lucila lucinda lucja lucrezia "
    "lucy luisa luiza lynette mabel madalena maeve mafalda magali magda magnhild mahnaz maimouna "
    "mairead malaika malin mansi marcela marcia mareike margot marguerite mariama marianna "
    "maribel marielle marika marisol marita marjorie marlene marlies martine masako matilda maud "
    "maureen mavis maïmouna mehwish mei-ling melanie melinda meredith michaela michiko mihaela "
    "mireille mirela mirjam miryam mitra montserrat morag morwenna muna munira muriel myriam "
    "nadezda nafisa naima najwa namrata nanami naoko naomi nasreen nasrin natacha natasha "
    "nathalia nazanin neema neha nele nerea neringa nerys nesrine neus nevena ngaire niamh "
    "nicoletta nilufar nimmi nirmala nkechi nneka noelia noemi nomvula nora noémie nuala nwando "
    "odette ofelia oluchi olufunke olumide omolara oonagh ornella orsolya ottilie paloma paola "
    "parvati pascale pauliina paulina peggy petronella phoebe phyllis pia piroska pooja puja "
    "quynh rachida radha rafaela rahel ramona randi rebeka regina regine rehana rehema "
    "reiko renate renske reyhan rhian rhiannon riikka riitta rima rina roisin romana romy ronja "
    "rosalba rosalie rosalind rosamund rosaria rosario roseanne rosita roswitha roxana rozalia "
    "ruta ruzanna róisín saba sabina sabrina sadaf sadia safiya sahar saida salma salome samina "
    "sanna saoirse saskia savita seda selin selma serena severine shabana shabnam shanthi sharon "
    "shauna sheila shelagh shirin shirley shreya shruti sibongile sibylle sidonie sigrid "
    "sinead sinéad siri sirje sissel sive smita snezana snezhana soad solange soledad solveig "
    "sonal soraya sridevi stefanie stephania stine sumaya sunita sushila suzana suzanne "
    "sybil tabitha tahira taina tamsin tanvi tatjana teodora thandiwe thea theodora thora thérèse "
    "tiina tilda timea tina tiphaine tomoko toril tracey trang tuulikki ulrika urszula uzma "
    "vaishali valeria vanda vandana vasilisa veera velda verena vesna vibeke vigdis viktoria "
    "vilma vineta vita viviana vivienne wafa waltraud wanda wangari wiebke wilhelmina wilma "
    "winifred xenia ximena yamina yasmin yasmine yeva yewande yoko yolanda yoshiko "
    "yuko yumi zainab zainabu zanele zara zdenka zehra zeinab zelda zeynep zita zlata zodwa zora "
    "zsofia zuzana åse øydis ülle đurđa şebnem "
    "aliya dilnoza gulmira zhanar nigora shakhnoza zukhra saule elmira "
    "ada agata agnes agnieszka aisha aigul alba alessandra alexandra alice alicia alina alison "
    "amanda amelia amina amira amy ana anastasia andrea angela angelika anita anke ann anna anne "
    "anna-maria anne-marie annette annika antonia anya astrid aurora ayse barbara beata beatrice "
    "beatriz belen bettina birgit bridget brigitte carla carmen carol carolina caroline "
    "catarina caterina catherine cecilia charlotte chiara chloe christina christine clara claudia "
    "constance cristina daniela daria deborah delphine diana dilma dolores dolors "
    "dorothy edith elena eleonora elisabeth eliza elizabeth ella ellen elsa emily emma erika "
    "estelle esther eugenia eva evelyn fatima fatma federica felicity fiona florence franziska "
    "frederique gabriela galina georgina gertrude ginevra giorgia gisela giulia gloria grace greta "
    "gulnara gunilla hanna hannah heidi helen helena helene hilary hilda ida ilse ines inga ingrid "
    "ioana irena irene irina iris isabel isabella iveta ivana jana jane janet janina jasmin jelena "
    "jennifer jessica joan joanna johanna josefina judith julia juliana julie justyna kaja karen "
    "karin katarina kate katharina katherine kathleen kathrin katja kersti khadija kirsten "
    "kristina larisa laura leila lena leonie leyla lidia lina linda lisa liudmila ljubica lourdes "
    "lucia lucie ludmila lydia lyudmila madeleine magdalena maja manuela margaret margarida "
    "margarita maria mariam marian marianne marie marijke marina marion marta martha martina mary "
    "maryam mathilde maya melania melissa mercedes michelle milena miriam monica monika nadezhda "
    "nadia nadine nancy natalia natalya nathalie nicola nicole nina nino noor noura nuria oksana "
    "olena olga olivia pamela patricia paula pauline penelope petra philippa pilar polina priya "
    "rachel raisa raquel rebecca renata ria rita roberta rosa rosalia rose rosemary ruth sabine "
    "samantha samira sandra sara sarah silvia siobhan sofia sonia sophia sophie stefania stella "
    "stephanie susan susanna susanne svetlana sylvia sylvie tamara tanja tanya tatiana tatyana "
    "teresa terry theresa tove ulla ulrike ursula valentina valerie vanessa vera veronica veronika "
    "victoria violeta virginia vivian wendy yana yelena yulia yuliya yvette yvonne zahra zinaida "
    "zofia zoya zsuzsanna aleksandra barbora bozena elzbieta ewa grazyna iwona jadwiga katarzyna "
    "malgorzata fatoumata ngozi nkosazana winnie siv gro helle mette pernille anouk priyanka "
    "amrita indira meera ayesha benazir hina rania nawal".split()
)

MALE = frozenset(
    "agus andris anvar aram arman artak audrius aybek babajide bakyt balazs bambang bekele "
    "bekzat bolat bongani budi chaiwat csaba dainis dastan davit dilshod eero elchin eldar "
    "emeka erkin erlan gergely gevorg gintaras girma hafiz hamidou hayk indrek joonas juhani "
    "kamau kanat kestutis kiprono lasha levan malkhaz mamuka margus matthijs mindaugas mulugeta "
    "mwangi nodir nurbek oddvar olafur olzhas orkhan otabek otieno prasert quoc raimonds ramil "
    "rashad rosli sanjar sardor sherzod shukhrat sipho somchai somsak suren talgat temur themba "
    "toomas torbjorn tunde ulugbek urmas vakhtang vytautas wouter zhanybek zsolt zulkarnain "
    "zurab "
    "aadil aarav abdallah abdelkader abdelkarim abdoulaye abebe abhijit abubakar adalberto adama "
    "adebayo adil aditya adnan adolfo adriano adrien agustin ahmadou aimé ajay akash akihiro "
    "akinwale akira akram alasdair alastair albin alessio alfredo alhassan alioune alister alonso "
    "amadou amar amaury ambrose amit amos andré anil anselm antti anwar arash arif arjun "
    "arkadiusz armando arnold aron arturo arun arvid asad ashraf aslan athanasios atif "
    "attila augustin augusto aurelien aziz babak babatunde barnaby bartholomew bassam "
    "benedikt benoît bernardo bertil bilal bjarne bjarni bogumil bojan boubacar brett bryn byron "
    "caio calixto carsten casper celal cezary charbel cheikh chenjerai chijioke chinedu christos "
    "chukwuemeka cian ciaran claudio clive colm conrad cormac cornelis corrado cristiano "
    "cristobal curtis cédric daisuke danilo daniyar darius darko dawit declan deepak dejan demba "
    "dermot desmond dietmar dimitar dinesh djibril dmytro domenico donal duarte dubravko dusan "
    "eamonn eckhard eddie edoardo efraim efrain egil einar eino eirik eivind eliud emad emiliano "
    "emilio emre endre enver enzo erdem erkki errol eugenio evert ezekiel fadi fahad farhad "
    "farrukh faustino federico ferenc fergus fidel filippo finlay finn flavio florent florin "
    "folker franck fraser frederik gabor gaetano gaspard gaston gautam gebhard geir geoff gerardo "
    "germain ghassan giacomo gian giancarlo gianluca girish gottfried graeme gregor grigor "
    "guillermo gunnar gurdeep gustavo gwilym gábor habib hakan hakim halvard hamadou hamish "
    "hans-peter haris harish haroon harvey hashim heikki heiko henning henrique "
    "heriberto hernan hervé hideo hisham horacio hyun-woo håkon ibrahima idris ikechukwu ilmari "
    "inaki ingmar ioannis isidro ismael issa issouf istván ivar ivaylo ivica jaakko jabulani "
    "jacinto jalal jan-erik janek jarek jarkko jarvis jasper javed jean-baptiste jeremiah jesper "
    "jin-ho jiří joaquin jordi jorgen joseba josiah josias josip josé jovan joão junaid jussi "
    "jérôme jörg jørgen jürgen kabir kacper kamran kareem karl-heinz karsten kazimierz "
    "kazuo kelvin kemal kenji kenta ketil khalil kieran kim-anh kjell knut kofi koji "
    "kolawole kostas kristian kristjan kristof kunal kwabena kwaku kwesi kyle kyriakos lachlan "
    "ladislav lamine lasse leandro lennart leonel leroy leszek levent lionel ljubomir lluis "
    "lorcan lorenz lothar lubomir lucian luciano ludovic luiz lukasz luther lászló maarten mahdi "
    "mahmud malik malte mamadou manish manoj marcelo mariano marino marten martijn marvin matej "
    "mateo mateus mathieu mathis matias matthieu mattias maurizio maximilian melchior melvin "
    "meshack micah mihail mikkel miklos milorad miloš mircea miro mischa mladen modou mohamad "
    "mohan moise moisés mordechai mostafa mourad mukesh murad nabil nadir naguib naresh nasir "
    "nathaniel naveen nestor neville niall nihat nikhil nikolaus nitin njabulo nuno néstor obinna "
    "octavio olaf olav olof oluwaseun onur orhan osamu oswald ottavio oumar oussama ozan parviz "
    "patrice pavle pavol paweł perttu phil phillip pierre-yves pinchas plamen pradeep prakash "
    "pranav prasad predrag radek radoslaw rafal rafał raffaele rahim rahul rainer rajan rajesh "
    "rajiv rakesh ramesh ramiro ramón randolph raoul rasmus raúl reggie reginald reidar remigiusz "
    "renato renaud renzo rené robbie roderick rodney rodolfo rohan romain romuald ronan "
    "rupert ryszard rémi saad sachin saeed saif sajid saleem saleh salim sandeep sanjay sanjeev "
    "sanjit satoshi seamus sekou seppo severin seydou seyed shahid shane sharif shigeru sigurd "
    "silvio simeon slawomir solomon souleymane srdjan srinivas stanislaus stavros steffen stelios "
    "sten stig stéphane subhash sudhir sujit sukhdeep sulaiman suleiman sunil suresh svein syed "
    "sylvain sylvester sébastien søren tadashi takashi takeshi tapio tarek taro teemu "
    "teodor terence terje tesfaye thaddeus theophilus thiago thibault thilo thorsten titus tobias "
    "toby todd todor tomás torben toshio trond trygve tudor tuomas tyrone uday udo ulf ulises "
    "umar urs usman vahid vasant vasile vasilios vedran veikko venkat vicente vijay vikas vikram "
    "ville vinay vinod virgil vitor vivek vladan vlastimil vojtech waldemar walid wenceslas "
    "wilbert wilfred winston yannis yohannes yonas yosef youssef yuto yuval zachary zafar "
    "zaheer zdravko zeljko zenon zubair zygmunt åke étienne øystein đorđe łukasz "
    "callum petar elis bauyrzhan giorgi irakli yerlan kairat serik "
    "aaron abdul abdullah abel adam adrian ahmad ahmed aidan alan albert alberto aldo alejandro "
    "aleksandar aleksander aleksandr aleksei aleksey alessandro alex alexander alexandre alexei "
    "alexey alexis alfonso alfred ali allan alvaro amir anatol anatoliy anatoly anders andre "
    "andreas andrei andrej andres andrew andrey andrii andrzej angelo angus anthony antoine anton "
    "antonio antoniu antonis archibald aristide armand arnaud arne arseniy artem arthur artur asif "
    "askar austin axel ayman azamat barry bartosz basil beat ben benedict benjamin benoit bernard "
    "bernd bernhard bertrand bjorn bogdan boris brad brendan brian bruce bruno carl carlo carlos "
    "cedric charles chris christian christoph christophe christopher claus clemens clement "
    "colin conor constantin cornelius craig cristian cyril damian damien dan daniel daniele dario "
    "david davide dean denis dennis derek didier diego dieter dimitri dimitrios dimitris dmitri "
    "dmitriy dmitry dominic dominik don donald douglas dragan duncan dylan eamon edgar edmund "
    "eduard eduardo edward edwin egils egor elias elmar emanuel emil emile emmanuel enrico enrique "
    "eric erich erik ernest ernesto erwin esteban etienne eugen eugene evan evgeniy evgeny fabian "
    "fabio fabrice farid faisal felipe felix ferdinand fernando filip florian francesco francis "
    "francisco franco francois frank frans franz fred frederic frederick friedrich fritz gabriel "
    "gareth gary gavin geoffrey george georges georgi georgios georgy gerald gerard gerhard gianni "
    "gilbert gilles giorgio giovanni giulio giuseppe glen glenn goran gordon graham greg gregory "
    "grigory guido guillaume gunter gunther gustav guy hamid hamza hannes hans harald harold harry "
    "hassan hector heinrich heinz helmut hendrik henri henrik henry herbert herman hermann herve "
    "hiroshi horst howard hubert hugh hugo humberto hussein iain ian ibrahim ignacio igor ihor "
    "ilham ilya ilyas imran isaac ismail istvan ivan ivo jack jacek jacob jacques jaime jakob "
    "jakub jamal james jamie jan janez janis janos jaroslav jaroslaw jason javier jay jean "
    "jean-claude jean-luc jean-marc jean-marie jean-paul jean-pierre jeff jeffrey jens jeremy "
    "jerome jerzy jesus jim jiri joachim joao joe joel joerg johan johann johannes john johnny "
    "jonas jonathan joost jorg jorge jose josef joseph josep joshua jozef juan juergen juha jukka "
    "julian julien julio jurgen justin kaj kamal kamil karel karim karl kaspar keir keith ken "
    "kenneth kevin khaled khalid kirill klaus konrad konstantin konstantinos krzysztof kurt kwame "
    "lajos lars laszlo laurent lawrence lee leif leo leon leonard leonardo leonid leopold "
    "lev liam lloyd lorenzo louis louis-philippe luc luca lucas lucien ludwig luigi luis lukas "
    "luke maciej magnus mahmoud maksim malcolm manfred manuel marc marcel marcello marcin marco "
    "marcos marcus marek marin mario mariusz mark marko markus martin martins massimo mateusz "
    "mathias matteo matthew matthias matti maurice mauricio mauro max maxim maxime mehdi mehmet "
    "michael michal michel miguel mihai mika mikael mike mikhail mikko milan milos miloslav mirko "
    "miroslav mohamed mohammad mohammed moritz morten moses muhammad murat mustafa narendra nasser "
    "nathan neil nicholas nick nicolas nicolae niels nigel niklas nikola nikolai nikolaj "
    "nikolaos nikolas nikolay nikos nils noah nurlan oleg oleh oleksandr oleksiy oliver olivier "
    "omar orlando oscar oskar osman otto ousmane owen pablo paolo pascal patrick patrik paul paulo "
    "pavel pawel pavlo pedro pekka per peter petr petro petros petteri philip philipp philippe "
    "pierre pieter pietro piotr quentin rafael ralf ralph ramon randy raphael rashid raul ravi ray "
    "raymond recep reinhard reinhold remi rene reza ricardo riccardo richard rick rob robert "
    "roberto robin rodrigo roger roland rolf roman ronald rory ross roy ruben rudolf rui ruslan "
    "russell rustam ryan salman salvador salvatore sam samir samuel sandro santiago saul scott "
    "sean sebastian sebastien selim serge sergei sergej sergey sergio serhiy shaun sigmund simon "
    "simone slavko slobodan soren stanislav stanislaw stefan stefano stephan stephane stephen "
    "steve steven stuart sven svend tadeusz tariq taras ted theo theodor theodore thierry thomas "
    "tibor tiago tim timo timothy timur tom tomas tomasz tomaz tomislav tommaso tommy tony torsten "
    "trevor tristan tyler ulrich umberto urban uwe vaclav valdis valentin valerio valery vasily "
    "vassilis viacheslav victor vidar viktor vilem vincent vincenzo vitaly vito vjacheslav "
    "vladimir vladislav volker volodymyr vyacheslav walter warren wayne werner wilfried wilhelm "
    "will willem william willy wim witold wojciech wolfgang xavier yannick yann yaroslav yasser "
    "yevgeny yuri yuriy yury yusuf yves zbigniew zdenek zoltan zoran chidi thabo uhuru haile "
    "tedros moussa macky joko prabowo shavkat kassym-jomart nursultan emomali ilie ionut gheorghe "
    "traian bill bob rich art april may".split()
) - {"april", "may"}

EITHER = frozenset(
    "almaz balwinder farai jaspreet khurshed kudzai kulwinder linh manjit minh ngoc nqobile "
    "nyasha parminder phuong rutendo selam tafadzwa tatenda thuy uchenna baljit nurul thinh "
    "jurre oluwadamilola tamar "
    "tendai kiran harpreet gurpreet sukhpreet harjit remy aubrey yael simran kalle jessie yuki "
    "laurence claude camille nikita "
    "alex andrea april charity chris dominique faith georgia hope jamie jordan june kelly kim lee "
    "leslie lynn marian may morgan nicola pat robin sasha sydney terry tracy vivian kyaw li wang "
    "chen zhang jan jean noel angel amal hayat islam grant wade miles chase drew amber ruby dawn "
    "heather holly ivy daisy violet cliff lance penny sandy joy gene glen clay dale ross".split()
)
"""Given names of women and men, and those of whom it is not certain."""

RUSSIAN_FEMALE = frozenset(
    "айгерим айжан айсылу айталина алтана алтынай ануш аревик аюна баярма гулбахор гулнара "
    "гюзель дания дарима дильноза жамиля жибек зилола зульфия кюннэй ламара лола минзиля мохира "
    "назиля нарине нилуфар нодира огулджан разиля русудан сайера сайзана сайыына саргылана "
    "сэсэг танзиля тинатин тогжан туйаара туяна туяра хилола чойгана эржена "
    "наиля камиля "
    "айдана айнура айсулу акмарал алсу альфия анаит анара анеля арзу асем аяла багдагуль бахыт "
    "бермет бибигуль виола габриэла гаянэ герда гоар гузаль гулия гульжан гульназ гульнар гульсум "
    "гульшат данара дария джамиля дилара дилором диляра жанара жания залина замира зара зейнеп "
    "зиля инара индира ирма йоханна камила камилла карлыгаш куралай лаура лейсан лилит луиза "
    "ляйсан мавлюда мадлен майра малика манана марселла медея меруерт мээрим назгуль назира наира "
    "наргиза нармин нателла нургуль нурия офелия оюна перизат раиля рахиль роксана румия руфина "
    "саадат салима светозара севара севиль соня тамила тансылу толганай умида фания феруза фируза "
    "флюра фрида хатуна хеда чинара чолпон шахло ширин шолпан ылдыз эльнара эльнура эсмира юлдуз "
    "ядвига янина ясмина "
    "ханна ханне наина лора глафира фекла агафья акулина агата милица иванна "
    "ребекка сюзанна бригитта ингрид хельга грета урсула "
    "алия дилноза гульмира жанар гульнора нигора шахноза сауле "
    "ада аделина аида айгуль айша аксинья алевтина александра алена алеся алина алиса алла альбина "
    "альмира амина анастасия ангелина анжела анжелика анисия анна антонина анфиса арина ася аурика "
    "бэлла валентина валерия варвара василиса вера вероника виктория виолетта виталина владислава "
    "галина галия ганна гаяне гузель гульнара дана дарья диана дильнара дина динара ева евгения "
    "евдокия екатерина елена елизавета есения жанна заира зарема зарина земфира зинаида злата зоя "
    "зухра изабелла илона инга инесса инна ирина карина каролина кира клавдия клара кристина "
    "ксения лада лариса лейла лиана лидия лилия лина лия любовь людмила мадина майя мариам "
    "марианна марина мария марфа марьям марьяна милана мила мирослава моника надежда наталия "
    "наталья нелли ника нина нино нонна оксана олеся ольга пелагея полина прасковья раиса регина "
    "рената римма рита роза розалия рузанна сабина салтанат сара светлана снежана софия софья "
    "стелла сусанна таисия тамара татьяна ульяна фаина фатима хадижа цветана шарлотта эвелина "
    "элеонора элина элла эльвира эльза эльмира эмилия эмма эрика юлиана юлия юнона яна ярослава "
    "урсула маргарита маргарет марта эдит мэри джейн джоан сьюзен кэтлин роберта кристин барбара "
    "айнур асель".split()
)

RUSSIAN_MALE = frozenset(
    "авет айаал айдогды айдын айк айсен акоп аман амиран асланбек аяс балдан батыр бесик бобур "
    "вазген вано вачаган вильдан гагик геворк гоча гуванч гэсэр далер джамбулат дилшод доржи "
    "дугар дурды дьулус жаныбек жаргал жумабек зафар звиад зорикто иброхим кахабер комил "
    "кубаныч лазиз максат мансур мейрам мерген мичил мухаммет мэргэн нияз нугзар нюргун оглан "
    "ойбек ораз отабек паата сардор саркис сердар солбон тамаз умид фарход фидан фозил хамзат "
    "хачик хуршед цыден цырен чимит шерзод шолбан шохрух элгуджа эрчим юлай "
    "авраам адиль адлан азат азиз айбек айрат айтуган акбар акмаль алдар алим алишер амангельды "
    "амирхан анзор арвидас арслан артак асан асхат ахмет аяз аян бадма баир бакыт бахром бекзат "
    "беслан болат бэлигто вагиф вардан вартан виген вильгельм габриэль гайк гамзат гарегин гарик "
    "гевонд гиви гурам давлат данияр дастан дауд джамшид дильшод добрыня доржо едиге ермек "
    "жан-пьер жасур жорж заза зелимхан зиновий зияд ибрахим илдар ильгиз ильдус ильшат исхак "
    "кахрамон керим курбан курман левон линар мадияр максуд малхаз мамука манучар махмуд мехмет "
    "мирза мирзо мирлан мусса мухтар наиль нариман нодар нурбек нурмухаммед октай омурбек отар "
    "равшан раиль рамис рашад ризван рифат ришат рустем сагит санжар саят сослан сулейман сухроб "
    "таир тариэл темирлан тенгиз тимурбек тлек улугбек усман фаиль фанис фаррух фирдаус фуад "
    "хабиб хаджимурат халил халит харис хачатур хусейн цэрэн чермен шариф шота шухрат элдор "
    "эльдор эльман эльнур эльчин эмин эрдэни эркин юсуп ядгар яхья "
    "джо боян радован милан милован емельян демьян герасим осип трифон еремей елисей мстислав "
    "бронислав казимир спартак адриан натан соломон самсон анисим викентий лазарь любомир борислав "
    "владилен аристарх никон клавдий эрнст вацлав чеслав якуб сидор филимон лукьян мартын симон "
    "терентий архип фрол парфен ипполит эраст поликарп исидор спиридон варлаам пахом прокофий "
    "бауржан гиорги иракли бекзод ерлан ирек ильхам кайрат серик "
    "абдул абдулла абдухалил абрам адам азамат айдар акакий аким алан александр алексей ален али "
    "алихан алмаз альберт альфред амир анатолий анвар ангел андрей анри антон антониу антонио "
    "ануар аполлон арам аркадий арман армен арсен арсений артем артемий артур аскар аслан афанасий "
    "ахмад ахмед ашот бахтияр бахытжан бениамин богдан борис булат вадим валентин валерий вальтер "
    "василий вахтанг вениамин виктор виталий владимир владислав владлен володимир вольфганг "
    "всеволод вячеслав гавриил гарри гасан геворг геннадий генрих георгий герман глеб гордей "
    "григорий гурген густав давид дамир даниил данил данила даниэль денис джамал джеймс джек джон "
    "джордж дмитрий евгений евсей егор ефим ефрем жан жозеф заур захар зураб иван ибрагим игнат "
    "игнатий игорь измаил икрам илларион ильдар ильнур илья ильяс иннокентий иосиф ираклий "
    "искандер ислам исмаил йозеф йохан казбек камиль карен карим карл касым касым-жомарт кемаль "
    "кирилл клаус клим константин кузьма курт лаврентий лаша лев леван леон леонард леонид леонтий "
    "лука людвиг магомед майкл макар макс максим максимилиан марат марк марсель мартин марьян "
    "матвей мераб микаэль микола мирон мирослав митрофан михаил моисей муса мурат мурад муслим "
    "мухаммад мухаммед мохаммед назар наум нестор никита никифор николай никола николас нурлан "
    "нурсултан олег олесь олжас омар орест оскар остап отто павел пантелеймон петр пьер платон "
    "прохор равиль радик рамазан рамзан рамиль расул ратмир рауль рафаэль рафик рашид ренат ринат "
    "ричард роберт родион роланд роман ростислав рубен рудольф руслан рустам рушан сабир савва "
    "савелий саид салават салман самвел самир самуил святослав севастьян семен серафим сергей "
    "серго станислав степан стефан султан сурен тагир тайр талгат тамерлан тарас тахир теймур "
    "теодор тигран тимофей тимур тихон томас трофим умар фазиль фарид фархад фейсал федор федот "
    "феликс филипп фома франц франсуа халид хамид ханс харитон хасан хуссейн чарльз чингиз шавкат "
    "шамиль шарль эдгар эдуард эльдар эмиль эммануэль эммануил эрик эрнест юлиан юлий юрий юсуф "
    "юхан яков ян янис ярослав уильям уолтер энтони эндрю питер пол стив том тони".split()
)


def oblique_female(name: str) -> tuple[str, ...]:
    """The other cases of a Russian female name: `Анна` → Анны, Анне, Анну, Анной."""
    stem = name[:-1]
    if name.endswith("ия"):
        return (stem + "и", stem + "ю", stem + "ей")
    if name.endswith("я"):
        return (stem + "и", stem + "е", stem + "ю", stem + "ей")
    if name.endswith("ь"):
        return (stem + "и", name + "ю")
    if name.endswith("а"):
        genitive = "и" if stem[-1] in "гкхжчшщ" else "ы"
        return tuple(stem + ending for ending in (genitive, "е", "у", "ой", "ей"))
    return ()


FLEETING = {"павел": "павл", "лев": "льв", "петр": "петр"}


def oblique_male(name: str) -> tuple[str, ...]:
    """The other cases of a Russian male name: `Сергей` → Сергея, Сергею, Сергеем, Сергее."""
    if name[-1] in "ая":
        return oblique_female(name)
    if name[-1] in "йь":
        stem = name[:-1]
        return tuple(stem + ending for ending in ("я", "ю", "ем", "е", "и"))
    if name[-1] in "оиуеэю":
        return ()
    stem = FLEETING.get(name, name)
    return tuple(stem + ending for ending in ("а", "у", "ом", "ем", "е"))


def collect_forms() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for names, oblique in ((RUSSIAN_MALE, oblique_male), (RUSSIAN_FEMALE, oblique_female)):
        for name in names:
            for form in (name, *oblique(name)):
                forms.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in forms.items()}


NOMINATIVES = collect_forms()
"""A form of a Russian given name, folded → the names it can be of (`александра`: two)."""

GIVEN_NAMES = FEMALE | MALE | EITHER | NOMINATIVES.keys()

GIVEN_WORDS = frozenset(
    "grant wade miles chase drew amber ruby dawn heather holly ivy daisy violet cliff lance penny "
    "sandy joy gene glen clay dale ross "
    "angel art beat bill charity don faith frank grace guy hope mark may nick park pat per ray "
    "rich roman rose sun urban will".split()
)
"""Given names that are other words of English as often."""
