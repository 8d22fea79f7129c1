"""What the Prefect UI offers: each flow as a deployment, with its schedule, tags and limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.schedules import Cron

from flows.ingest import backfill, ingest, ingest_urls
from flows.keeping import check_sources, export, transform, verify
from flows.reparse import reparse
from rostrum.sources import all_sources

if TYPE_CHECKING:
    from prefect.deployments.runner import RunnerDeployment
    from prefect.flows import Flow

FIRST_MINUTE = 5 * 60
"""Of the day at which the first source is read; each other source follows a quarter later."""
APART = 15
MINUTES_OF_AN_HOUR = 60

ONE_AT_A_TIME = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE)
"""A second run of a deployment waits in Prefect's queue. What keeps runs of different deployments
apart is the home directory's lock, for which a served run waits."""


async def make_deployments(time_zone: str = "UTC") -> list[RunnerDeployment]:
    """All deployments: `ingest` once for each source, every other flow once.

    Args:
        time_zone: IANA name, in which schedules are meant.
    """
    sources = list(all_sources().values())
    made = [
        await deploy(
            ingest,
            source.name,
            f"Every day: what is new of {source.title}, to the published tables.",
            ["ingest", source.name],
            parameters={"source": source.name},
            # A real site is read when somebody has decided so.
            paused=source.folder is None,
            schedule=Cron(daily(place), timezone=time_zone),
        )
        for place, source in enumerate(sources)
    ]
    others: list[tuple[Flow[..., Any], str, str]] = [
        (ingest_urls, "Single pages by their addresses, to the published tables.", "ingest"),
        (
            backfill,
            "What a source has published before. One that was stopped goes on where it stopped.",
            "ingest",
        ),
        (reparse, "The archive again by today's parser, without network.", "upkeep"),
        (transform, "Every model anew, the checks, and what readers see.", "upkeep"),
        (verify, "Proof of every row, from the archived bytes.", "upkeep"),
        (export, "All tables as files, in the home directory.", "out"),
        (check_sources, "One known page of each source beside what it used to say.", "upkeep"),
    ]
    made += [await deploy(flow, flow.name, text, [tag]) for flow, text, tag in others]
    return made


async def deploy(
    flow: Flow[..., Any], name: str, description: str, tags: list[str], **more: Any
) -> RunnerDeployment:
    """A flow as a deployment of which one run goes at a time."""
    return await flow.ato_deployment(
        name,
        description=description,
        tags=["rostrum", *tags],
        concurrency_limit=ONE_AT_A_TIME,
        enforce_parameter_schema=True,
        **more,
    )


def daily(place: int) -> str:
    """When the source at a place of their list is read, as cron says it."""
    hour, minute = divmod(FIRST_MINUTE + APART * place, MINUTES_OF_AN_HOUR)
    return f"{minute} {hour % 24} * * *"
