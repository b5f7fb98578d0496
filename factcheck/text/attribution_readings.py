"""What a rule of attribution looks at (a verb in its place) and answers (token ranges)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.text.clauses import Passage, Range
from factcheck.text.cue_forms import Cue, Form
from factcheck.text.verb_groups import VerbGroup


@dataclass(slots=True, eq=False)
class Reading:
    """One attribution in tokens: the cue, its source, its contents, and the rule that read it.

    `content` is empty for a speaker whose words stand in a neighbouring passage; `source` is None
    where the text does not say whose words they are (`is expected to`). As with `Passage`, nothing
    changes it.
    """

    cue: Range
    verb: Cue
    source: Range | None
    content: tuple[Range, ...]
    rule: str
    passage: Passage
    negated: bool = False


_NOBODY: Final = frozenset(["neither", "nobody", "none"])


@dataclass(slots=True, eq=False)
class Verb:
    """The verb at token `at`, read as `cue`; `after` is the first token behind it and its particle.

    `previous` is the last reading that may share its subject with this verb.
    """

    passage: Passage
    at: int
    after: int
    cue: Cue
    form: Form
    group: VerbGroup
    previous: Reading | None = None

    def reading(self, source: Range | None, content: tuple[Range, ...], rule: str) -> Reading:
        """A reading of this verb, its auxiliaries in the cue."""
        return Reading(
            (self.group.first, self.after), self.cue, source, content, rule, self.passage,
            self.group.negated or (source is not None and is_nobody(self.passage, source)),
        )  # fmt: skip


def is_nobody(p: Passage, source: Range) -> bool:
    """Whether a source denies that anybody does it (`Neither Duarte nor Abara said`, `No one said`)."""
    first = p.tokens.lowers[source[0] : source[1] + 1][:2]
    if first[0] in _NOBODY or first == ["no", "one"]:
        return True
    # `No official said`, but `No 10 said`, `No fewer than forty people said`
    return len(first) > 1 and first[0] == "no" and first[1].isalpha() and first[1] not in {"fewer", "less"}
