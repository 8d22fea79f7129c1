"""Given names: one key for the spellings of one, and which others may be one person's too."""

from __future__ import annotations

from functools import cache, lru_cache

from rostrum.identity.spelling import WORDS_KEPT, is_cyrillic, loose, plain
from rostrum.parsing.given_names import FEMALE, MALE, NOMINATIVES, RUSSIAN_FEMALE, RUSSIAN_MALE
from rostrum.parsing.lexicon import fold

SPELLINGS = {
    "aleksander": "aleksandr",
    "artiom": "artem",
    "feodor": "fedor",
    "fiodor": "fedor",
    "iozef": "iosef",
    "lubov": "liubov",
    "ludmila": "liudmila",
    "michail": "mihail",
    "piotr": "petr",
    "semion": "semen",
}
"""Spellings, loosened, that no rule brings to the same key."""

RUSSIAN = frozenset(
    "aleftina aleksandr aleksandra aleksei alena alla anastasia anatoli andrei antonina arkadi "
    "artem bogdan boris dari daria denis dmitri efim egor ekaterina elena elizaveta evgeni "
    "evgenia fedor filip galina gavril genadi georgi gleb grigori iakov iana iaroslav ignat "
    "igor ilia inna inokenti iraklii iulia iuri ivan kiril kirill konstantin ksenia larisa "
    "leonid lev lidia liubomir liubov liudmila makar maksim margarita matvei mihail miron "
    "nadezhda natalia nikita nikolai oksana oleg olga pavel petr platon polina raisa rodion "
    "roman ruslan semen sergei sofia stanislav stepan svetlana taisia tamara tatiana tihon "
    "timofei timur trofim vadim valentin valentina valeri valeria vasili vera veronika "
    "viacheslav viktor viktoria vitali vladimir vladislav vsevolod zahar zinaida zoia".split()
)
"""Keys of given names whose bearers are put into Latin letters in several ways."""

KIN = tuple(
    frozenset(line.split())
    for line in """
        aleksandr aleksandra alex aleks sasha sania shura oleksandr alesandro alexandre
        aleksei alioksei aleksi alexis aleksis oleksi aliosha alesha lesha
        anatoli tolia
        andrei andrew andri andrea andreas
        ana anna ania ann anne annie
        boris boria
        daria dari dasha
        dmitri dimitri dmitro dima mitia
        ekaterina katerina katarina katherine catherine katia kate
        elena helena helen elen lena olena ielena
        elizaveta elizabeth elisabeth liza lisa
        evgeni eugene eugen zhenia gene
        evgenia eugenia zhenia
        fedor theodore teodor
        galina galia halina
        georgi george iegor gosha
        grigori gregori gregory grisha hrihori
        igor ihor
        ilia elijah elias
        iosef iosif joseph iosep
        irina irene irena ira
        ivan vania iwan john
        iulia julie iulie iuli
        iuri iura george
        konstantin kostia
        larisa lara
        liubov liuba
        liudmila luda liuda mila
        maksim maks maximilian
        maria mari mary marie masha marija
        mihail mikael michael misha mihailo mihai mike
        natalia natali nataliia natalie natasha nata
        nadezhda nadia
        nikolai nikolas nicholas nikola kolia mikola nick
        oleg oleh olek
        olga olia olha
        pavel paul pasha pavlo
        petr peter petro petia
        roman roma
        sergei serge serhi seriozha serezha
        sofia sofi sophie
        stepan stefan stephen steven stiopa
        svetlana sveta
        tatiana tania
        vadim vadik
        valentina valia
        vasili vasia vasil basil
        viktor vitia
        viktoria vika
        vladimir volodimir vova volodia
        viacheslav slava
        vladislav vlad slava
        william bill will billie liam
        robert bob rob bobbi
        richard dick rick rich
        james jim jimmi jamie
        thomas tom tommi
        edward ed eddie ted
        margaret maggie peg
        daniel dan danni
        david dave
        christopher chris kris
        patrick pat
        patricia pat
        samuel sam
        samantha sam
        nicholas nick
        anthoni toni antoni
        benjamin ben
        timothi tim
        gregori greg
        jonathan jon
        deborah deb debbie
        jennifer jen
        susan sue suzanne
    """.strip().splitlines()
)
"""Short forms and the same saint in other languages: none is proof, none speaks against it."""


@lru_cache(maxsize=WORDS_KEPT)
def given_key(word: str) -> str:
    """The key of a given name, whatever its spelling: `Sergey`, `Sergei`, `Сергея` → `sergei`."""
    key = loose(nominative(word))
    return SPELLINGS.get(key, key)


def nominative(word: str) -> str:
    """A Russian given name out of whatever case it is printed in; others as they are."""
    folded = fold(word)
    names = NOMINATIVES.get(folded, frozenset())
    return next(iter(names)) if len(names) == 1 and folded not in names else folded


@cache
def known_keys() -> frozenset[str]:
    """The keys of all given names that are known to be names of their own."""
    names = FEMALE | MALE | RUSSIAN_FEMALE | RUSSIAN_MALE
    return frozenset(key for name in names for key in (given_key(name), plain(name)))


@lru_cache(maxsize=WORDS_KEPT)
def kin_of(key: str) -> frozenset[str]:
    """Given names that one person may be called by beside this one."""
    return frozenset().union(*(names for names in KIN_KEYS if key in names or loose(key) in names))


KIN_KEYS = tuple(frozenset(map(loose, names)) | names for names in KIN)


def is_russian_given(word: str) -> bool:
    """Whether a given name is one that is put into Latin letters in several ways."""
    return is_cyrillic(word) or given_key(word) in RUSSIAN
