"""Reads every resource of an emulator with boto3, and prints it as JSON.

Usage: boto3_read.py URL. Times are printed in ISO 8601, in UTC, with milliseconds.
"""

import json
import sys
from datetime import datetime, timezone

import boto3

SESSION = {
    "endpoint_url": sys.argv[1],
    "region_name": "us-east-1",
    "aws_access_key_id": "111122223333",
    "aws_secret_access_key": "any",
}
macie = boto3.client("macie2", **SESSION)
workmail = boto3.client("workmail", **SESSION)
security_ir = boto3.client("security-ir", **SESSION)


def paged(call, key, token="nextToken", **arguments):
    rows = []
    while True:
        page = call(**arguments)
        rows += page.get(key, [])
        if not page.get(token):
            return rows
        arguments[token] = page[token]


def users(organization, jobs):
    found = {}
    for entity in {job["EntityId"] for job in jobs}:
        try:
            found[entity] = workmail.describe_user(OrganizationId=organization, UserId=entity)
        except workmail.exceptions.EntityNotFoundException:
            pass
    return found


def export_jobs():
    described = []
    for summary in paged(workmail.list_organizations, "OrganizationSummaries", "NextToken"):
        organization = summary["OrganizationId"]
        details = workmail.describe_organization(OrganizationId=organization)
        jobs = paged(workmail.list_mailbox_export_jobs, "Jobs", "NextToken", OrganizationId=organization)
        owners = users(organization, jobs)
        for job in jobs:
            detail = workmail.describe_mailbox_export_job(OrganizationId=organization, JobId=job["JobId"])
            described.append({**detail, **job, "organization": details, "owner": owners.get(job["EntityId"])})
    return described


def cases():
    described = []
    for item in paged(security_ir.list_cases, "items"):
        case = {"caseId": item["caseId"]}
        described.append(
            {
                **security_ir.get_case(**case),
                **item,
                "comments": paged(security_ir.list_comments, "items", **case),
                "edits": paged(security_ir.list_case_edits, "items", **case),
                "investigations": paged(security_ir.list_investigations, "investigationActions", **case),
                "tags": security_ir.list_tags_for_resource(resourceArn=item["caseArn"])["tags"],
            }
        )
    return described


def as_text(value):
    if isinstance(value, datetime):
        utc = value.astimezone(timezone.utc)
        return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"
    raise TypeError(value)


resources = {
    "jobs": [
        {**macie.describe_classification_job(jobId=job["jobId"]), **job}
        for job in paged(macie.list_classification_jobs, "items")
    ],
    "members": [
        {**member, **macie.get_member(id=member["accountId"])}
        for member in paged(macie.list_members, "members", onlyAssociated="false")
    ],
    "exportJobs": export_jobs(),
    "cases": cases(),
}
print(json.dumps(resources, default=as_text))
