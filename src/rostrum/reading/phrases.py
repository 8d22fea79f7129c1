"""Words by which furniture is told on any site, in English and Russian."""

from __future__ import annotations

import re


def anchored(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole lines."""
    return re.compile(rf"(?:{'|'.join(alternatives)})\s*[:.…!]*", re.IGNORECASE)


SHARE = anchored(
    r"share|tweet|print|e-?mail|copy link|pin it|save|bookmark|subscribe|sign (?:up|in)|log ?in",
    r"share (?:this|on|via|with)\b.{0,40}",
    r"(?:follow|join|find) us\b.{0,40}",
    r"(?:on )?(?:facebook|twitter|linkedin|whats ?app|telegram|instagram|youtube|viber|vk|"
    r"vkontakte|reddit|pinterest|flickr|rss)",
    r"(?:print|pdf|printable|mobile) version|download (?:as )?pdf|back to (?:top|list|news)|"
    r"skip to (?:main )?content",
    r"поделиться(?: (?:с|в|ссылкой|новостью|страницей)\b.{0,40})?|распечатать|печать|сохранить",
    r"версия для печати|скопировать ссылку|наверх|вернуться к списку|к списку новостей|войти|вк",
    r"вконтакте|одноклассники|телеграм|мы в соц\w*\.?(?: сетях)?",
)
SUBSCRIBE = re.compile(
    r"(?:subscribe (?:to|for|now|here)\b|sign up (?:to|for)\b|(?:get|receive) (?:our|the) .{0,40}"
    r"(?:newsletter|updates)|.{2,40} is a reader-supported publication\b|"
    r"(?:join|stay) .{0,30}(?:mailing list|newsletter|up to date)|"
    r"подпи(?:шитесь|сывайтесь|саться)\b|(?:читайте|следите за) (?:нас|нами)\b|"
    r"оформите подписку)",
    re.IGNORECASE,
)
OTHER_STORIES = anchored(
    r"(?:related|similar|other|more|latest|recent|popular|top|further|previous|next|last)"
    r"(?: (?:news|articles?|stor(?:y|ies)|materials?|posts?|links?|content|press releases|reading|"
    r"reports?|publications|coverage|on this topic|from .{1,40}|about this))",
    r"(?:more|other|latest|recent)(?: [\w’'-]+){1,3} (?:news|stories|articles|posts|updates)|"
    r"more(?: [\w’'-]+){0,2} (?:interviews|profiles|columns|features|essays|reviews|headlines|"
    r"blogs?|press|events|speeches|opinion)|"
    r"related|recommended(?: for you)?|read (?:also|more|next)|see also|more on this(?: topic)?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)|most (?:read|popular|viewed)",
    r"in other news|don[’']t miss|editor[’']s (?:choice|picks?)|trending(?: now)?|news feed",
    r"(?:читайте|смотрите) (?:также|ещ[её])|похож(?:ие \w+|ее)|также на (?:сайте|портале)",
    r"ещ[её] (?:о|об|про|в|на) \w+|in the same section",
    r"(?:more|also) (?:in|on|from) (?:this|the same) (?:section|site|topic)",
    r"(?:новости|материалы|ещ[её]|статьи) по теме",
    r"(?:другие|последние|популярные|свежие|главные|все) (?:новости|материалы|статьи|публикации)",
    r"рекомендуем(?: (?:также|прочитать|почитать))?|(?:самое )?(?:популярное|читаемое)",
    r"лента|отзывы(?: \w+)?|цитата (?:дня|недели|номера)|quote of the (?:day|week|month)|"
    r"testimonials|(?:reader|visitor|customer) (?:reviews?|comments)",
    r"вам (?:может быть|будет) интересно|не пропустите|лента новостей|ранее по теме",
)
COMMENTS = anchored(
    r"(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:comment|reply)|add a comment|post a comment",
    r"(?:\d+ )?комментари(?:и|ев|й|я)(?: \(\d+\))?|(?:оставить|добавить) комментарий",
)
LABELS = re.compile(
    r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|share|read (?:also|more)|see also|"
    r"(?:also )?in this (?:issue|edition)|"
    r"related|previous|next|теги|метки|темы?|ключевые слова|рубрик[аи]|поделиться|"
    r"(?:читайте|смотрите) также|также на (?:сайте|портале)|по теме|"
    r"предыдущ\w+|следующ\w+)\s*[:—–-]",
    re.IGNORECASE,
)
"""What stands before links in one line."""

CAPTION = re.compile(
    r"(?:photos?|image|picture|pictured|credit|фото\w*|снимок|иллюстрация|на (?:фото|снимке))"
    r"(?:\s*[:©/|]|\s(?:by|credit|courtesy of)\b|\s*$)|©\s*(?:photo|фото)",
    re.IGNORECASE,
)
COPYRIGHT = re.compile(
    r"©|\(c\)\s|copyright\b|.{0,120}\ball rights reserved\b|.{0,120}\bвсе права защищены\b",
    re.IGNORECASE,
)
COOKIES = re.compile(r"\bcookies?\b|\bфайл\w+ (?:cookie|куки)|\bкуки\b", re.IGNORECASE)
CONSENT = anchored(
    r"(?:accept|allow|reject|decline|agree|ok|got it|i (?:agree|accept|understand)|manage|settings)"
    r"(?: (?:all|cookies|all cookies|settings|preferences|necessary))*",
    r"cookie (?:settings|policy|notice|preferences)|privacy policy|close",
    r"(?:принять|принимаю|согласен|согласна|понятно|хорошо|отклонить|настройки|"
    r"закрыть)(?: вс[её])?",
)
ASKING = re.compile(
    r"\b(?:uses? (?:of )?(?:\w+ )?cookies|accept|consent|agree|принять|соглаша\w+|"
    r"использу\w+ (?:файл\w+ )?(?:cookie|куки))",
    re.IGNORECASE,
)
PEOPLE = anchored(
    r"(?:key |main |invited |our )?(?:speakers?|moderators?|panell?ists?|participants?|"
    r"discussants?|experts?|presenters?|lecturers?|hosts?|guests?|chair(?:s|person)?|jury)"
    r"(?: .{0,40})?|(?:discussion|session|panel) (?:participants|speakers)|moderated by",
    r"(?:спикер|модератор|участник|докладчик|эксперт|ведущ|выступающ|лектор|гост|жюри)\w*"
    r"(?: .{0,40})?",
)
"""Above a list of linked names."""

ABOUT = re.compile(
    r"about (?:us|the (?:forum|organi[sz]ers?|organi[sz]ation|company|foundation|cent(?:re|er)|"
    r"conference|congress|festival|authors?|publisher|project|platform|partners?|venue)"
    r"|(?:the )?(?-i:[A-Z])[\w’'-]+(?: (?:(?-i:[A-Z])[\w’'-]+|of|and|the|for|in)){0,8})"
    r"|об? (?:нас|форуме|организатор\w+|организации|компании|фонде|центре|конференции|фестивале|"
    r"авторе|проекте|партн[её]р\w+|площадке)|о (?-i:[А-ЯЁ«]).{0,60}|справк[аи]|справочно|"
    r"для справки|for reference|notes? (?:to|for) editors|"
    r"(?:press|media|contact|contacts)(?: (?:contacts?|us|information|data|details|office|"
    r"service))?|for (?:the )?(?:press|media)(?: enquiries)?|product information|"
    r"disclaimer|контакты(?: .{0,40})?|контактная информация|пресс-служба",
    re.IGNORECASE,
)
"""The heading of what stands below every text of a publisher."""

DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[.\s/]\s?[^\W\d_]{3}|[^\W\d_]{3,}\.?,?\s+\d{1,2}\b|\d\d\.\d\d"
)
"""A day and its month, in either order, as far as a short line shows."""

TIME = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}\s?[ap]m\b", re.IGNORECASE)

NAME_LINE = re.compile(r"(?:[A-ZА-ЯЁ][\w’'.-]*\s){1,3}[A-ZА-ЯЁ][\w’'-]*(?:\s*[,/(—–-].*)?")
"""`Name Surname`, and what may follow a name in its line."""

HOURS = re.compile(r"\d[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[–—-]|to)\s*\d{1,2}[:.]\d\d", re.IGNORECASE)
"""From when to when: what a session's card tells, and no story's."""

DATED = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\s+[^\W\d]{3,9}\.?,?\s+\d{4}\b|"
    r"\b[^\W\d]{3,9}\.?\s+\d{1,2},\s+\d{4}\b|\b\d+ (?:hours?|days?|minutes?) ago\b"
)
TEASER_END = re.compile(
    r"(?:(?:…|\.\.\.)\]?|"
    r"\b(?:read more|more|continue reading|подробнее|читать(?: далее)?)\s*[»›→>]*)$",
    re.IGNORECASE,
)
STATEMENT = re.compile(r"[“«„\"][^”»“\"]{50,}(?:[.,!?…][”»\"]|[”»\"]\s*[,—–]|\Z)")
"""Somebody's words: long, and with a sentence's end, which a title in quotation marks has not."""
