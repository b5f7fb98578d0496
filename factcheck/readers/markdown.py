"""Markdown: the words that a reader would see, a line a block; front matter and first heading apart."""

from __future__ import annotations

import re
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.readers.article_text import ArticleText

# Front matter: `key: value` lines between two lines of dashes at the very top, at most 100 of them.
_FRONT = re.compile(r"\A---[ \t]*\n((?:[^\n]{0,1000}\n){0,100}?)---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"([A-Za-z]{1,20})[ \t]*:[ \t]*(\S[^\n]{0,500})\Z")


def read_markdown(text: str) -> ArticleText:
    """Read a Markdown article.

    Title, author, date and language come from front matter where it has them; else the headline is
    the first heading of level 1, if nothing stands before it. Code, tables, pictures and HTML are left out;
    links keep their words.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    front = _FRONT.match(plain)
    about = _front_matter(front.group(1)) if front else {}
    tokens = MarkdownIt("commonmark").enable("table").parse(plain[front.end() :] if front else plain)
    blocks = list(_blocks(tokens))
    headline = about.get("title") or about.get("headline")
    if blocks and blocks[0][0] == "h1" and (headline is None or blocks[0][1] == headline):
        headline = blocks.pop(0)[1]
    return ArticleText(
        text="\n\n".join(words for _, words in blocks),
        headline=headline,
        byline=about.get("author") or about.get("byline"),
        published=_date(about.get("date") or about.get("published")),
        language=about.get("language") or about.get("lang"),
    )


def _front_matter(lines: str) -> dict[str, str]:
    found = (_KEY.match(line.strip()) for line in lines.splitlines())
    return {match[1].lower(): match[2].strip().strip("\"'") for match in found if match}


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _blocks(tokens: list[Token]) -> list[tuple[str, str]]:
    """Each block of words with the tag it stands in, in order."""
    found, in_table = [], False
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        elif token.type == "inline" and not in_table:
            words = " ".join(_words(token).split())
            if words:
                found.append((before.tag if before else "p", words))
    return found


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type in ("text", "code_inline"):
        return token.content
    if token.type == "image" or token.type.startswith("html"):
        return ""
    return "".join(_words(child) for child in token.children or ())
