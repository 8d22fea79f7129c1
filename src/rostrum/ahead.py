"""Stages that overlap: one makes the next item while another works on this one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

T = TypeVar("T")


async def ahead(items: AsyncIterator[T]) -> AsyncGenerator[T, None]:
    """The same items in their order, each begun when the one before it is taken.

    One item at most is made ahead, so that memory does not grow with their number. An error of
    `items` is raised where its item is asked for. Close it (`contextlib.aclosing`): nothing is
    being made any more when it has ended.
    """
    coming = asyncio.ensure_future(anext(items, None))
    try:
        while (item := await coming) is not None:
            coming = asyncio.ensure_future(anext(items, None))
            yield item
    finally:
        coming.cancel()
        await asyncio.gather(coming, return_exceptions=True)
