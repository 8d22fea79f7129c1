"""Fictional report pages for tests."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    text: str
    name: str
    position: str = "Director, Institute of Lake Law"

    @property
    def line(self) -> str:
        return f"“{self.text},” {self.name}, {self.position}."


SAID = (
    Said(
        "The lake has no lawyer, and so it loses every case that is brought before it", "Ada Brandt"
    ),
    Said(
        "We counted the boats twice <...> and came to three different numbers",
        "Tomas Weil",
        "Harbour Master, Port of Ostrel; Member, Council of Lakeside Towns",
    ),
)


@dataclass(frozen=True)
class Report:
    """A report page; `html` is its markup."""

    title: str = "Who Speaks for the Lake"
    said: tuple[Said, ...] = SAID
    sections: tuple[str, ...] = field(default=("KEY CONCLUSIONS", "PROBLEMS"))

    @property
    def html(self) -> str:
        parts = []
        for number, heading in enumerate(self.sections):
            quotes = self.said if number == 0 else self.said[:1]
            lines = "".join(f"<p>{escape(said.line)}</p>\n" for said in quotes)
            parts.append(
                f"<h2>{heading}</h2>\n<h3>The shore is longer than the law {number}</h3>\n{lines}"
            )
        return (
            f"<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>{self.title} | Lakes"
            "</title></head><body><nav><a href=/>Home</a></nav><main>\n"
            f"<h1>{self.title}</h1>\n<p>The session was held as part of the Ostrel Lake Days. The "
            "Forum was organized by the Ostrel Society with the support of the Ministry of Lakes."
            f"</p>\n{''.join(parts)}</main><footer>© Lakes</footer></body></html>"
        )


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
