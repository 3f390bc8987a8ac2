"""Reads and changes every kind of resource in an emulator with boto3, and prints the results as JSON.

Usage: boto3_client.py URL. Times are printed as milliseconds since the epoch.
"""

import json
import sys
from datetime import datetime

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

SESSION = {
    "endpoint_url": sys.argv[1],
    "region_name": "us-east-1",
    "aws_access_key_id": "111122223333",
    "aws_secret_access_key": "any",
    "config": Config(retries={"total_max_attempts": 1}),
}
macie = boto3.client("macie2", **SESSION)
workmail = boto3.client("workmail", **SESSION)
security_ir = boto3.client("security-ir", **SESSION)
sts = boto3.client("sts", **SESSION)


def members(response):
    return {name: value for name, value in response.items() if name != "ResponseMetadata"}


def paged(client, operation, key, **arguments):
    return [item for page in client.get_paginator(operation).paginate(**arguments) for item in page[key]]


def export_jobs(organization_id):
    """botocore has no paginator for ListMailboxExportJobs."""
    jobs, arguments = [], {"OrganizationId": organization_id, "MaxResults": 4}
    while True:
        page = workmail.list_mailbox_export_jobs(**arguments)
        jobs += page["Jobs"]
        if "NextToken" not in page:
            return jobs
        arguments["NextToken"] = page["NextToken"]


def read_all():
    jobs = paged(macie, "list_classification_jobs", "items", maxResults=50)
    accounts = paged(macie, "list_members", "members", onlyAssociated="false", maxResults=7)
    organizations = paged(workmail, "list_organizations", "OrganizationSummaries", MaxResults=1)
    cases = paged(security_ir, "list_cases", "items", maxResults=4)
    memberships = paged(security_ir, "list_memberships", "items", maxResults=1)
    return {
        "jobs": [members(macie.describe_classification_job(jobId=job["jobId"])) for job in jobs],
        "listedMembers": accounts,
        "members": [members(macie.get_member(id=account["accountId"])) for account in accounts],
        "organizations": [
            members(workmail.describe_organization(OrganizationId=organization["OrganizationId"]))
            for organization in organizations
        ],
        "exportJobs": [
            {"JobId": job["JobId"], **members(describe_export(organization["OrganizationId"], job["JobId"]))}
            for organization in organizations
            for job in export_jobs(organization["OrganizationId"])
        ],
        "cases": [
            {"caseId": item["caseId"], **members(security_ir.get_case(caseId=item["caseId"]))} for item in cases
        ],
        "listedMemberships": memberships,
        "memberships": [
            members(security_ir.get_membership(membershipId=item["membershipId"])) for item in memberships
        ],
    }


def describe_export(organization_id, job_id):
    return workmail.describe_mailbox_export_job(OrganizationId=organization_id, JobId=job_id)


def outcome(call, **arguments):
    try:
        return members(call(**arguments))
    except ClientError as error:
        caught = type(error).__name__
        return {"exception": caught, "httpStatus": error.response["ResponseMetadata"]["HTTPStatusCode"]}


def change_all(resources):
    def first(rows, **wanted):
        return next(row for row in rows if all(row[name] == value for name, value in wanted.items()))

    job_id = first(resources["jobs"], jobType="ONE_TIME", jobStatus="RUNNING")["jobId"]
    member_id = first(resources["members"], relationshipStatus="Enabled")["accountId"]
    organization_id = resources["organizations"][0]["OrganizationId"]
    export_id = first(export_jobs(organization_id), State="RUNNING")["JobId"]
    self_case = first(resources["cases"], resolverType="Self", caseStatus="Submitted")["caseId"]
    aws_case = first(resources["cases"], resolverType="AWS", caseStatus="Submitted")["caseId"]
    export = {"OrganizationId": organization_id, "JobId": export_id}

    return {
        "pause job": outcome(macie.update_classification_job, jobId=job_id, jobStatus="USER_PAUSED"),
        "pause job again": outcome(macie.update_classification_job, jobId=job_id, jobStatus="USER_PAUSED"),
        "complete job": outcome(macie.update_classification_job, jobId=job_id, jobStatus="COMPLETE"),
        "resume job": outcome(macie.update_classification_job, jobId=job_id, jobStatus="RUNNING"),
        "job": macie.describe_classification_job(jobId=job_id)["jobStatus"],
        "missing job": outcome(macie.describe_classification_job, jobId="0" * 32),
        "suspend member": outcome(macie.update_member_session, id=member_id, status="PAUSED"),
        "suspend member again": outcome(macie.update_member_session, id=member_id, status="PAUSED"),
        "member": macie.get_member(id=member_id)["relationshipStatus"],
        "missing member": outcome(macie.get_member, id="000000000000"),
        "session": macie.get_macie_session()["status"],
        "cancel export": outcome(workmail.cancel_mailbox_export_job, **export),
        "export": workmail.describe_mailbox_export_job(**export)["State"],
        "missing export": outcome(
            workmail.describe_mailbox_export_job, OrganizationId=organization_id, JobId="nothing"
        ),
        "missing organization": outcome(workmail.describe_organization, OrganizationId="m-" + "0" * 32),
        "bad export token": outcome(
            workmail.list_mailbox_export_jobs, OrganizationId=organization_id, NextToken="made-up"
        ),
        "detect case": outcome(
            security_ir.update_case_status, caseId=self_case, caseStatus="Detection and Analysis"
        ),
        "submit case again": outcome(security_ir.update_case_status, caseId=self_case, caseStatus="Submitted"),
        "hand over case": outcome(security_ir.update_resolver_type, caseId=self_case, resolverType="AWS"),
        "update AWS case": outcome(
            security_ir.update_case_status, caseId=aws_case, caseStatus="Detection and Analysis"
        ),
        "close case": outcome(security_ir.close_case, caseId=aws_case),
        "close case again": outcome(security_ir.close_case, caseId=aws_case),
        "missing case": outcome(security_ir.get_case, caseId="0000000000"),
        "missing membership": outcome(security_ir.get_membership, membershipId="m-0000000000"),
        "bad membership token": outcome(security_ir.list_memberships, nextToken="made-up"),
        "bad case token": outcome(security_ir.list_cases, nextToken="made-up"),
    }


def assume_role():
    """Assumes roles, and calls every service with the credentials of one."""
    role = {"RoleArn": "arn:aws:iam::444455556666:role/audit", "RoleSessionName": "boto3"}
    assumed = members(sts.assume_role(**role, ExternalId="secret", SourceIdentity="ann", DurationSeconds=900))
    issued = assumed.pop("Credentials")
    session = SESSION | {
        "aws_access_key_id": issued["AccessKeyId"],
        "aws_secret_access_key": issued["SecretAccessKey"],
        "aws_session_token": issued["SessionToken"],
    }
    return {
        "assumed": assumed,
        "expiration": issued["Expiration"],
        "identity": members(boto3.client("sts", **session).get_caller_identity()),
        "member": boto3.client("macie2", **session).list_members(maxResults=1)["members"][0]["administratorAccountId"],
        "organizations": len(boto3.client("workmail", **session).list_organizations()["OrganizationSummaries"]),
        "case": boto3.client("security-ir", **session).list_cases(maxResults=1)["items"][0]["caseArn"],
        "bad role": outcome(sts.assume_role, **role | {"RoleArn": "arn:aws:iam::444455556666:user/audit"}),
        "bad token": outcome(boto3.client("macie2", **session | {"aws_session_token": "x"}).get_macie_session),
        "bad sts token": outcome(boto3.client("sts", **session | {"aws_session_token": "x"}).get_caller_identity),
    }


def printable(value):
    if isinstance(value, datetime):
        return round(value.timestamp() * 1000)
    raise TypeError(f"{type(value)} cannot be printed")


resources = read_all()
print(json.dumps({"resources": resources, "changes": change_all(resources), "roles": assume_role()}, default=printable))
