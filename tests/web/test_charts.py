from __future__ import annotations

from factcheck.domain.policy import Policy, read_policy
from factcheck.services.policies import default_policy_toml
from factcheck.web.pages.charts import Series, grouped_chart, stacked_chart, verdict_series

POLICY: Policy = read_policy(default_policy_toml())
CHECKED, APPROVED = Series("checked", "checked", 1), Series("approved", "approved", 2)
ROWS = [("Monday", {"checked": 6, "approved": 3}), ("Tuesday", {})]


def test_parts_of_a_whole_stand_behind_each_other() -> None:
    chart = stacked_chart("Days", (CHECKED, APPROVED), ROWS)
    first, second = chart.rows[0].bars
    assert second.x == first.x + first.width
    assert (chart.rows[0].said, chart.rows[1].said, chart.rows[1].bars) == ("9", "", ())
    assert chart.table == (("Monday", (6, 3)), ("Tuesday", (0, 0)))


def test_what_is_compared_is_not_added_up() -> None:
    chart = grouped_chart("Days", (CHECKED, APPROVED), ROWS)
    first, second = chart.rows[0].bars
    assert (first.x, first.width) == (second.x, 2 * second.width)
    assert second.y >= first.y + first.height
    assert chart.rows[0].said == "6 / 3"


def test_verdicts_keep_the_policys_order_and_no_two_look_alike() -> None:
    series = verdict_series(POLICY, ["false", "unproven", "misleading", "verified", "mixture"])
    assert [one.key for one in series] == ["verified", "mixture", "false", "misleading", "unproven"]
    assert len({one.colour for one in series}) == len(series)
    assert (series[0].colour, series[2].colour) == (0, 4)


def test_a_verdict_that_the_policy_has_dropped_is_shown_behind_the_others() -> None:
    assert [one.name for one in verdict_series(POLICY, ["pants_on_fire", "verified"])] == [
        "Verified",
        "Pants on fire",
    ]


def test_a_verdicts_tone_is_its_place_on_the_scale() -> None:
    tones = {name: POLICY.tone_of(name) for name in ("verified", "mostly_true", "mixture", "mostly_false")}
    assert tones == {
        "verified": "for",
        "mostly_true": "for",
        "mixture": "neither",
        "mostly_false": "against",
    }
    assert POLICY.tone_of("dropped") == POLICY.tone_of(None) == "neither"
