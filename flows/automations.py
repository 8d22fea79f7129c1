"""Automations that `rostrum up` installs: a run that was killed does not stay Running for ever."""

from __future__ import annotations

from datetime import timedelta

from prefect.automations import Automation, EventTrigger, Posture, ResourceSpecification
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.exceptions import ObjectNotFound

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


async def install_automations() -> None:
    """Make the automations that are not on the server yet, and bring the others up to date."""
    try:
        found = await Automation.aread(name=CRASHED.name)
    except (ObjectNotFound, ValueError):
        await CRASHED.acreate()
        return
    CRASHED.id = found.id
    await CRASHED.aupdate()
