"""Words that stand with a capital and are no part of a person's name, and those that may be.

Folded (`lexicon.fold`); titles are in `titles`, organizations in `lexicon`, states in `countries`.
"""

from __future__ import annotations

OPENERS = frozenset(
    "a about above according accordingly across after again against all along already also "
    "although always am amid among an and another any are around as asked at away back be because "
    "been before behind being below beside besides between beyond both but by can concerning could "
    "dear did do does despite during each earlier either even ever every everyone few finally "
    "first firstly following for formerly from further furthermore generally given had has have he "
    "hence her here him his how however i if in including indeed inside instead into is it its "
    "itself just last later lastly less let like likewise many me meanwhile more moreover most "
    "much must my near neither never nevertheless next no none nor not nothing now of off often on "
    "once one only onto or other others otherwise our out outside over overall own past per "
    "perhaps rather regarding second secondly several shall she should similarly since so some "
    "sometimes soon still such than that the their them themselves then there thereby therefore "
    "these they third this those though through throughout thus to today together tomorrow tonight "
    "too towards under unlike until up upon us via was we welcome well were what whatever when "
    "where whereas whether which while who whose why with within without would yes yesterday yet "
    "you your а без будет бы был была были было в вам вас ведь весь вместе вновь во вот вполне "
    "впрочем все всегда всего всем всех всю вы вчера где да даже для до другие другой его ее ей "
    "ему если есть еще же за завтра здесь и из или им именно иначе их к каждый как какие какой ко "
    "когда коллеги кроме кто который куда лишь между меня мне многие можно мой мы на над надо "
    "накануне наконец нам наряду нас наш наша наше наши не него нее некоторые несмотря нет ни "
    "никто них но ну о об однако он она они оно от отдельно отметим очень перед по под поводу "
    "подробнее поздно пока помимо после поскольку потом потому поэтому почему при про против прошу "
    "ранее раньше с сам самый сегодня сейчас сначала снова со собственно согласно среди стоит так "
    "также такие такой там твой тем теперь тех то тогда того тоже только том тот три ты у уже хотя "
    "чего чем через что чтобы эта эти это этого этой этом этот эту я словам мнению мнение словом "
    "открывая завершая комментируя отвечая выступая говоря подводя заявил отметил сказал "
    "сообщил".split()
)
"""Words that open a sentence, or stand within one, and name nothing."""

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march june july "
    "september october november december christmas easter spring autumn week weekend morning "
    "evening day year years century date time new happy good great merry понедельник вторник среда "
    "четверг пятница суббота воскресенье январь января февраль февраля март марта апрель апреля "
    "июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь "
    "декабря год года утро день дня вечер новый новая новое новые".split()
)

THINGS = frozenset(
    "county rovers wanderers albion hotspur "
    "academic access accord act action actions activities activity acts affairs africa african "
    "afternoon agenda agreement agreements aid air alert america american amendment amnesty "
    "analysis annex anniversary announcement annual answer answers appeal appendix application "
    "approach arab arctic area arms army article articles asia asian assessment assistance "
    "associated atlantic attorney award awards background balkans baltic barometer basic bay beach "
    "biodiversity blog book border boulevard bridge brief briefing british brussels budget "
    "building business campaign campus capital carbon care case cases caspian caucasus central "
    "ceremony challenge challenges change channel chapter charter chart child children chinese "
    "chronicle cities citizen citizens city civic civil clean climate close cloud coast code "
    "comment comments commerce commercial common commonwealth communication communications "
    "communique companies competition conclusion conclusions concept conflict constitution "
    "constitutional consultation consumer contact contacts contents context contract control "
    "cookie cookies copyright countries country courts cover covid covid-19 crime criminal crisis "
    "cross culture cultural current customs cyber daily data dates deal debate debates decade "
    "decision declaration defence defense deposit democracy democratic democrats demand desk "
    "details development dialogue digital dinner directive discovery discussion discussions "
    "distinguished document documents domestic download draft drive drug dutch dynamics early east "
    "eastern eco economic economics economy edition editorial education efforts election elections "
    "electoral electric emergency employment empire end energy enlargement environment "
    "environmental equality estate euro europe european evaluation event events evidence exchange "
    "exhibition expo express external fact facts fair family fashion fast federal file final "
    "finance financial finding findings fire fisheries five flag focus food football foreign "
    "forest forests framework free freedom french friends full fundamental funds future gallery "
    "games gas gazette gender general german global goal goals gold golden goods google greek "
    "green greens guidance guide guidelines gulf hall harbour health heart herald heritage high "
    "highlights highway historic history holdings holding holocaust holy home homes horizon host "
    "hotel hour housing human humanitarian ideas image images immigration impact implementation "
    "inc independence index indian industrial industry inequality information infrastructure "
    "initiative innovation insight inspection insurance integration intellectual intelligence "
    "interim internal international internet introduction investment investments island islands "
    "islamic issue issues italian japan japanese job jobs joint journal key kit knowledge korean "
    "labor labour ladies lake land language languages latest latin launch laws lead league left "
    "legal legislation legislative lesson lessons letter level liberal liberties liberty life link "
    "links list literary live local logo low ltd llc llp machine magazine main majority maritime "
    "market markets materials measures media mediterranean meeting meetings member members "
    "memorandum memorial men menu message messages method middle migration military minority "
    "minutes model modern moment money monument mountain mountains mount movement multilateral "
    "municipal national nations native natural nature navigation negotiations neighbourhood "
    "netflix news newsletter newspaper nobel nordic north northern note notes notice nuclear "
    "number ocean oceans olympic olympics open opening operation operations opinion opportunities "
    "opposition option options order organic orient origin orthodox outlook overview pacific pact "
    "panel paper papers parallel park part parties partner partners party pdf peace pension people "
    "peoples performance period phone photo photos place plan planet plans platform plenary "
    "pipeline point points policies policy political politics poor population port ports position "
    "positions poverty practice practices presentation presidency preliminary press prevention "
    "priorities priority privacy private prize pro problem problems procedure proceedings process "
    "product production products professional professionals profile program programme programmes "
    "progress project projects property proposal proposals prosperity protection protocol public "
    "publication publications publisher quality quarter question questions quick quote quotes "
    "radio rate rates read reading real recent recommendation recommendations record recovery red "
    "reduction reform reforms refugee refugees region regional regions register registration "
    "regulation regulations related relations release releases relief religion remarks renewable "
    "report reports republic republican republicans request research reserve resilience resolution "
    "resource resources respect response responsibility restoration result results review "
    "revolution right rights risk risks river road roadmap roads role room rooms round route royal "
    "rule rules rural russian safe safety sale sanctions saving schedule scheme science sciences "
    "sea seas search season sector securities security select sentence series service services "
    "session sessions settings shadow share shared shop side sign silk single site situation sixth "
    "small smart social socialists society soft software solidarity solution solutions source "
    "sources south southern soviet space spanish speakers special speech sport sports square staff "
    "stage standard standards start statement statements states statistics status step steps stock "
    "stop story stories strategic strategy straits street stress structure studies study "
    "submission subscribe success summary summit sun supply support supreme survey sustainable "
    "sustainability swedish swiss symposium system systems table tables takeaways talk talks "
    "target task tax taxes tech technical technologies technology telegram television term terms "
    "test text thank thanks theme themes thesis threat threats times title top topic topics "
    "tourism tower town towns track trade traffic training transformation transition transparency "
    "transport travel treaty trends turkish tv two type ukrainian unions united universal update "
    "updates upper urban use useful user users value values venue version video videos view views "
    "village violence virtual vision visit visitor visual volume vote votes voting war warning "
    "waste watch water waters wave way ways weather web website welfare west western wide wildlife "
    "winter woman women women’s word words work workers workforce working workshop world worldwide "
    "writing written youth youtube zone valley bank avenue airport station stadium cup "
    "championship silicon everest baikal fund cape fort canal sites app apps online platforms "
    "advanced agricultural agriculture algorithm annually bilateral chain chains classic "
    "collective consensus cooperation co-operation creative currency debt diplomacy disability "
    "diversity excellence excellency excellencies executive farmers firms gentlemen growth hearing "
    "hearings inflation interview judicial judiciary jurisdiction keynote learning lower "
    "maintenance masterclass methodology mobility networks novel offshore participants perspective "
    "perspectives philosophy physics podcast pollution precedent procurement psychology railways "
    "readiness reception reconstruction registered regime remote reporters sanction scientific "
    "sovereignty spirit stability startup subsidiary tariff tariffs telecom terrorism theory tools "
    "trading translation treaties tribute unity universities vaccine victims wealth welcoming wind "
    "workers’ английский арктика брейк завтрак зал обед ужин кофе волга днепр нева амур республика "
    "округ проспект африка ближний ближнего ближнем ближневосточный большой вестник век весна "
    "видео власть внимание вода воды война войны вопрос вопросы восток востока востоке время "
    "всемирная всемирный встреча выбор выборы вывод выводы вызов вызовы выставка глобальный голос "
    "город города господа государства государство гражданин граждане даль дата декларация дело "
    "день деньги дети диалог дискуссия добро доброе добрый доверие договор доклад документ "
    "документы дом дорогие дорогой доступ друзья дума думы единая единый жизнь завод задача закон "
    "закона законы запад запада западе защита заявление здоровье земля земли зима знание известия "
    "изменение изменения имя информация искусство история итог итоги кавказ кодекс кодекса "
    "комментарий комментарии конвенция конституция контакты контроль конфликт концепция кремль "
    "кремля кризис круглый культура лето лидер лидеры лица люди мероприятие мероприятия мера меры "
    "места место мечта мир мира море моря мост народ народы наука наследие новгород нефть норма "
    "нормы область обмен образование общество озеро океан океана опыт орган остров острова осень "
    "ответ ответы отношения отрасль охрана панель парк партнер партнеры партнерство письмо план "
    "платформа площадь победа подробности поддержка политика положение помощь порядок послание "
    "право права правда практика предложения представители премия пресса приветствие пример "
    "проблема проблемы программа продукт проект проекты протокол процесс путь работа развитие "
    "район раздел реализация регион регионы регламент реформа решение решения риск риски родина "
    "россияне рост рука русь рынок рынки сайт санкции саммит связь север севера сервис сессия "
    "сибирь сила система ситуация слово слова событие события соглашение сотрудничество состав "
    "спорт список спикеры справка среда стандарт статья стол страна страны стратегия строительство "
    "столица стороны судьба сфера съезд таблица тема тезис территория технологии технология "
    "товарищ труд уважаемые уважаемый уважаемая угроза угрозы указ улица уровень урал условия "
    "услуга услуги успех участие участник участники участников фестиваль форум форума форуме фото "
    "хартия час человек человека часть чемпионат число чистая экология эксперты эксперт экономика "
    "экспорт энергетика энергия эпоха этап юг юга юстиции вещание газета журнал заседание "
    "информационный конференция новости новость материалы безопасности безопасность договора "
    "здравствуйте спасибо почта сити плаза тауэр групп дорога рейтинг экспо аэропорт аэродром "
    "вокзал стадион завод фабрика станция поселок деревня село гостиница отель храм собор "
    "dialogue dialogues symposium colloquium roundtable".split()
)

THING_STEMS = frozenset(
    word.rstrip("аеиоуыьйя") for word in THINGS if word[0] in "абвгдежзийклмнопрстуфхцчшщэюя"
) - {"зал", "мир", "мор", "рук", "мер", "лиц"}
"""Russian things without their endings."""

PLACES = frozenset(
    "york london berlin paris brussels moscow beijing tokyo geneva vienna madrid rome lisbon "
    "athens dublin warsaw prague budapest bucharest sofia-city helsinki stockholm oslo copenhagen "
    "riga vilnius tallinn kyiv kiev minsk chisinau tbilisi yerevan baku astana tashkent bishkek "
    "dushanbe ankara istanbul jerusalem cairo tehran baghdad riyadh doha dubai kabul islamabad "
    "delhi mumbai kolkata dhaka bangkok hanoi jakarta manila seoul shanghai canberra melbourne "
    "ottawa toronto montreal vancouver chicago boston seattle philadelphia detroit california "
    "texas florida alaska nairobi lagos abuja accra pretoria johannesburg addis harare kinshasa "
    "brasilia bogota caracas santiago-de-chile strasbourg luxembourg-city amsterdam rotterdam "
    "hague antwerp ghent zurich basel bern munich frankfurt cologne hamburg milan-italy naples "
    "turin barcelona lyon marseille bordeaux krakow gdansk brno zagreb belgrade sarajevo skopje "
    "tirana podgorica pristina ljubljana bratislava nicosia valletta reykjavik siberia crimea "
    "donbas donbass gaza balkan scandinavia ulster catalonia flanders bavaria saxony scotland "
    "wales england korea petersburg novgorod vladivostok kazan sochi rostov yalta samara ufa omsk "
    "tomsk britain zealand arabia asia europe москва москвы москве москву петербург петербурга "
    "петербурге санкт-петербург санкт-петербурга санкт-петербурге нью-йорк нью-йорке лондон "
    "лондоне париж париже берлин берлине брюссель брюсселе женева женеве вена вене минск минске "
    "киев киеве казань казани сочи крым крыма крыму донбасс донбасса пекин пекине токио вашингтон "
    "вашингтоне астана астане ташкент ташкенте бишкек душанбе баку ереван ереване тбилиси "
    "екатеринбург новосибирск владивосток ростов-на-дону калининград нижний великий самара уфа "
    "омск томск британия зеландия корея корее корею аравия аравии азия азии европа европы европе "
    "америка америки африки африке россия россии россию россией украина украины белоруссии "
    "беларуси казахстана узбекистана китая китае германии франции италии испании польши турции "
    "индии сша рф снг ес оон евразия евразии ланка страсбург гаага гааге шанхай дубай дубае".split()
)
"""Cities and lands that stand beside people's names in news; a state alone is in `countries`."""

ALSO_NAMES = frozenset(
    "dean king prince major judge page chancellor marshal sheikh bishop pope baker cook law banks "
    "west stone field wood hill young brown black white green rice bush ford price power powers "
    "day rivers bell hall lane long short strong little sharp wise best case park parks church "
    "love moon book forest marsh england ireland wales holland france jordan israel chad georgia "
    "paris london sydney austin dallas houston lincoln washington jackson milan florence berlin "
    "moscow may june april august августа north east roman martin pack read sun house rule driver "
    "land kenya cuba mali niger german chile santiago sofia victoria malta york rome camp brook "
    "ward flood winter winters summer spring frost snow storm sands lake fisher hunter miller "
    "taylor mason smith bond cross knight noble reed rose temple street hope grace justice walker "
    "turner carter parker cooper potter fox wolf hawk swan crane finch moss heath dale glen archer "
    "barber butler chandler collier dyer farmer fowler gardener glover harper mercer miner piper "
    "porter sawyer shepherd skinner slater spencer steward thatcher tyler weaver webb wright ash "
    "barns beck birch berry burn burns castle clay cliff cole cotton craft drew ember fields fleet "
    "frank gill glass gore graves gray grey hand hands hardy hay head heart holly horn horne hood "
    "hurst ivy jean kay lamb lark lily linden mace mann march mead mole nash nest nix pace paine "
    "peel pepper pike pitt pond pool pratt rains rand reef reeves roach rush sage sand savage shaw "
    "shore steel stern swift teal thorn tree underwood vale vine wade waters web weeks wells welsh "
    "wolfe woods worth wren browning dame tour gold goldman silver diamond penny christmas friday "
    "holder sale starr star world root глава посол король князь мороз зима весна горький белый "
    "черный толстый лев любовь вера надежда роман мир власть майор рак жук волк дума судья пастор "
    "дьяк козак".split()
)
"""Words and places that are surnames or given names as often: names beside a certain name."""

PLACE_ENDS = frozenset("falls springs creek heights rapids cove ferry harbour harbor".split())
"""Words with which names of places end (`Cedar Falls`)."""

PLACE_BEGINNINGS = frozenset(
    "san santa saint st st. são sao los las fort port mount lake cape new el puerto monte нижний "
    "верхний великий новый старый сан сен санта форт порт тель нью буэнос лос рио шри".split()
)
"""What begins the name of a place of two words."""

PLACE_PAIRS = frozenset(
    (
        "abu dhabi",
        "addis ababa",
        "buenos aires",
        "burkina faso",
        "cape verde",
        "costa rica",
        "den haag",
        "dar es salaam",
        "el salvador",
        "hong kong",
        "ho chi minh",
        "kuala lumpur",
        "la paz",
        "las vegas",
        "mar del plata",
        "monte carlo",
        "nizhny novgorod",
        "nur sultan",
        "phnom penh",
        "port louis",
        "porto alegre",
        "puerto rico",
        "rio de janeiro",
        "rio grande",
        "sri lanka",
        "sierra leone",
        "sharm el sheikh",
        "tel aviv",
        "tierra del fuego",
        "ulan bator",
        "ulan ude",
        "veliky novgorod",
        "шри ланка",
        "алма ата",
        "абу даби",
        "тель авив",
        "нур султан",
        "куала лумпур",
    )
)

COMPANY_FORMS = frozenset(
    "ltd limited inc corp corporation incorporated llc llp plc gmbh ag kg spa srl oy oyj ab asa "
    "aps sarl bv nv pty jsc pjsc ooo oao zao пао оао зао ооо ао".split()
)
"""What ends, or in Russian begins, the name of a company."""

FAMILY_NAMES = frozenset(
    "ban tan lin tang pan fan song hong dong long li wang zhang chen liu yang huang zhao wu zhou "
    "xu sun zhu kim park choi jung kang cho yoon jang nguyen tran pham singh khan kumar sharma "
    "patel ahmed ali hussain mohamud okafor diallo traore garcia fernandez gonzalez rodriguez "
    "lopez martinez sanchez perez gomez silva santos oliveira ferreira pereira rossi ferrari "
    "bianchi muller schmidt schneider fischer weber meyer wagner jensen nielsen hansen andersen "
    "johansson andersson karlsson nilsson larsen olsen smith johnson williams jones davis wilson "
    "anderson thompson tanaka sato suzuki yamamoto nakamura kobayashi си ван ли чжан чэнь лю ян "
    "хуан чжао у ким пак цой чхве нгуен чан шмидт мюллер".split()
)
"""Family names so frequent that they are evidence of a name."""

FAMILY_ENDINGS = (
    *("ov", "ova", "ev", "eva", "skiy", "sky", "ski", "ska", "enko", "chuk", "ovich", "evich"),
    *("dze", "shvili", "yan", "ian", "oglu", "oğlu", "sson", "sen", "ez", "opoulos", "idis"),
    *("escu", "ović", "ič", "ić", "ов", "ова", "ев", "ева", "ин", "ина", "ский", "ская", "енко"),
    *("чук", "дзе", "швили", "ян", "юк", "ович", "евич", "цкий", "цкая", "цкого", "цкой"),
)

ABSTRACT_ENDINGS = (
    *("tion", "tions", "sion", "sions", "ments", "ological", "ology", "ities", "ism", "isms"),
    *("tional", "ships", "ability", "ibility", "ivity", "ality", "graphy", "ocracy", "nomics"),
    *("ение", "ения", "ание", "ания", "ость", "ости", "ция", "ции", "ство", "ства", "ству"),
    *("изм", "изма", "логия", "логии", "ирование", "ирования", "ое", "ее", "ые", "ие"),
)
"""What no name ends in, in either language."""

ADJECTIVE_OR_NAME_ENDINGS = (
    *("ый", "ий", "ой", "ей", "ых", "их", "ым", "им"),
    *("ого", "его", "ому", "ему", "ая", "яя", "ую", "юю"),
)
"""Russian adjectives, some of which are surnames: names only beside a certain name."""
