"""Automations that `rostrum up` installs: killed runs crash, and a webhook is told of trouble."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from prefect.automations import Automation, EventTrigger, Posture, ResourceSpecification
from prefect.blocks.webhook import Webhook
from prefect.client.schemas.objects import StateType
from prefect.events.actions import CallWebhook, ChangeFlowRunState
from pydantic import SecretStr

from flows.events import RUN_QUARANTINED, SOURCE_DEGRADED

HEARTBEAT_SECONDS = 30
"""Between two signs of life of a run; Prefect takes no less."""

SILENCE = timedelta(seconds=3 * HEARTBEAT_SECONDS)
"""So long after its last sign of life a run counts as dead."""

ENDINGS = ("Completed", "Failed", "Cancelled", "Crashed", "Quarantined", "Degraded")
"""The names of the states that our flows end in: the event of a state is named by it."""

CRASHED = Automation(
    name="rostrum: a run that gives no sign of life has crashed",
    description=f"No heartbeat for {SILENCE.seconds} seconds: the run was killed, or its machine.",
    trigger=EventTrigger(
        after={"prefect.flow-run.heartbeat"},
        expect={
            "prefect.flow-run.heartbeat",
            *(f"prefect.flow-run.{state}" for state in ENDINGS),
        },
        match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=SILENCE,
    ),
    actions=[
        ChangeFlowRunState(
            name="Crashed",
            force=False,
            state=StateType.CRASHED,
            message="The run gave no sign of life any more: it was killed, or its machine was.",
        )
    ],
)


TOLD = """{
  "event": {{ event.event | tojson }},
  "about": {{ event.resource.id | tojson }},
  "details": {{ event.payload | tojson }}
}"""
"""What a webhook gets. What pages say is inside strings of JSON and nowhere else."""

WEBHOOK = "rostrum"
"""The block that keeps the webhook's address, which may hold a secret."""


def tell(block_id: UUID) -> Automation:
    """The automation that tells a webhook of what somebody should look at."""
    return Automation(
        name="rostrum: tell the webhook",
        description="Pages in quarantine, a source that is not what it was, a run that failed.",
        trigger=EventTrigger(
            expect={
                RUN_QUARANTINED,
                SOURCE_DEGRADED,
                "prefect.flow-run.Failed",
                "prefect.flow-run.Crashed",
            },
            match=ResourceSpecification({}),
            posture=Posture.Reactive,
            threshold=1,
            within=timedelta(0),
        ),
        actions=[CallWebhook(block_document_id=block_id, payload=TOLD)],
    )


async def install_automations(webhook: str | None) -> None:
    """Make the automations that are not on the server yet, and bring the others up to date.

    Args:
        webhook: an address to be told of what needs a person; where there is none, nobody is.
    """
    await install(CRASHED)
    if webhook:
        block = Webhook(method="POST", url=SecretStr(webhook))
        await install(tell(await block.asave(WEBHOOK, overwrite=True)))


async def install(automation: Automation) -> None:
    """Make one, in the place of an earlier one of its name."""
    try:
        found = await Automation.aread(name=automation.name)
    except ValueError:  # there is none
        await automation.acreate()
        return
    automation.id = found.id
    await automation.aupdate()
