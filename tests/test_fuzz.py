"""Some spoilt pages; `make fuzz` reads hundreds of thousands."""

from __future__ import annotations

from tests.fuzz import judge, spoilt_page

SEED = 0
COUNT = 1500


def test_spoilt_pages_do_no_harm() -> None:
    faults = {number: judge(spoilt_page(SEED, number)) for number in range(COUNT)}
    assert {number: fault for number, fault in faults.items() if fault} == {}


def test_a_page_is_made_from_its_number_alone() -> None:
    assert spoilt_page(SEED, 7) == spoilt_page(SEED, 7)
    assert spoilt_page(SEED, 7) != spoilt_page(SEED, 8)
    assert spoilt_page(SEED, 7) != spoilt_page(SEED + 1, 7)
