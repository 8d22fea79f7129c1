"""The words by which prose says that somebody speaks, in English and Russian."""

from __future__ import annotations

import re

from rostrum.parsing.titles import TITLE_HEADS

SAID = (
    # English, past and present
    r"said|says|stated|states|told|tells|noted|notes|added|adds|stressed|stresses|emphasi[sz]e[sd]|"
    r"highlight(?:ed|s)|underline[sd]|underscore[sd]|point(?:ed|s) out|explain(?:ed|s)|"
    r"conclude[sd]|remark(?:ed|s)|comment(?:ed|s)|observe[sd]|declare[sd]|announce[sd]|argue[sd]|"
    r"insist(?:ed|s)|warn(?:ed|s)|caution(?:ed|s)|believe[sd]|recall(?:ed|s)|remind(?:ed|s)|"
    r"admit(?:ted|s)|acknowledge[sd]|affirm(?:ed|s)|assert(?:ed|s)|claim(?:ed|s)|suggest(?:ed|s)|"
    r"continue[sd]|repl(?:ied|ies)|answer(?:ed|s)|respond(?:ed|s)|(?:dis)?agree[sd]|confirm(?:ed|s)|"
    r"clarif(?:ied|ies)|summ?ed up|sums up|summari[sz]e[sd]|reiterate[sd]|maintain(?:ed|s)|"
    r"predict(?:ed|s)|promise[sd]|pledge[sd]|vow(?:ed|s)|urge[sd]|wrote|writes|went on|goes on|"
    r"puts? it|shared|joked|quipped|opined|ask(?:ed|s)|counter(?:ed|s)|propose[sd]|report(?:ed|s)|"
    r"reflect(?:ed|s)|elaborate[sd]|specif(?:ied|ies)|laugh(?:ed|s)|jokes?|smile[sd]|sigh(?:ed|s)|"
    r"grin(?:ned|s)|chuckle[sd]|shrug(?:ged|s)|exclaim(?:ed|s)|marvel(?:l?ed|s)|enthuse[sd]|"
    r"muse[sd]|recount(?:ed|s)|confesse[sd]|confess|concede[sd]|complain(?:ed|s)|lament(?:ed|s)|"
    r"protest(?:ed|s)|object(?:ed|s)|retort(?:ed|s)|reckon(?:ed|s)|venture[sd]|demand(?:ed|s)|"
    r"plead(?:ed|s)|testif(?:ied|ies)|assure[sd]|advise[sd]|estimate[sd]|forecasts?|appeal(?:ed|s)|"
    r"thinks|thought|feels|felt|hopes|hoped|fears|feared|deadpan(?:ned|s)|interject(?:ed|s)|"
    r"enquire[sd]|inquire[sd]|wonder(?:ed|s)|describe[sd]|posed|ruled|snap(?:ped|s)|sniff(?:ed|s)|cried|cries|"
    r"shout(?:ed|s)|whisper(?:ed|s)|scoff(?:ed|s)|murmur(?:ed|s)|gushe[sd]|repeat(?:ed|s)|"
    r"remember(?:ed|s)|contend(?:ed|s)|reminisce[sd]|posted|tweeted|tweets|texted|blogged|"
    r"(?:rose|went on|was quick|took the floor|stood up) to "
    r"(?:say|add|note|argue|warn|ask|stress|remark|recall)|"
    r"offer(?:ed|s)|calls(?=[.])|inform(?:ed|s)|rejoined|counsel(?:l?ed|s)|boast(?:ed|s)|groan(?:ed|s)|mutter(?:ed|s)|volunteered|"
    r"began|begins|intone[sd]|wanted to know|(?:fired|fires|shot|shoots|hit|hits) back|"
    r"(?:called|calls) out|cuts? in|chime[sd] in|"
    r"(?:is|was) (?:convinced|confident|sure|certain|quoted as saying)|"
    # Russian
    r"отме(?:тил|чает|чал)[аи]?|подчеркну(?:л|ла|ли)|подч[её]ркива(?:ет|л|ла|ют)|сказал[аи]?|"
    r"заяв(?:ил[аи]?|ляет|лял[аи]?)|добав(?:ил[аи]?|ляет)|сообщ(?:ил[аи]?|ает)|"
    r"расска(?:зал[аи]?|зывает)|поясн(?:ил[аи]?|яет)|объясн(?:ил[аи]?|яет)|счита(?:ет|ют|л|ла)|"
    r"полага(?:ет|ют|л|ла)|увер(?:ен|ена)|убежд[её]н[а]?|напомн(?:ил[аи]?)|напоминает|"
    r"указ(?:ал[аи]?|ывает)|резюмир(?:овал[аи]?|ует)|заключ(?:ил[аи]?|ает)|подытожил[аи]?|"
    r"призна(?:л[аи]?|[её]т|лся|лась)|предложил[аи]?|предлагает|призвал[аи]?|призывает|"
    r"предупредил[аи]?|предупреждает|подел(?:ился|илась)(?:\s+(?:сво\w+\s+)?[а-яё]{3,}(?:ом|ем|ём|ями|ами))?|прокомментировал[аи]?|комментирует|"
    r"констатир(?:овал[аи]?|ует)|утвержда(?:ет|л|ла)|говор(?:ит|ил|ила|ят)|"
    r"акцентир(?:овал[аи]?|ует)|уточн(?:ил[аи]?|яет)|продолж(?:ил[аи]?|ает)|ответил[аи]?|"
    r"отвечает|возразил[аи]?|высказ(?:ался|алась|ала?(?:\s(?:мнение|надежду|сомнение|опасени[ея]))?)|написал[аи]?|дополнил[аи]?|"
    r"предположил[аи]?|рекомендовал[аи]?|согласил(?:ся|ась)|пошутил[аи]?|спросил[аи]?|"
    r"выразил[аи]? (?:уверенность|мнение|надежду)|обратил[аи]? внимание|обозначил[аи]?|"
    r"да(?:л[аи]?|[её]т) понять|не скрыва(?:ет|л|ла) (?:эмоций|радости|удивления)|"
    r"сформулировал[аи]?|подтвердил[аи]?|обещал[аи]?|пообещал[аи]?|подводит итог|"
    r"подв[её]л[а]? итог|сме[её]тся|(?:за|рас)смеял(?:ся|ась)|улыба(?:ется|лся|лась)|"
    r"улыбну(?:лся|лась)|"
    r"вспомнил[аи]?|вспомина(?:ет|л|ла|ют)|призна[её]тся|возража(?:ет|л|ла)|"
    r"воскликнул[аи]?|восклицает|заметил[аи]?|замеча(?:ет|л|ла)|предостер(?:[её]г|егла|егает)|"
    r"посетовал[аи]?|сетует|"
    r"(?:по)?жал(?:уется|овался|овалась)|недоумева(?:ет|л|ла)|рассужда(?:ет|л|ла)|размышля(?:ет|л|ла)|"
    r"делится|шутит|иронизирует|парир(?:ует|овал|овала)|наста(?:ивает|ивал|ивала)|обещает|"
    r"(?:по)?советует|(?:по)?советовал[аи]?|(?:по)?прос(?:ит|ил|ила)|требует|потребовал[аи]?|"
    r"увер(?:яет|ял|яла)|завер(?:ил[аи]?|яет)|обратил(?:ся|ась)|подтвержда(?:ет|л|ла)|"
    r"опис(?:ал[аи]?|ывает)|оцен(?:ил[аи]?|ивает)|отозвал(?:ся|ась)|откликнул(?:ся|ась)|"
    r"поблагодарил[аи]?|прогнозирует|спрогнозировал[аи]?|анонсировал[аи]?|рад|рада|"
    r"возмущ(?:ается|ался|алась)|возмутил(?:ся|ась)|подсчитал[аи]?|удивил(?:ся|ась)|удивляется|"
    r"созна(?:ется|лся|лась)|рассудил[аи]?|рассуждает|"
    r"начал[аи]?|начинает|перебил[аи]?|(?:вы)?крикнул[аи]?|подхватил[аи]?|отрезал[аи]?|бросил[аи]?|"
    r"усмехнул(?:ся|ась)|усмехается|вздохнул[аи]?|вздыхает|отшутил(?:ся|ась)|спорит|поспорил[аи]?|"
    r"не сдавал(?:ся|ась)|не сда[её]тся|подчеркнёт|закончил[аи]?|завершил[аи]?|"
    r"переспросил[аи]?|произн[её]с(?:ла)?|проговорил[аи]?|буркнул[аи]?|(?:про)?ворч(?:ал|ала|ит)|"
    r"прошептал[аи]?|пробормотал[аи]?|выпалил[аи]?|поправил(?:ся|ась)|поправляется|съязвил[аи]?|"
    r"объявил[аи]?|провозгласил[аи]?|обронил[аи]?|огрызнул(?:ся|ась)|"
    r"недоволен|недовольна|согласен|согласна|надеется|думает|похвастал(?:ся|ась)|поддержал[аи]?"
)
ADVERB = (
    r"(?:also|then|later|further|furthermore|additionally|in turn|finally|simply|once|has|have|had|"
    r"meanwhile|today|again|nevertheless|nonetheless|still|instead|even|now|"
    r"также|так|затем|потом|далее|при этом|в свою очередь|в частности|ещ[её]|тоже|"
    r"[a-z]{3,12}ly)"
)
VERB = re.compile(rf"(?<![\w’'-])(?=[a-zа-яё])(?:{ADVERB},?\s+)*(?P<verb>{SAID})(?![\w-])")
"""A verb of speech with its adverbs; only its place tells whether somebody speaks.

All begin with a small letter, which spares trying each of them at every name.
"""

ALSO_NOUNS = frozenset(
    "states notes claims reports comments remarks promises answers asks adds shared specified "
    "reported proposed forecast forecasts estimate estimates appeals fears hopes demands "
    "jokes smiles protests objects thought feels offers offered".split()
)
"""Verbs that are nouns or adjectives as often: they tell of speech only behind a name or comma."""


def is_verb(text: str, match: re.Match[str]) -> bool:
    """Whether a word that may be a noun stands where only a verb can: behind a name or a comma."""
    if match["verb"] not in ALSO_NOUNS:
        return True
    before = text[: match.start()].rstrip()
    word = before.rpartition(" ")[2]
    is_subject = PRONOUN.fullmatch(word) is not None or word in TITLE_HEADS
    return before.endswith((",", ")")) or word[:1].isupper() or is_subject


ACCORDING_TO = re.compile(
    r"(?:according to|in the words of|as (?:\w+ )?by|по (?:словам|мнению|оценке|оценкам|убеждению)|"
    r"со слов|с точки зрения|при(?:водит|водятся|вела?) (?:[а-яё«»-]+ ){0,4}слова|"
    r"переда[её]т слова|цитирует|как (?:отметил|сказал)[аи]?)\s+(?:the\s+)?",
    re.IGNORECASE,
)
ACCORDING_TO_ONE = re.compile(
    r"(?:(?:according to|in the words of) (?P<him>him|her)|"
    r"in (?P<his>his|her) (?:words|view|opinion)|"
    r"по (?P<его>его|е[её]) (?:словам|мнению|оценке|оценкам|убеждению|данным))",
    re.IGNORECASE,
)
"""`По её словам, «…»`: whose words they are, by a pronoun."""

UNSAID = re.compile(
    r"^\s*(?:слова|цитату|фразу)\b|\b(?:reads?|states|called|titled|entitled|named|headed|motto|slogan|inscription|heading|title|"
    r"question|answer|quot\w+|говорится|сказано|написано|гласит|называется|под названием|назван\w*|"
    r"девиз\w*|лозунг\w*|надпись\w*|заголов\w+|тем[аеойы]{1,2}|на вопрос\w*|"
    r"вопрос\w*(?=\W*$)|(?:прив[её]л|передал|вспомнил|напомнил|пересказал)[аи]?\s+(?:слова|цитату|фразу)|"
    r"(?:recalled|repeated|cited) the words|цитир\w+|процитир\w+|"
    r"пословиц\w+|запис\w+|опис[ьи]\w*|письм\w+|документ\w*|таблич\w+|объявлени\w+|протокол\w*|"
    r"дневник\w*|letters?|notices?|entry|diary|plaques?|posters?|banners?|"
    r"(?<!\bto )(?:notes?|signs?|records?|labels?)|clauses?|articles?|proverbs?|sayings?|"
    r"nickname[ds]?|et al)\b",
    re.IGNORECASE,
)
"""A sentence with one of these may lead to words that are not its subject's."""

INDIRECT = re.compile(
    r"(?:\b(?:that|whether|if|how|why|about|of)|\b(?:что|чтобы|о том|ли))\s*$", re.IGNORECASE
)
"""The end of a clause after which a quotation is a fragment of reported speech."""

PRONOUN = re.compile(
    r"(?<![\w-])(?P<pronoun>he|she|он|она|the \d{1,3}-year-old(?! (?!(?:said|says|told|added|"
    r"recalled|explained|noted|continued|laughed)\b)[a-z]))(?![\w-])",
    re.IGNORECASE,
)
FEMALE = frozenset(("she", "her", "она", "ее", "её"))

FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|[Яя]|[Мм]ы|[Мм]не|[Мм]еня|[Мм]ной|[Нн]ам|[Нн]ами|[Нн]ас|[Нн]аш\w*|[Мм]о[йяеию])\b"
)
"""Who speaks says `I` or `we`."""
