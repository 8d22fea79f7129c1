"""What is made ahead comes in its order, is bounded, and leaves nothing running."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from rostrum.ahead import ahead


async def numbers(made: list[int], count: int = 5):
    for number in range(1, count + 1):
        await asyncio.sleep(0)
        made.append(number)
        yield number


async def test_one_item_at_most_is_made_ahead():
    made: list[int] = []
    async with aclosing(ahead(numbers(made))) as items:
        async for item in items:
            await asyncio.sleep(0.01)
            assert len(made) == min(item + 1, 5)
    assert made == [1, 2, 3, 4, 5]


async def test_an_error_comes_in_its_turn():
    async def failing():
        yield 1
        raise ValueError("2 is missing")

    async with aclosing(ahead(failing())) as items:
        assert await anext(items) == 1
        with pytest.raises(ValueError, match="2 is missing"):
            await anext(items)


async def test_what_is_made_ends_with_its_taker():
    ended = asyncio.Event()

    async def endless():
        yield 1
        try:
            await asyncio.sleep(3600)
            yield 2
        finally:
            ended.set()

    async with aclosing(ahead(endless())) as items:
        assert await anext(items) == 1
        await asyncio.sleep(0.01)
    assert ended.is_set()
