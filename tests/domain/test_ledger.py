from __future__ import annotations

from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.events import Event
from factcheck.domain.ledger import GENESIS, canonical, fault, merkle_root, next_event, next_seal

# The leaves and roots that Certificate Transparency's implementations test their trees with.
LEAVES = [
    b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43", bytes(range(0x50, 0x58)),
    bytes(range(0x60, 0x70)),
]  # fmt: skip
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def chain(length: int) -> list[Event]:
    events: list[Event] = []
    for number in range(length):
        events.append(
            next_event(
                chain="article:bridge", length=number, head=events[-1].hash if events else GENESIS,
                at="2026-01-31T12:00:00.000000Z", actor="Ana", action="claim_marked",
                entity="claim:bridge#1", before=None, after={"number": number},
            )
        )  # fmt: skip
    return events


def faults(events: list[Event]) -> list[str]:
    found, last = [], GENESIS
    for seq, event in enumerate(events, 1):
        wrong = fault(event, seq=seq, prev_hash=last)
        if wrong:
            found.append(wrong)
        last = event.hash
    return found


@pytest.mark.parametrize("size", range(1, 9))
def test_the_tree_has_the_roots_that_certificate_transparency_has(size: int) -> None:
    assert merkle_root(LEAVES[:size]) == ROOTS[size - 1]


def test_the_empty_tree_is_the_hash_of_nothing() -> None:
    assert merkle_root([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_canonical_json_sorts_names_and_keeps_letters() -> None:
    assert canonical({"b": 1, "a": "é\u2028"}) == '{"a":"é\u2028","b":1}'.encode()


_LETTERS = st.characters() | st.sampled_from("\ue000\U0001f600\u2028\x7f\x00")
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(_LETTERS)


@given(st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(_LETTERS), inner)))
def test_canonical_json_is_what_the_library_writes(value: object) -> None:
    try:
        expected = rfc8785.dumps(value)  # type: ignore[arg-type]  # whatever Hypothesis thinks of
    except ValueError:
        with pytest.raises(ValueError):
            canonical(value)
    else:
        assert canonical(value) == expected


def test_a_whole_chain_has_no_fault() -> None:
    assert faults(chain(5)) == []


@given(st.integers(0, 4), st.sampled_from(["actor", "action", "entity", "at", "after", "prev_hash", "hash"]))
def test_whatever_is_changed_shows_at_that_event(place: int, name: str) -> None:
    events = chain(5)
    changed: dict[str, Any] = {"after": {"number": 99}, "prev_hash": "f" * 64, "hash": "f" * 64}
    events[place] = events[place].model_copy(update={name: changed.get(name, "other")})
    assert f"event {place + 1} " in faults(events)[0]


@given(st.integers(0, 3))
def test_a_dropped_event_shows(place: int) -> None:
    events = chain(5)
    del events[place]
    assert faults(events)[0].startswith(f"event {place + 1} is missing")


def test_an_event_rehashed_after_a_change_no_longer_carries_the_next() -> None:
    events = chain(3)
    forged = next_event(
        chain="article:bridge", length=0, head=GENESIS, at=events[0].at, actor="Mallory",
        action="claim_marked", entity="claim:bridge#1", before=None, after=None,
    )  # fmt: skip
    assert faults([forged, *events[1:]]) == ["event 2 doesn't follow event 1: it was replaced or moved"]


def test_a_seal_covers_the_heads_in_whatever_order() -> None:
    heads = [("b", 2, "1" * 64), ("a", 1, "2" * 64)]
    one = next_seal(n=1, at="2026-01-31T12:00:00.000000Z", heads=heads, prev_hash=GENESIS)
    other = next_seal(n=1, at="2026-01-31T12:00:00.000000Z", heads=heads[::-1], prev_hash=GENESIS)
    assert one == other
    changed = next_seal(n=1, at=one.at, heads=[("b", 2, "1" * 64), ("a", 1, "3" * 64)], prev_hash=GENESIS)
    assert changed.root != one.root
