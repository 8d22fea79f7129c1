"""The forum, congress or summit that a page reports from, by its name.

In prose the words before a name tell that the page is of that gathering (`at the`, `took part in`);
beside the title it stands by itself, in a line of its own or between dots and dashes.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from rostrum.records import Cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

CAPITAL = r"[A-Z][\w’'&-]{0,40}"
OF = (
    rf"(?:\s+(?:of|on|for)\s+(?!\w+day\b)(?:the\s+)?{CAPITAL}"
    rf"(?:\s+(?:(?:and|of|for)\s+(?:the\s+)?)?{CAPITAL})*)?"
)
YEAR = r"(?:(?:\s+(?:Spring|Summer|Autumn|Winter))?\s+[–—-]?\s*(?:19|20)\d\d)?"
ENGLISH_NOUN = (
    r"Forum|Congress|Summit|Conference|Symposium|Dialogues?|Convention|Colloquium|Festival|Expo|"
    r"Roundtable|Round Table|(?:Winter|Summer|Spring|Autumn) School|Seminar|Days|Week|Workshop|"
    r"Hackathon|Show|Biennale|(?:Global|Ministerial|Annual) Meeting|"
    r"(?:General|Parliamentary|World) Assembly|General Meeting|Gathering|Fair|"
    r"(?:Council|Cabinet) Meeting|"
    r"Hearing(?= on )|Assembly(?= (?:19|20)\d\d)|"
    r"Day(?= (?:(?:Spring|Summer|Autumn|Winter) )?(?:19|20)\d\d)"
)
ENGLISH_SESSION = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?"
    r"(?i:first|second|third|[a-z]{2,9}th))\s+(?:(?i:annual|regular|ordinary|extraordinary|special|plenary)\s+)?"
    rf"(?i:session|sitting|meeting|assembly)\s+of\s+(?:the\s+)?{CAPITAL}(?:\s+(?:(?:and|of|for|on|to)\s+(?:the\s+)?)?{CAPITAL})*|"
    rf"(?:{CAPITAL}\s+(?:(?:and|of|for|on)\s+(?:the\s+)?)?){{0,5}}(?:Council|Committee|Commission|Board|Assembly)"
    r"(?:\s+(?:of|on|for)\s+(?:the\s+)?[A-Z][\w’-]+(?:\s+(?:and\s+)?[A-Z][\w’-]+){0,4})?"
    r", (?:(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-)?"
    r"(?:(?i:first|second|third|[a-z]{3,10}th)|\d{1,3}(?:st|nd|rd|th)) [Ss]ession"
)
"""A session of a body that numbers them (`14th session of the Committee on Inland Waterways`)."""

ENGLISH = (
    r"(?:\d{1,3}(?:st|nd|rd|th)\s+|[IVX]{1,6}\s+(?=[A-Z])|(?:19|20)\d\d\s+(?=[A-Z]))?"
    r"(?!(?:The|At|In|From|During|On|For|After|Before|Since|By|Ahead|Prior|Inside|Behind|How|Why|"
    r"What|When|Where|As|With|To|Its|Our|Their|This|That|An?|Following|Attending|Hosting|"
    r"(?:Report|Programme|Program|Agenda|Proceedings|Summary|Minutes|Schedule) (?:of|from|for)|"
    r"(?:Secretariat|Bureau|Office|Directorate|Organi[sz]ers) of)\b)"
    rf"(?:{CAPITAL}\s+(?:&\s+)?(?:(?:(?:of|and)\s+(?:the\s+)?|for\s+(?!the\b))(?!{ENGLISH_NOUN}))?){{0,6}}"
    rf"(?:{ENGLISH_NOUN})(?![\w-])(?:\s+[“\"][A-Z][^“”\"]{{3,80}}[”\"]|{OF}{YEAR})"
    r"(?:, [A-Z][a-z]+(?:-[A-Z][a-z]+)? Session)?"
)
RUSSIAN_KIND = (
    r"(?:форум|конгресс|саммит|конференци|симпозиум|фестивал|чтени|недел|съезд|ассамбле|"
    r"круглый стол|круглого стола|круглом столе|диалог|семинар|слушани|деловой завтрак|"
    r"пленум|хакатон|слет|слёт|сход|ярмарк|выставк|совещани|стратегическ\w+ сесси|"
    r"(?:общ|годов)(?:ее|ое|его|ого|ем|ом) собрани|"
    r"(?:зимн|летн|весенн|осенн)[а-яё]{2,3} школ)[а-яё]{0,3}"
)
RUSSIAN_NOUN = rf"(?<![а-яё-])[а-яё-]{{0,20}}{RUSSIAN_KIND}"
ADJECTIVE = r"(?:ый|ий|ая|ое|ые|ие|ого|его|ой|ом|ем|ему|ому|ую|ых|их)"
GENITIVE_NAME = r"[А-ЯЁ][а-яё]{2,30}(?:а|я|ы|и)(?:-на-[А-ЯЁ][а-яё]{1,30})?"
NO_VERB = r"(?!\w{1,30}(?:л[аио]?|[еуюи]т|ся)\b)"
BODY = (
    r"\s+(?:Федерации|Союза|Ассоциации|Палаты|Совета|Собрания|Общества|Лиги|Академии|Комитета)"
    rf"(?:\s+{NO_VERB}[А-ЯЁа-яё-]{{3,30}}(?:ого|его|ой|ей|ых|их|а|я|ы|и|ов|ев)(?![а-яё])){{1,5}}"
)
WHOSE = (
    rf"(?:{BODY}|"
    rf"\s+{GENITIVE_NAME}(?:\s+[а-яё-]{{2,30}}(?:ых|их|ой|ого))?"
    rf"(?:\s+{NO_VERB}[а-яё-]{{2,30}}(?:ов|ев|ий|ей|ы|и))(?:\s+{GENITIVE_NAME})?|"
    r"(?:(?:\s+[а-яё-]{2,30}(?:ых|их)){0,2}\s+[а-яё-]{2,30}(?:ов|ев|ий|ей)|"
    r"\s+[а-яё-]{2,30}(?:ых|их)\s+(?!\w{1,30}(?:ли|[ую]т|ся)\b)[а-яё-]{3,30})"
    rf"(?:\s+{NO_VERB}[а-яё-]{{3,30}}(?:и|ы)(?:\s+[а-яё-]{{2,30}}(?:ых|их)\s+[а-яё-]{{3,30}}(?:ов|ев|ий|ей))?)?"
    rf"(?:\s+{GENITIVE_NAME})?|"
    r"\s+[а-яё-]{2,30}(?:ой|ей)\s+(?!\w{1,30}(?:л[аи]|ся)\b)[а-яё-]{3,30}(?:ы|и)(?![а-яё])|"
    r"\s+[а-яё-]{2,30}(?:ого|его)\s+(?!\w{1,30}(?:ла|ся)\b)[а-яё-]{3,30}(?:а|я)(?![а-яё])"
    r"(?:\s+(?!\w{1,30}(?:ла|ся)\b)[а-яё-]{3,30}(?:а|я|ов|ев|ей)(?![а-яё])){0,2}|"
    r"\s+[А-ЯЁ][а-яё-]{2,30}(?:ого|его|ой|ей)\s+[а-яё-]{3,30}(?:а|я|ы|и)"
    r"(?:\s+[а-яё-]{2,30}(?:ов|ев|ей)(?:\s+и\s+[а-яё-]{2,30}(?:ов|ев|ей))?)?)?"
)
"""Whose it is (`съезд сельских врачей Поволжья`)."""

NO_GATHERING = rf"(?!{RUSSIAN_KIND})"
IN_GENITIVE = (
    rf"(?:{NO_VERB}{NO_GATHERING}[А-ЯЁа-яё-]{{3,30}}(?:ого|его|ой|ей|ых|их|а|я|ы|и|ов|ев|ий)(?![а-яё])|"
    rf"[а-яё-]{{2,30}}(?:ых|их)\s+{NO_VERB}[а-яё-]{{3,30}}|[А-ЯЁ]{{2,6}}(?![А-ЯЁа-яё]))"
)
CHAIN = (
    rf"(?:\s+{IN_GENITIVE}(?:\s+и(?=\s+{IN_GENITIVE}))?){{2,7}}"
    rf"(?:\s+по(?:\s+[а-яё-]{{2,30}}(?:ой|ей|ому|ему|ым|им)){{0,2}}\s+[а-яё-]{{3,30}}(?:е|и|у|ю|ам|ям))?"
    r"(?=\s*(?:[.,;:()«»\"“”—–]|$)|\s+(?:в|на|при|с|под|из|и)\s|\s+[а-яё]{2,30}(?:л[аио]?|ся|ось|лась)\s)"
)
"""Whose it is, in many words of one case, up to where the sentence goes on."""

WHAT = (
    r"(?:\s+[а-яё-]{2,30}(?:ых|их|ого|его|ой|ей)){1,2}"
    r"\s+(?!\w{1,30}(?:л[аио]?|[еуюи]т|ся|ть)\b)[а-яё-]{3,30}"
)
"""What it is of, before the title of its own (`фестиваль документального кино «…»`)."""

ABOUT = (
    r"(?:\s+по\s+[А-ЯЁ][а-яё]{1,30}(?:\s+[а-яё]{2,30}){0,2}(?:\s+до\s+\d{4}\s+года)?|"
    r"\s+по\s+(?!итог|приглаш|слов|адрес|случа|просьб|инициатив|традици|данн|мнени|решени)"
    r"[а-яё-]{5,30}(?:е|и|у|ю|ам|ям)(?![а-яё])"
    rf"(?:\s+[а-яё-]{{2,30}}(?:ой|ей|ых|их|ого|его)\s+{NO_VERB}[а-яё-]{{3,30}}(?:ы|и|а|я|ов|ев|ей)(?![а-яё]))?|"
    r"\s+по\s+(?:[а-яё-]{2,30}(?:ой|ей|ому|ему|ым|им)\s+){1,2}[а-яё-]{2,30}(?:е|и|у|ю|ам|ям)"
    r"(?:\s+[а-яё-]{2,30}(?:ам|ям|ов|ев|ей))?)"
)
ABROAD = r"\s+с\s+международным\s+участием"
LATIN = r"\s+[A-Z][\w’&-]{1,30}(?:\s+[A-Z][\w’&-]{1,30}){0,3}"
TITLED = r"\s+[«\"“][^«»\"“”]{3,80}[»\"”]"
RUSSIAN = (
    rf"(?!Выставк|Пленум\w* [А-ЯЁ][а-яё]+ого Суда|(?:От|За)крывая|Завершая|"
    rf"Предваряя|Обсуждая|Комментируя)(?:[IVX]+\s+)?(?:[А-ЯЁ][а-яё-]{{1,30}}{ADJECTIVE}\s+){{0,2}}"
    rf"(?:(?!открыт|закрыт|проведен|участ)[а-яё-]{{2,30}}{ADJECTIVE}\s+){{0,4}}"
    rf"(?i:{RUSSIAN_NOUN})"
    rf"(?:{WHAT}{TITLED}|{CHAIN}(?:{TITLED})?|{ABOUT}|{ABROAD}{TITLED}|{LATIN}|{WHOSE}(?:{TITLED})?)(?![а-яё]){YEAR}"
)
RUSSIAN_SESSION = (
    r"(?i:выездн|расширенн|совместн|внеочередн|итогов)ое\s+(?:(?i:совместн|расширенн)ое\s+)?"
    r"заседани(?:е|я)\s+(?=[А-ЯЁ]|\w+(?:та|ва|ии)\s)[^.,;:«»()]{5,100}?"
    r"(?=[.,;:(]|\s+(?:прош|состоя|проход|собра|заверш|открыл)\w+|$)"
)
"""`расширенное заседание Комитета по культуре`"""

RUSSIAN_DAYS = (
    rf"[IVX]+\s+(?:[А-ЯЁа-яё-]{{2,30}}{ADJECTIVE}\s+){{0,2}}[Дд](?:ень|ни)"
    r"(?:\s+[а-яё-]{3,30}(?:ой|ей|ого|его|ых|их))?\s+[а-яё-]{3,30}(?:ов|ев|ей|а|я|ы|и)(?![а-яё])"
)
"""Numbered days of something (`VI Дни маяков`)."""

HELD = re.compile(RUSSIAN_SESSION)

NAME = re.compile(rf"(?:{ENGLISH_SESSION}|{ENGLISH}|{RUSSIAN_SESSION}|{RUSSIAN}|{RUSSIAN_DAYS})")
KIND = re.compile(
    rf"(?:Annual\s+)?(?:{ENGLISH_NOUN}){YEAR}|[а-яё\s-]+{YEAR}|(?i:{RUSSIAN_KIND}){YEAR}"
)
"""What a gathering is called that has no name of its own."""

SESSION = re.compile(
    r"(?<![а-яё])(?:(?:двадцать|тридцать|сорок|[а-яё]{3,10}десят|сто)\s+)?(?:перв|втор|трет|"
    r"четв[её]рт|пят|шест|седьм|восьм|девят|[а-яё]{0,12}десят|[а-яё]{2,10}надцат|двадцат|тридцат|"
    r"сороков)(?:ое|ье|ая|ья)\s+"
    r"(?:(?:внеочередн|очередн|пленарн)(?:ое|ая)\s+)?(?:заседание|сессия)"
    rf"(?-i:{CHAIN.replace(NO_GATHERING, f'(?!(?!ассамбле){RUSSIAN_KIND})')})?",
    re.IGNORECASE,
)
"""A session of a body that numbers them; it may be an assembly."""

PLENARY = re.compile(r"\bPlenary [Ss]ession\b")
"""How parliaments label what was said in the chamber."""

RECAP = re.compile(
    r"(?P<name>[A-Z][^:|–—]{4,60}?)\s+[–—|-]\s+(?:conference|forum|summit|congress|festival|"
    r"symposium)\s+(?:recap|report|summary|notes|highlights|proceedings|diary|programme)"
)
"""A title that names a gathering of any name, and says what it is."""

DATED = re.compile(
    r"(?<![\w’'-])(?P<name>(?!(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Spring|Summer|Autumn|Winter|Fall|In|By|Since|The|Until|From|For|Copyright|"
    r"Budget|Agenda|Report|Law|Act|Olympics)\b)"
    rf"{CAPITAL}(?:\s+{CAPITAL}){{0,3}}[\s–-]{{1,3}}(?:19|20)\d\d)(?![\w-])|"
    r"«(?P<russian>[А-ЯЁ][^«»]{2,40}?[\s–—-]{1,3}(?:19|20)\d\d)»"
)
"""A name of any kind with its year (`BridgeTech 2024`, `«Последняя миля — 2025»`)."""

PART_BEGINS = re.compile(r"(?:^|[|–—:»-]\s)$")
PART_ENDS = re.compile(r"$|\s[|–—:«-]")

HERE = re.compile(
    r"(?:\b(?:[Aa]t|[Dd]uring|[Ww]ithin|[Aa]longside|concluded|closed|panels? of|been to|"
    r"join us for|to(?=\s(?:its|our|their)\s)|"
    r"(?:margins|sidelines|fringes|framework|part|organi[sz]ers) of|"
    r"(?:took|takes|taking) part in|"
    r"(?i:participants?|delegates?|guests?|visitors?) (?:of|in|at|to)|"
    r"(?:session|discussion|debate|panel|plenary|round table|series|day|morning|afternoon|evening|"
    r"edition|meeting|report|subject|theme|focus|all|"
    r"programme|recap|summary|[Nn]otes|record|[Vv]oices|[Hh]ighlights) (?:of|at|from)|"
    r"(?:[Dd]ay|[Ss]ession|[Pp]anel) (?:one|two|three|four|five|\d{1,2}) (?:of|at)|"
    r"(?:[Nn]ewspaper|[Bb]ulletin|close|end|start) of|for(?=\s+(?:the|our)\s)|"
    r"(?:came|come|coming|went|travelled|back) (?:to|from)|"
    r"[Oo]pening|[Cc]losing|\bopens?|\bopened|[Aa]head of|[Oo]n the eve of|attended|convened|"
    r"hosted|held(?: under| within)?|told|gather for|addressed)"
    r"\s+(?:(?:[Tt]he|its|our|their)\s+|this year[’']s\s+)?(?:[a-z]+(?:st|nd|rd|th)\s+)?|"
    r"(?:the\s+)?[\w-]+[’']s\s+(?=$)|"
    r"(?i:в рамках|на полях|в кулуарах|отч[её]т\w* об?|накануне|"
    r"(?:первый|второй|третий|последний) день|"
    r"в ходе|участник\w+|программ\w+|итог\w+|открытии|"
    r"закрытии|сесси\w+|"
    r"заседани\w+|площадк\w+|делегат\w+|дня|дней|секци\w+|состоял\w+|прош[её]?л\w*|"
    r"проход(?:ит|ят|ил\w*)|кругл\w+ стол\w*|"
    r"(?:принял|принимал|участвовал|выступил)\w* (?:участие )?(?:во?|на)|"
    r"начал\w+|откр(?:ыл|оют|ыва)\w+|закрыл\w+|пров[её]л\w*|работал\w*|заседал\w*|заверш\w+(?:\s+работу)?)\s+(?:«[^«»]{3,80}»\s+)?)$",
)
"""The words before the name of the gathering that a page is of."""

BEGUN_WITH = re.compile(
    r"\A(?:[IVX]+ )?(?:(?i:форум|конгресс|съезд|саммит|конференция)|(?:[А-ЯЁ][а-яё]+ая )?ярмарка) «"
)
"""A paragraph that begins with the gathering it is of."""

APPOSED = re.compile(
    rf"(?:\b(?:at|for|to|of|in)\s+|^)(?P<name>{CAPITAL}(?:\s+{CAPITAL}){{0,3}}(?:\s+(?:19|20)\d\d)?),"
    r"\s+(?:the|an?|its|our|their)\s+(?:[\w’'&-]+\s+){0,8}?"
    r"(?:congress|conference|forum|summit|symposium|convention|trade (?:show|fair)|expo|festival|"
    r"gathering)\b"
)
"""A gathering of any name, and behind it what it is (`at PackLine 2025, the annual congress`)."""

APPOSED_BEHIND = re.compile(
    r"\b(?:our|its|their|the)\s+(?:[a-z][\w’'-]*\s+){0,3}"
    r"(?:conference|forum|summit|congress|symposium|convention|festival|study day|seminar),\s+"
    rf"(?P<name>{CAPITAL}(?::\s+(?:A|An|The))?"
    rf"(?:\s+(?:(?:of|in|for|and|on)\s+)?(?:the\s+)?{CAPITAL}){{1,7}})"
    r"(?:\.(?=\s|$)|,\s+(?:on|in|at|which|held|to be held|takes|opens|from|this|next)\b)"
)
"""A gathering of any name behind what it is (`our conference, Cities Below the Sea, on …`)."""

LATIN_LETTER = re.compile("[A-Z]")
ON = re.compile(r"\b[Нн]а\s+$")
WENT = re.compile(r"\b(?:съезд|приеха|прибы|побыва|собра|отправ)[а-яё]+\b[^.]{0,50}$")
COME = re.compile(
    r"\s+(?:в [А-ЯЁ][а-яё-]+ )?(?:приехал|прибыл|собрал|съехал|пришл|зарегистрир|пожаловал)[а-яё]*"
)
"""What people do on their way to it, behind its name in the accusative."""

BEGINS = re.compile(
    r"(?:\s+\([A-Z]{2,8}\))?(?:,?\s+(?:of the \w+, )?(?:meeting|gathering|held|convened) in\b|"
    r"\s+(?:(?:was|is being) (?:held|opened|closed)|was the (?:first|largest)|"
    r"concluded|held|opened|closed|wrapped up|kicked off|(?:got|gets|is|was) under way|"
    r"took place|(?:had )?brought|gathered|drew|began|ended|heard|met|convened|continued|resumed|"
    r"took as|"
    r"(?:on \w{3,6}day )?(?:approved|adopted|agreed|endorsed)|"
    r"in (?:numbers|figures|pictures|photos|quotes)|"
    r"(?:в \w{4,20} раз\s+)?(?:начал\w+|прош[её]?л\w*|открыл\w+|заверш\w+|состоял\w+|собрал\w*|"
    r"принял\w*|одобрил\w*|утвердил\w*|избрал\w*|объединил\w*|"
    r"проход(?:ит|ят)|пройд[её]т|состоится|откроется|собер[её]т)))\b"
)
"""What such a gathering does in the sentence that tells of it."""

TREATY = re.compile(r"(?:\w+ )*Convention (?:on|for|against)\s")
IS_HELD = re.compile(
    r",\s+(?:(?:co-)?organi[sz]ed|held|(?:co-)?hosted|convened|staged|which (?:opened|closed)|"
    r"котор\w+ [^,.]{0,40}(?:пров[её]л|прош[её]?л|организ|проход|собра)|"
    r"организованн|проходивш|прошедш|состоявш)|"
    r"\s+(?:проходит|проводится|прош[её]л\w?|пройд[её]т|открыл\w+)(?![а-яё])"
)
"""A clause behind a name that tells of the gathering as one that is held."""

ENDS = re.compile(r"\s+(?:ends|closes|closed|opens|opened|concludes|begins|kicks off|returns)\b")

OTHER = re.compile(
    r"\b(?:last(?!\s+(?:week|night|month|\w{3,6}day)\b)|previous|earlier|unlike|ago|"
    r"next(?!\s+(?:week|month|year|spring|summer|autumn|winter|\w{3,6}day)\b(?![’'])))\b|"
    rf"\bв рамках {RUSSIAN_KIND} (?:\w+ )?(?:прош|откры|состоя|проход|пров)\w+ $|"
    r"\b(?:прошл(?:ый|ая|ое|ые|ого|ом|ому|ой|ую|ых|ым)\b|прошлогодн|предыдущ|следующ|прежн)\w*",
    re.IGNORECASE,
)
"""The words before a gathering of another year, or one within the page's."""

SPOKE_OF_IT = re.compile(r"^.*,\s(?=(?:заявил|сообщил|сказал|отметил|рассказал)[аи]?\s[^,]*$)")
"""What somebody told at a gathering (`… в следующем году, заявил на форуме «Плечо»`)."""

SEGMENT = re.compile(
    r"\s+[|·•/—–→>»-]\s+|\s+(?:Hosts|Holds|Opens|Joins|Attends|Launches|Welcomes)\s+(?:(?:Its|The|First|"
    r"Annual)\s+)*|\s*[|·•]\s*|[,:]\s+(?![A-Z\d][A-Za-z\d-]+(?: [A-Z][a-z-]+)? [Ss]ession\b)|"
    r"(?<=\d)(?=[^\W\d_a-zа-яё])"
)
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
NUMBERED = re.compile(r"[IVX]+\s")
COUNTED = re.compile(r"[IVX]+\s|\d{1,3}(?:st|nd|rd|th)\s|(?:19|20)\d\d\s")
INNER = re.compile(rf"\s[«\"“](?P<name>[А-ЯЁ][а-яё-]+{ADJECTIVE}\s+(?i:{RUSSIAN_KIND}))[»\"”]$")
"""`на конференции «Весенние чтения»`: the gathering's own name is in the marks."""

MARKED = re.compile(r"[«\"“][^«»\"“”]{3,80}[»\"”]$")
KIND_OF = re.compile(rf"(?:{ENGLISH_NOUN})|(?i:{RUSSIAN_KIND.removesuffix('[а-яё]{0,3}')})")
DAYS = re.compile(r"[IVX]\s[^.,]{0,60}[Дд](?:ень|ни)\s")
SESSION_OF = re.compile(r"\b(?:session|sitting|meeting|assembly)\s+of\b|заседани", re.IGNORECASE)
"""Words without which no session of a body is named."""

IN_FIRST_CASE = re.compile(
    r"(?i:форум|конгресс|саммит|симпозиум|фестиваль|съезд|диалог|семинар|сл[её]т|хакатон|"
    r"пленум|конференция|неделя|ассамблея|чтения|слушания|ярмарка|выставка|сессия|круглый стол|"
    r"деловой завтрак)(?![а-яё])"
)
"""The word for a gathering as dictionaries print it."""

RUSSIAN_ENDING = re.compile(r"(?<=[а-яё]{4})[а-яё]+")
PART_OF_ONE = re.compile(
    r"round ?table|seminar|workshop|hearing|meeting|hackathon|кругл|семинар|совещ|заседан|слуша|"
    r"хакатон|assembly|ассамбле",
    re.IGNORECASE,
)
"""What is held at a greater gathering, of which the page is then, and what may be a body."""

MAX_LINE = 160
"""Characters: a longer line is a paragraph."""

BEFORE = 60
"""Characters before a name in which the words stand that lead to it."""


def find_event(
    lines: Iterable[Cut],
    paragraphs: Iterable[Cut],
    heads: Iterable[Cut] = (),
    around: Iterable[Cut] = (),
) -> Cut | None:
    """The one gathering that lines beside the title or the first paragraphs name.

    The name is as printed where it first stands. Where several are named, the one named most often;
    None where two are named as often. What the page's head names (`heads`) may be its site: it
    counts where nothing else is named, and it has a number or the paragraphs speak of such one. The
    lines of its furniture and the other paragraphs (`around`) only tell how a Russian name is
    printed by itself, or in its first case.
    """
    lines, paragraphs, heads = list(lines), list(paragraphs), list(heads)
    starts = {cut.start for cut in paragraphs}
    others = [line for line in lines if line.start not in starts]
    found = [*in_prose([*paragraphs, *others]), *in_lines(lines)]
    found = found or [
        cut for cut in in_lines(heads) if is_one_of_many(cut.text) or is_told_of(cut, paragraphs)
    ]
    counts = Counter(core(cut.text) for cut in found)
    (first, often), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    around = list(around)
    if not often:
        return find_label(lines, paragraphs) or only_named([*paragraphs, *lines, *around])
    tied = [one for one, count in counts.items() if count == often]
    if often == second and not (first := fuller(*tied[:2]) or only_great(tied, found)):
        return None
    called = {core(cut.text) for cut in found if not cut.text[0].islower()}
    first = next((one for one in counts if one in called and fuller(first, one) == one), first)
    name = well_printed(cut for cut in found if core(cut.text) == first)
    begun = (cut for cut in found if core(cut.text) == first and BEGUN_WITH.match(cut.text))
    return as_it_stands(next(begun, name), [*lines, *around], [*paragraphs, *lines, *around])


def only_great(tied: Collection[str], names: Iterable[Cut]) -> str:
    """The one of some names' cores that may hold the others, as a forum does round tables."""
    great = {core(cut.text) for cut in names if not PART_OF_ONE.search(cut.text)} & {*tied}
    return great.pop() if len(great) == 1 else ""


def fuller(one: str, other: str) -> str:
    """Of two names' cores the one that holds all words of the other; "" where neither does."""
    words, others = set(one.split()), set(other.split())
    return one if others < words else other if words < others else ""


def with_year(name: Cut, lines: Iterable[Cut]) -> Cut:
    """A name as it stands with its year in a line of its own, if it does."""
    if is_dated(name.text):
        return name
    alike = (cut for cut in in_lines(lines) if core(cut.text) == core(name.text))
    return next((cut for cut in alike if is_dated(cut.text)), name)


def as_it_stands(name: Cut, lines: Iterable[Cut], paragraphs: Iterable[Cut]) -> Cut:
    """A Russian name as it stands by itself, or else in its first case, where it does.

    In prose its case may be another (`итоги форума «Плечо»`).
    """
    if not RUSSIAN_ENDING.search(name.text):
        return name
    is_first = IN_FIRST_CASE.search(MARKED.sub("", name.text)) is not None
    told = in_lines(lines), () if is_first else in_first_case(paragraphs)
    printed = list(chain(*told))
    alike = [cut for cut in printed if core(cut.text) == core(name.text)]
    own = None if is_first else MARKED.search(name.text)
    if own and not alike:  # `X ежегодного конгресса «Плечо»`
        alike = [cut for cut in printed if cut.text.endswith(f" {own.group()}")]
    return well_printed([*alike, name])


def well_printed(names: Iterable[Cut]) -> Cut:
    """The first printing of a name that is not all capitals, or one with its year."""
    printed = list(names)
    small = [cut for cut in printed if not cut.text.isupper()] or printed
    return next((cut for cut in small if is_dated(cut.text)), small[0])


def is_dated(name: str) -> bool:
    """Whether a name ends with its year, and a Russian one is in its first case."""
    is_russian = RUSSIAN_ENDING.search(name) is not None
    return name[-4:].isdigit() and (not is_russian or IN_FIRST_CASE.search(name) is not None)


def in_first_case(paragraphs: Iterable[Cut]) -> Iterator[Cut]:
    """Names in prose that stand in the nominative, or in an accusative that looks like it."""
    for paragraph in paragraphs:
        for match in names_in(paragraph.text):
            if IN_FIRST_CASE.search(MARKED.sub("", match.group())):
                yield part(paragraph, *match.span())


def is_one_of_many(name: str) -> bool:
    """Whether a name has a number or a year: the page's site is then of that gathering."""
    return COUNTED.match(name) is not None or name[-4:].isdigit()


def is_told_of(name: Cut, paragraphs: Iterable[Cut]) -> bool:
    """Whether paragraphs speak of a gathering of the kind that a name tells."""
    kinds = [kind.casefold() for kind in KIND_OF.findall(name.text)]
    return any(kind in cut.text.casefold() for cut in paragraphs for kind in kinds)


def find_label(lines: Iterable[Cut], paragraphs: Sequence[Cut]) -> Cut | None:
    """The session of a parliament, or what the title itself calls a gathering."""
    for line in lines:
        label = PLENARY.search(line.text) if len(line.text) <= MAX_LINE else None
        if label:
            return part(line, *label.span())
    for cut in paragraphs:
        if name := RECAP.match(cut.text):
            return part(cut, *name.span("name"))
        break
    return find_dated(lines, paragraphs)


def only_named(texts: Iterable[Cut]) -> Cut | None:
    """The one gathering that a page names at all, where a clause tells that it is held."""
    texts, found, is_held = list(texts), [], False
    for cut in texts:
        for match in names_in(cut.text):
            if not (is_kind(match.group()) or TREATY.match(match.group())):
                found.append(part(cut, *match.span()))
                is_held = is_held or IS_HELD.match(cut.text, match.end()) is not None
    is_one = is_held and len({core(name.text) for name in found}) == 1
    return as_it_stands(well_printed(found), (), texts) if is_one else None


def find_dated(lines: Iterable[Cut], paragraphs: Sequence[Cut]) -> Cut | None:
    """The one name with a year in the title or in several places, that something is at."""
    title = paragraphs[0] if paragraphs else None
    counts: Counter[str] = Counter()
    held: dict[str, Cut] = {}
    for cut in dict.fromkeys([*paragraphs, *lines]):
        for match in DATED.finditer(cut.text):
            name = part(cut, *match.span(match.lastgroup or 0))
            counts[core(name.text)] += 2 if cut == title else 1
            if is_held(cut.text, match):
                held.setdefault(core(name.text), name)
    often = [name for one, name in held.items() if counts[one] > 1]
    return often[0] if len(often) == 1 else None


def dated_in(line: Cut) -> Cut | None:
    """A name with a year that is a whole part of a line (`What Marshes Hold – Tidelands 2024`)."""
    for match in DATED.finditer(line.text):
        start, end = match.span(match.lastgroup or 0)
        is_part = PART_BEGINS.search(line.text[:start]) and PART_ENDS.match(line.text, end)
        if match.lastgroup == "russian" or is_part:
            return part(line, start, end)
    return None


def is_held(text: str, name: re.Match[str]) -> bool:
    """Whether the words around a name with a year tell that it is a gathering's."""
    before = text[max(name.start() - BEFORE, 0) : name.start()]
    is_led = HERE.search(before) or ON.search(before) or before.endswith("from ")
    return bool(is_led or name.lastgroup == "russian" or ENDS.match(text, name.end()))


def in_prose(paragraphs: Iterable[Cut]) -> Iterator[Cut]:
    """Names to which the words before them lead."""
    for paragraph in paragraphs:
        for apposed in chain(
            APPOSED.finditer(paragraph.text), APPOSED_BEHIND.finditer(paragraph.text)
        ):
            yield part(paragraph, *apposed.span("name"))
        for match in names_in(paragraph.text):
            before = paragraph.text[max(match.start() - BEFORE, 0) : match.start()]
            if OTHER.search(SPOKE_OF_IT.sub("", SENTENCE.split(before)[-1])):
                continue
            is_here = is_told_here(paragraph.text, match, before)
            inner = None if NUMBERED.match(match.group()) else INNER.search(match.group())
            if inner and (is_here or ON.search(before)):
                yield part(paragraph, *(match.start() + place for place in inner.span("name")))
            elif is_here and not is_kind(match.group()):
                yield part(paragraph, *match.span())


def is_told_here(text: str, name: re.Match[str], before: str) -> bool:
    """Whether the words around a name tell that the page is of that gathering."""
    if HERE.search(before) or BEGINS.match(text, name.end()):
        return True
    if BEGUN_WITH.match(text, *name.span()):
        return True
    if NUMBERED.match(name.group()) and "«" in name.group() and SENTENCE.split(before)[-1] == "":
        return True
    # `прозвучали на Неделе малой авиации`, `на форуме Lake Days 2024`
    is_called = name.group()[0].isupper() or LATIN_LETTER.search(name.group()) is not None
    is_first = before.strip() == "На" and "«" in name.group()
    is_visited = is_called or is_first or COME.match(text, name.end()) is not None
    return ON.search(before) is not None and (is_visited or WENT.search(before) is not None)


def names_in(text: str) -> list[re.Match[str]]:
    """Every name in a text; one without the word for a gathering is not gone through."""
    has_kind = KIND_OF.search(text) or SESSION_OF.search(text) or DAYS.search(text)
    names = [*NAME.finditer(text)] if has_kind else []
    has_session = "заседание" in text or "сессия" in text
    return [*names, *SESSION.finditer(text)] if has_session else names


def in_lines(lines: Iterable[Cut]) -> Iterator[Cut]:
    """Names that stand by themselves in a line or a part of it."""
    for line in lines:
        if len(line.text) > MAX_LINE:
            continue
        begin = 0
        for joint in [*SEGMENT.finditer(line.text), None]:
            end = joint.start() if joint else len(line.text)
            name = line.text[begin:end]
            if name.isupper() and name.isascii():
                name = name.title()
            if (NAME.fullmatch(name) and not is_kind(name)) or SESSION.fullmatch(name):
                yield part(line, begin, end)
            begin = joint.end() if joint else end


def is_kind(name: str) -> bool:
    """Whether a name only says what kind of gathering it is."""
    is_session = SESSION.fullmatch(name) or HELD.match(name)
    return KIND.fullmatch(name) is not None and not is_session


def part(cut: Cut, start: int, end: int) -> Cut:
    """A part of a cut."""
    return Cut(cut.text[start:end], cut.start + start, cut.start + end)


def core(name: str) -> str:
    """A name without its year, and Russian words without their endings, to be counted by."""
    return RUSSIAN_ENDING.sub("", re.sub(YEAR + "$", "", name).casefold())
