"""Pages read on a Dask cluster, where `ROSTRUM_DASK` names its scheduler.

A page's body goes to the cluster and its rows come back; nothing else of a run does, so that the
cluster's machines need Rostrum and no more: no home, no archive, no network. There a page is read
by a process of its own within limits, as on this machine.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from concurrent.futures import CancelledError
from contextlib import asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING

from distributed import KilledWorker, get_worker
from prefect_dask.client import PrefectDaskClient

from rostrum.errors import ReaderError
from rostrum.outcome import Page, bytes_of
from rostrum.parsing import PARSER_VERSION
from rostrum.warehouse.prepare import Reading, prepare
from rostrum.workers import Workers, refuse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rostrum.settings import Settings
    from rostrum.warehouse.prepare import PreparedReading

CONNECT_SECONDS = 10
HOW = "Start it, or unset ROSTRUM_DASK to read pages on this machine; what is archived stays."


@asynccontextmanager
async def cluster_readers(settings: Settings) -> AsyncIterator[ClusterReaders]:
    """The cluster, for one run.

    Raises:
        ReaderError: its scheduler does not answer.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it says, we say in one line
    client = PrefectDaskClient(
        settings.dask, asynchronous=True, timeout=CONNECT_SECONDS, set_as_default=False
    )
    try:
        await client
    except (OSError, TimeoutError) as error:
        raise ReaderError(
            f"The Dask scheduler at {settings.dask} does not answer. {HOW}"
        ) from error
    try:
        yield ClusterReaders(client, str(settings.dask))
    finally:
        await client.close()


class ClusterReaders:
    """Has pages read by the workers of a cluster."""

    def __init__(self, client: PrefectDaskClient, address: str) -> None:
        self._client = client
        self._address = address

    async def prepare(self, page: Page, source: str, sha256: str) -> PreparedReading:
        """A revision of a page of a source, read and made ready for loading.

        A page whose workers die one after the other is refused.

        Raises:
            ReaderError: the scheduler is gone, or another Rostrum reads there.
            ArchiveError: the archive's bytes are damaged.
        """
        sent = Page(page.page_url, bytes_of(page), page.content_type)
        try:
            future = self._client.submit(read_there, sent, source, sha256, pure=False)
            found: PreparedReading = await future
        except KilledWorker:
            outcome = refuse(sent, "ended several workers of the cluster")
            return prepare(
                Reading(page.page_url, source, sha256, PARSER_VERSION, None, outcome.issues)
            )
        except (OSError, CancelledError) as error:  # the connection, or a future by its loss
            raise ReaderError(
                f"The Dask scheduler at {self._address} is gone in the middle of the run. {HOW}"
            ) from error
        if found.parser_version != PARSER_VERSION:
            raise ReaderError(
                f"The cluster reads with parser version {found.parser_version}, this run with "
                f"{PARSER_VERSION}: install the same Rostrum there."
            )
        return found


def read_there(page: Page, source: str, sha256: str) -> PreparedReading:
    """Read a page on the worker that this is called on."""
    loop, workers = readers()
    return asyncio.run_coroutine_threadsafe(workers.prepare(page, source, sha256), loop).result()


STARTING = threading.Lock()


def readers() -> tuple[asyncio.AbstractEventLoop, Workers]:
    """The processes of a Dask worker that read pages, and the loop that they are asked on."""
    with STARTING:
        return start_readers()


@cache
def start_readers() -> tuple[asyncio.AbstractEventLoop, Workers]:
    """Start a thread for the loop; a process for each thread of the worker starts when asked."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="rostrum-readers", daemon=True).start()
    starting = asyncio.run_coroutine_threadsafe(opened(get_worker().state.nthreads), loop)
    return loop, starting.result()


async def opened(count: int) -> Workers:
    """Readers that live as long as their worker: they end with it."""
    return await Workers(count).__aenter__()
