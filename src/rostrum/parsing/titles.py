"""The words that titles and positions are made of, in English and Russian.

All entries are lower case with `ё` written `е`, as `lexicon.fold` gives them.
"""

from __future__ import annotations

import re

from rostrum.parsing.occupations import OCCUPATIONS

OFFICES_OF_STATE = frozenset(
    "minister ministers inspector premier министр министра министры премьер".split()
)
"""Heads of titles whose complement is a portfolio, which may be a list with commas."""

REPRESENTATIVES = frozenset(
    "representative ambassador envoy delegate observer rapporteur liaison commissioner "
    "представитель посол посланник наблюдатель".split()
)
"""Those who are sent by one body to another."""

FREE_HEADS = frozenset(
    "ceo coo cfo cto founder co-founder cofounder chairman chairwoman chairperson chair co-chair "
    "rector employee member fellow spokesperson spokesman spokeswoman partner owner co-owner "
    "executive editor editor-in-chief correspondent trustee гендиректор основатель сооснователь "
    "владелец совладелец сотрудник".split()
)
"""Roles whose complement is an organization even when no word in it says so (`CEO of Norvik`).

Not a president: of a state as often.
"""

ORGANIZATION_FIRST_ROLES = frozenset(
    "member fellow expert chair chairman chairwoman chairperson co-chair vice-chair president "
    "vice-president director director-general ceo head secretary secretary-general general "
    "spokesperson spokesman spokeswoman representative coordinator employee rapporteur speaker "
    "judge justice governor leader commissioner lawyer analyst economist prosecutor registrar "
    "professor researcher lecturer rector dean".split()
)
"""Roles printed after their organization (`Expert Advisory Council member`)."""

COMPANY_ROLES = frozenset("ceo cfo coo cto founder co-founder".split())
"""Roles before which any name is that of an organization (`Norvik CEO`)."""

MODIFIERS = frozenset(
    "shadow "
    "deputy first second vice executive managing chief senior junior former acting assistant "
    "associate general secretary under permanent special lead current founding honorary interim "
    "principal regional scientific technical".split()
)
"""Words before a head that say which one it is."""

FIELDS = frozenset(
    "affairs relations policy policies law studies issues practice supervision management "
    "regulation communications governance reform security strategy".split()
)
"""What a department or a professor works on, whatever organization is named before it."""

OF_UNITS = MODIFIERS | frozenset(
    "independent supervisory management advisory editorial press legal sales".split()
)
"""Words that say which board or department it is, of an organization that they do not name."""

NO_BODIES = frozenset(
    "рф сша uk us usa hr it pr gr ai ip r&d m&a esg csr emea apac ceo cfo coo cto phd mep ii iii "
    "и.о кнр юар".split()
)
"""Acronyms that are no organization: states, fields, titles."""

STATES = re.compile(
    r"^(the )?("
    r"((people’s|people's|islamic|federal|democratic|arab|socialist) )*"
    r"(republic|kingdom|commonwealth|state|emirate|sultanate|principality|grand duchy)( of\b|\.?$)|"
    r"union for foreign|russian federation\b|united states\b|united kingdom\b|"
    r"united arab emirates\b|"
    r"russia\b|"
    r"[\w-]+ (republic|region|krai|oblast|province|county|territory)\b|"
    r"([\w-]+(ой|ей) )*(республик|федерации\b|области\b|королевств|государств[ао]?\b)|"
    r"[\w-]+ого края\b|россии\b|города )",
    re.IGNORECASE,
)
"""The beginning of a country or a territory, as it stands after `of`."""

STATE_NAMES = re.compile(
    r"\b(russian federation|российск(ая|ой|ую) федераци[яию]|united (states|kingdom)( of \w+)?)\b",
    re.IGNORECASE,
)
"""States whose own name holds the word for an organization."""

INTERNAL_UNITS = frozenset(
    "board bureau department directorate division faculty group office presidium section team unit "
    "отдел отдела департамент департамента управления факультета".split()
)
"""Parts of an organization: after them, a comma leads to the whole."""

TITLE_HEADS = OCCUPATIONS | frozenset(
    "mp mps постпред полпред торгпред спецпосланник генконсул чиновник чиновница "
    "administrator bursar comptroller sheriff marshal clerk warden chaplain supervisor "
    "adjunct emeritus premed logistician demographer choreographer "
    "bishop academician activist admiral arbitrator architect artist barrister biologist blogger "
    "brigadier campaigner captain colonel columnist defender entrepreneur geographer investor "
    "lieutenant mediator musician philosopher photographer physician physicist poet politician "
    "presenter psychologist resident solicitor surgeon sociologist translator treasurer "
    "vice-chancellor volunteer acting adviser advisor advocate ambassador analyst archivist "
    "assistant associate attorney auditor author ceo cfo chair chairman chairperson chairwoman "
    "chancellor chief co-chair co-chairman co-founder cofounder commander commissioner "
    "commissioner-general consul consultant coo coordinator co-ordinator counsel counsellor "
    "counselor cto curator dean deputy diplomat director director-general doctor economist editor "
    "editor-in-chief employee engineer envoy executive expert fellow financier first former "
    "founder general governor head historian hydrologist independent inspector inspector-general "
    "journalist judge justice king lawyer leader lecturer laureate librarian manager managing "
    "mayor member minister moderator negotiator notary officer ombudsman owner partner permanent "
    "plenipotentiary postdoctoral premier president presidential prime principal producer "
    "professor prosecutor provost queen rapporteur rector registrar representative researcher "
    "scholar scientist secretary secretary-general senator senior specialist speaker special "
    "spokesman spokesperson spokeswoman state student surveyor reporter correspondent writer "
    "farmer phd mep teacher trustee under-secretary-general vice vice-chair vice-chairman "
    "vice-minister vice-president vice-rector visiting академик адвокат аналитик архивариус "
    "discussant аким хоким архивист аудитор ведущий вице-мэр вице-губернатор "
    "вице-министр вице-премьер "
    "вице-президент вице-спикер временный и.о в.о врач генеральный глава главный губернатор "
    "декан депутат директор доктор доцент "
    "журналист заведующий заведующая замдиректора заместитель зампред и.о. инженер исполнительный "
    "исполняющий историк канцлер командующий комиссар консультант координатор куратор лектор лидер "
    "менеджер министр младший модератор мэр начальник научный нотариус омбудсмен основатель "
    "ответственный первый партнер писатель полномочный помощник посол постоянный почетный "
    "председатель представитель президент премьер-министр преподаватель прокурор профессор "
    "проректор ректор редактор референт руководитель секретарь сенатор сооснователь сопредседатель "
    "сотрудник социолог спикер специалист специальный статс-секретарь старший судья советник "
    "управляющий уполномоченный учитель учредитель учёный ученый член чрезвычайный эколог эксперт "
    "экономист юрист к.ю.н д.ю.н к.э.н д.э.н кандидат заслуженный народный лауреат гендиректор "
    "корреспондент обозреватель владелец совладелец докладчик вице-председатель пресс-секретарь "
    "исполнитель артист атташе советница заместительница министр-советник спецпредставитель "
    "топ-менеджер дипломат заммэра замминистра замглавы зампредседателя врио член-корреспондент "
    "реабилитолог палинолог генерал генерал-майор генерал-лейтенант генерал-полковник адмирал "
    "контр-адмирал полковник подполковник cochair cochairman cochairwoman".split()
)
"""Words with which a role begins."""

TITLE_ADJECTIVES = frozenset(
    "acting adjunct assistant associate chief deputy emeritus executive first former general "
    "independent managing permanent plenipotentiary postdoctoral presidential prime principal "
    "senior special state vice visiting "
    "ведущий временный генеральный главный исполнительный исполняющий младший научный "
    "ответственный первый полномочный постоянный почетный специальный старший управляющий "
    "чрезвычайный заслуженный народный".split()
)
TITLE_NOUNS = TITLE_HEADS - TITLE_ADJECTIVES
"""Heads that are a title by themselves."""
