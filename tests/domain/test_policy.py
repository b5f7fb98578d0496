from __future__ import annotations

import pytest

from factcheck.domain.policy import read_policy
from factcheck.errors import BadInput
from tests.making import policy_toml


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unnamed_pieces": "0"}, "policy's unnamed_pieces"),
        ({"hold_minutes": '"long"'}, "policy's hold_minutes"),
        ({"second_person": "1.5"}, "policy's second_person"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(changes: dict[str, str], said: str) -> None:
    toml = policy_toml(**changes)
    name = next(iter(changes))
    line = next(n for n, one in enumerate(toml.splitlines(), 1) if one.startswith(f"{name} ="))
    with pytest.raises(BadInput, match=said) as refused:
        read_policy(toml)
    assert f"(line {line})" in refused.value.message


def test_a_setting_in_a_table_and_one_that_is_missing_are_found() -> None:
    toml = policy_toml().replace('needs = "note"', 'needs = "magic"')
    line = next(n for n, one in enumerate(toml.splitlines(), 1) if "magic" in one)
    with pytest.raises(BadInput) as refused:
        read_policy(toml)
    assert f"verdicts.unproven.needs (line {line})" in refused.value.message
    toml = policy_toml().replace('label = "Verified"\n', "")
    line = toml.splitlines().index("[verdicts.verified]") + 1
    with pytest.raises(BadInput) as refused:
        read_policy(toml)
    assert f"verdicts.verified.label (line {line})" in refused.value.message


def test_what_is_no_toml_names_its_line() -> None:
    with pytest.raises(BadInput, match="line 2"):
        read_policy('name = "x"\nthis is no toml\n')
