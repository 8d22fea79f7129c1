"""What stands around an article: menus, banners, other people's stories, boilerplate.

Other stories quote other people in the very typography of the article, as they do on real sites.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.generator.people import Language


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of one language; each is HTML without any class."""

    menu: tuple[str, ...]
    cookie: str
    share: tuple[str, ...]
    related_heading: str
    related: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    newsletter: str
    comments_heading: str
    comments: tuple[tuple[str, str], ...]
    caption: str
    boilerplate: str
    pager: tuple[str, str]
    address: str
    crumbs: tuple[str, ...]
    print_label: str
    site: str


ENGLISH = Furniture(
    menu=("About", "Programme", "News", "Partners", "Press centre", "Contacts"),
    cookie="We use cookies to make this site work. By continuing you agree to our cookie policy.",
    share=("Share", "Facebook", "Telegram", "Print"),
    related_heading="Related news",
    related=(
        (
            "Ferries return to the lower lake after nine years",
            (
                "“We sold every ticket before the boat had an engine,” Magnus Ferrier, Director, "
                "Lake Ferries."
            ),
        ),
        (
            "Mountain rescue asks for a second helicopter",
            (
                "“One machine cannot be on two slopes at once,” said Hedda Storm, Head of the "
                "Mountain Rescue Service."
            ),
        ),
        (
            "A museum of tolls opens in Velsk",
            (
                "Nils Quist, Curator, Museum of Tolls: “Nobody misses the tolls, but all keep "
                "the receipts.”"
            ),
        ),
    ),
    tags=("water", "law", "registers", "small towns"),
    newsletter="Subscribe to our newsletter and be the first to know. Your e-mail address",
    comments_heading="Comments (2)",
    comments=(
        ("Wilma Pratt", "“I was in the hall, and nobody asked the fishermen a single question.”"),
        ("riverman77", "Good report, thank you. When will the video be published?"),
    ),
    caption="Photo: Conrad Ibsen / Press Service of the Forum",
    boilerplate=(
        "About the organizer. The Foundation has brought together towns and jurists since 1998. "
        "“We turn talk into rules,” says its motto."
    ),
    pager=("← Previous", "Next →"),
    address="Secretariat: 4 Weir Street, Skelling. Phone: +000 12 34 56",
    crumbs=("Home", "News"),
    print_label="Print version",
    site="Forum",
)
RUSSIAN = Furniture(
    menu=("О форуме", "Программа", "Новости", "Партнёры", "Пресс-центр", "Контакты"),
    cookie="Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.",
    share=("Поделиться", "ВКонтакте", "Telegram", "Печать"),
    related_heading="Читайте также",
    related=(
        (
            "Паромы возвращаются на нижнее озеро спустя девять лет",
            (
                "«Мы продали все билеты раньше, чем у парома появился мотор», — Максим Перевозов, "
                "директор, Озёрные паромы."
            ),
        ),
        (
            "Спасатели просят второй вертолёт",
            (
                "«Одна машина не может быть на двух склонах сразу», — отметила Нина Горская, "
                "начальник Службы горных спасателей."
            ),
        ),
        (
            "В Вельске открылся музей сборов",
            (
                "Никита Квист, хранитель Музея сборов, рассказал: «По сборам никто не скучает, но "
                "квитанции хранят все»."
            ),
        ),
    ),
    tags=("вода", "право", "реестры", "малые города"),
    newsletter="Подпишитесь на рассылку и узнавайте обо всём первыми. Ваш адрес",
    comments_heading="Комментарии (2)",
    comments=(
        ("Валентина Пращук", "«Я сидела в зале, и рыбаков никто ни о чём не спросил»."),
        ("rechnik77", "Хороший отчёт, спасибо. Когда выложат видео?"),
    ),
    caption="Фото: Кондрат Ибсенов / Пресс-служба форума",
    boilerplate=(
        "Об организаторе. Фонд объединяет города и юристов с 1998 года. «Превращаем разговоры в "
        "правила», — гласит его девиз."
    ),
    pager=("← Назад", "Вперёд →"),
    address="Секретариат: Скеллинг, улица Плотинная, 4. Телефон: +000 12 34 56",
    crumbs=("Главная", "Новости"),
    print_label="Версия для печати",
    site="Форум",
)
FURNITURE: dict[Language, Furniture] = {"en": ENGLISH, "ru": RUSSIAN}
