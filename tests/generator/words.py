"""What invented reports are made of: sentences with gaps, headings, names of gatherings.

`⟦` and `⟧` stand for the inner quotation marks of whatever typography prints the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        sentences: what people say; each ends with its stop.
        sections: kind and the headings it goes by.
        lead: paragraphs above the first section; `{event}`, `{organizer}`, `{supporter}`.
        prose: paragraphs in which nobody speaks.
    """

    sentences: tuple[str, ...]
    theses: tuple[str, ...]
    titles: tuple[str, ...]
    things: tuple[str, ...]
    sections: dict[str, tuple[str, ...]]
    events: tuple[str, ...]
    organizers: tuple[str, ...]
    supporters: tuple[str, ...]
    lead: tuple[str, ...]
    prose: tuple[str, ...]
    months: tuple[str, ...]


ENGLISH = Vocabulary(
    sentences=(
        "We have worked on {thing} for {n} years, and the results are plain to see.",
        "The question is not whether {thing} can be paid for, but who will be asked to pay first.",
        "Nobody has counted what {thing} costs a valley with a single road and two bridges.",
        "In {year} we opened {n} offices <...> and closed most of them by the next winter.",
        "The charter [article {n} – ed.] names {thing} as a common duty of all the towns.",
        "The fund spent 1.{n} billion [USD – ed.] on {thing} and could not say where it went.",
        "People will forgive a slow answer; they will not forgive being sent to another window.",
        "A law that needs a guide of {n} pages is a law that was written for somebody else.",
        "My grandmother called it ⟦the long table⟧, and everybody who had a claim sat down at it.",
        "We asked {n} towns what they wanted, and not one of them asked for more money.",
        "For {thing} to last, the rules must be simple enough to be read aloud in a market.",
        "Last spring the river rose by {n} metres, and the register of owners was the first to go.",
        "It isn’t enough to promise; the council’s own figures show how little has been done.",
        "Every third project will concern {thing}, emergency services, and so on.",
        "I have drafted a single sentence on {thing}, and it fits on the back of a ticket.",
        "Our partners from St. Olaf and Norvik Inc. have shown us what patience can do […] at sea.",
        "The ministry answers in ten days – the river, as a rule, answers in one.",
        "We learned more about {thing} from {n} failed trials than from all the reports before.",
    ),
    theses=(
        "A register that nobody can read protects nobody",
        "Small towns pay first for {thing}",
        "Common rules must come before common money",
        "The price of waiting is higher than the price of {thing}",
        "Trust is built in offices, not in capitals",
        "Patience is cheaper than repair",
        "Legal gaps hold back {thing}",
        "Every valley needs a court of its own",
    ),
    titles=(
        "Who Pays for the River: Law and Money in Small Valleys",
        "The Long Table: How Towns Agree on Water",
        "After the Flood: What Registers Owe Their Owners",
        "Harbours Without Ships and the Future of Tolls",
        "A Court Within Walking Distance",
        "Rules That Can Be Read Aloud",
    ),
    things=(
        "river transport",
        "the water register",
        "harbour tariffs",
        "digital archives",
        "rural courts",
        "the levee tax",
    ),
    sections={
        "key_conclusions": ("KEY CONCLUSIONS", "Key conclusions", "Key Takeaways", "Conclusions"),
        "problems": ("PROBLEMS", "Problems", "Key problems", "CHALLENGES"),
        "solutions": ("SOLUTIONS", "Solutions", "Proposed solutions", "RECOMMENDATIONS"),
    },
    events=("Velsk Harbour Forum", "Tarn Valley Dialogue", "Skelling Water Week"),
    organizers=("Tarn Valley Foundation", "Union of Independent Notaries", "River Trust"),
    supporters=(
        "Ministry of Justice of the Republic of Orvenia",
        "Commission on Shared Waters",
        "Committee on Energy, Trade and Transport",
    ),
    lead=(
        (
            "Jurists, engineers and mayors met in Skelling to speak of {thing}. A session was held "
            "as part of the {event}."
        ),
        "The Forum was organized by the {organizer} with the support of the {supporter}.",
    ),
    prose=(
        (
            "Of the forty-one stations on the Tarn line, twenty-six see fewer than a hundred "
            "passengers a day, and nine have no road that stays open all winter."
        ),
        (
            "Participants also heard first results of the “Lamp in the Window” programme, under "
            "which station houses are let to families for a token rent."
        ),
    ),
    months=(
        *"January February March April May June July".split(),
        *"August September October November December".split(),
    ),
)

RUSSIAN = Vocabulary(
    sentences=(
        "Мы занимаемся темой {thing} уже {n} лет, и результат очевиден.",
        "Вопрос не в том, найдутся ли деньги, а в том, у кого их попросят первым.",
        "Никто не считал, во что обходится долине {thing} при одной дороге и двух мостах.",
        "В {year} году мы открыли {n} приёмных <...> и почти все закрыли к следующей зиме.",
        "Устав [статья {n} – ред.] называет {thing} общей обязанностью всех городов.",
        "Фонд потратил 1,{n} млрд [долл. США – ред.] и не смог сказать, куда они ушли.",
        "Люди простят медленный ответ; они не простят, когда их отправляют в другое окно.",
        "Закон, которому нужен путеводитель на {n} страниц, написан для кого-то другого.",
        "Моя бабушка называла это ⟦длинным столом⟧, и за него садился каждый, кто спорил.",
        "Мы спросили {n} городов, чего они хотят, и ни один не попросил денег.",
        "Чтобы {thing} сохранялся, правила должны быть простыми, как объявление на рынке.",
        "Прошлой весной река поднялась на {n} метров, и первым уплыл реестр владельцев.",
        "Обещать недостаточно: собственные цифры совета показывают, как мало сделано.",
        "Каждый третий проект будет касаться реки, мостов, школ и т. д., и это правильно.",
        "Я подготовил одну фразу для закона, и она помещается на обороте билета.",
        "Министерство отвечает за десять дней — река, как правило, отвечает за один.",
        "Неудачные опыты [...] научили нас большему, чем все прежние доклады о реках.",
    ),
    theses=(
        "Реестр, который нельзя прочитать, никого не защищает",
        "Малые города платят первыми",
        "Общие правила важнее общих денег",
        "Ожидание обходится дороже ремонта",
        "Доверие рождается в приёмных, а не в столицах",
        "Каждой долине нужен свой суд",
        "Правовые пробелы мешают перевозкам",
        "Архив должен пережить наводнение",
    ),
    titles=(
        "Кто платит за реку: право и деньги малых долин",
        "Длинный стол: как города договариваются о воде",
        "После наводнения: чем реестр обязан владельцам",
        "Порты без кораблей и будущее сборов",
        "Суд в шаговой доступности",
        "Правила, которые можно прочесть вслух",
    ),
    things=("речной транспорт", "водный реестр", "портовый сбор", "цифровой архив", "сельский суд"),
    sections={
        "key_conclusions": ("КЛЮЧЕВЫЕ ВЫВОДЫ", "Ключевые выводы", "Основные выводы", "ВЫВОДЫ"),
        "problems": ("ПРОБЛЕМЫ", "Проблемы", "Ключевые проблемы", "ВЫЗОВЫ"),
        "solutions": ("РЕШЕНИЯ", "Решения", "Пути решения", "РЕКОМЕНДАЦИИ"),
    },
    events=("Тарнского форума", "Портового форума", "Форума малых рек"),
    organizers=("Фонд «Тарнская долина»", "Комиссия по северным рекам", "Институт речного права"),
    supporters=("Союз речных кооперативов", "Министерство юстиции Республики Орвения"),
    lead=(
        (
            "Юристы, инженеры и мэры встретились в Скеллинге, чтобы поговорить о воде. Мероприятие "
            "состоялось в рамках {event}."
        ),
        "Организатор: {organizer}. При поддержке: {supporter}.",
    ),
    prose=(
        (
            "Из сорока одной станции на Тарнской линии двадцать шесть принимают меньше сотни "
            "пассажиров в день, а к девяти зимой нет дороги."
        ),
        (
            "Участники услышали и о первых итогах программы «Лампа в окне», по которой станционные "
            "дома сдают семьям за условную плату."
        ),
    ),
    months=(
        *"января февраля марта апреля мая июня июля".split(),
        *"августа сентября октября ноября декабря".split(),
    ),
)
VOCABULARIES = {"en": ENGLISH, "ru": RUSSIAN}
