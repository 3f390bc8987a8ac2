"""Sends security-ir operations with botocore, an independent client, to the endpoint named on standard input.

Reads {"endpoint": ..., "operations": [{"operation": ..., "input": ...}]}, sends them in that order and prints the
parsed outputs as JSON, with timestamps in milliseconds since 1970. It uses dummy credentials and connects only to the
given endpoint.
"""

import datetime
import json
import sys

import botocore
import botocore.config
import botocore.session

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def milliseconds(value):
    return {"milliseconds": round((value - EPOCH).total_seconds() * 1000)}


job = json.load(sys.stdin)
client = botocore.session.Session().create_client(
    "security-ir",
    region_name="us-east-1",
    endpoint_url=job["endpoint"],
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="secret",
    config=botocore.config.Config(retries={"total_max_attempts": 1}, proxies={}),
)
outputs = []
for step in job["operations"]:
    output = getattr(client, botocore.xform_name(step["operation"]))(**step["input"])
    output.pop("ResponseMetadata")
    outputs.append(output)
json.dump(outputs, sys.stdout, default=milliseconds)
