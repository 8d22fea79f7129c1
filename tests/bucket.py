"""A real S3 server on loopback (moto's), with a bucket in it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import boto3
import moto.settings
from moto.core.authorization import ActionAuthenticatorMixin
from moto.server import ThreadedMotoServer

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "not-a-secret-that-may-be-seen"


@dataclass(frozen=True)
class Bucket:
    """A bucket, and the environment in which commands reach it."""

    name: str
    environment: dict[str, str]
    client: Any

    @property
    def url(self) -> str:
        return f"s3://{self.name}"

    def contents(self, folder: str = "") -> dict[str, bytes]:
        """What every object of a folder holds, by its name there."""
        listed = self.client.list_objects_v2(Bucket=self.name, Prefix=folder)
        keys = [one["Key"] for one in listed.get("Contents", ())]
        return {key.removeprefix(folder): self.get(key) for key in keys}

    def get(self, key: str) -> bytes:
        content: bytes = self.client.get_object(Bucket=self.name, Key=key)["Body"].read()
        return content

    def put(self, key: str, content: bytes) -> None:
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def delete(self, key: str) -> None:
        self.client.delete_object(Bucket=self.name, Key=key)

    @contextmanager
    def refusing(self, after: int = 0) -> Iterator[None]:
        """Whoever asks is refused (403), from so many requests on."""
        ActionAuthenticatorMixin.request_count = 0
        moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = after
        try:
            yield
        finally:
            moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf")


@contextmanager
def s3_server() -> Iterator[Bucket]:
    """A server with one bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    environment = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    client = boto3.client(
        "s3",
        endpoint_url=environment["AWS_ENDPOINT_URL"],
        aws_access_key_id="somebody",
        aws_secret_access_key=SECRET,
        region_name="us-east-1",
    )
    client.create_bucket(Bucket="bucket")
    try:
        yield Bucket("bucket", environment, client)
    finally:
        server.stop()
