"""vault, plan, job, restore with boto3 against an endpoint; prints what it saw as JSON."""

import json
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint, table = sys.argv[1:]
settings = {
    "endpoint_url": endpoint,
    "region_name": "us-east-1",
    "aws_access_key_id": "AKIDEXAMPLE",
    "aws_secret_access_key": "secret",
    "config": Config(retries={"max_attempts": 1}),
}
backup = boto3.client("backup", **settings)
efs = boto3.client("efs", **settings)
fsx = boto3.client("fsx", **settings)
role = "arn:aws:iam::123456789012:role/backup"


def control(path, body):
    request = urllib.request.Request(endpoint + path, json.dumps(body).encode(), method="POST")
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def until(read, member):
    seen = []
    while not seen or seen[-1] in ("CREATED", "PENDING", "RUNNING", "creating"):
        seen.append(read()[member])
    return seen


control("/_mock/seed", {"resources": [{"arn": table}]})
vault = backup.create_backup_vault(BackupVaultName="nightly", BackupVaultTags={"a/b": "c d"})
try:
    backup.create_backup_vault(BackupVaultName="nightly")
    again = None
except backup.exceptions.AlreadyExistsException as error:
    again = error.response["Error"]["Code"]

plan = backup.create_backup_plan(
    BackupPlan={
        "BackupPlanName": "daily",
        "Rules": [
            {
                "RuleName": "daily",
                "TargetBackupVaultName": "nightly",
                "ScheduleExpression": "cron(0 5 ? * * *)",
                "Lifecycle": {"DeleteAfterDays": 35},
            }
        ],
    }
)
backup.create_backup_selection(
    BackupPlanId=plan["BackupPlanId"],
    BackupSelection={"SelectionName": "tables", "IamRoleArn": role, "Resources": [table]},
)
passed = control("/_mock/clock", {"advance": "3 days"})

job = backup.start_backup_job(BackupVaultName="nightly", ResourceArn=table, IamRoleArn=role)
job_states = until(lambda: backup.describe_backup_job(BackupJobId=job["BackupJobId"]), "State")
points = [
    point["RecoveryPointArn"]
    for page in backup.get_paginator("list_recovery_points_by_backup_vault").paginate(
        BackupVaultName="nightly", PaginationConfig={"PageSize": 1}
    )
    for point in page["RecoveryPoints"]
]
restore = backup.start_restore_job(
    RecoveryPointArn=points[0], IamRoleArn=role, Metadata={"targetTableName": "orders-again"}
)
restore_states = until(lambda: backup.describe_restore_job(RestoreJobId=restore["RestoreJobId"]), "Status")

system = efs.create_file_system(CreationToken="home", Tags=[{"Key": "Name", "Value": "home"}])
efs_states = until(
    lambda: efs.describe_file_systems(FileSystemId=system["FileSystemId"])["FileSystems"][0], "LifeCycleState"
)
efs.tag_resource(ResourceId=system["FileSystemId"], Tags=[{"Key": "x", "Value": "y"}, {"Key": "z", "Value": ""}])
efs.untag_resource(ResourceId=system["FileSystemId"], TagKeys=["x", "z"])
try:
    fsx.describe_file_systems(FileSystemIds=["fs-0123456789abcdef0"])
    missing = None
except ClientError as error:
    missing = error.response["Error"]["Code"]

print(
    json.dumps(
        {
            "vault": vault["BackupVaultArn"],
            "created": vault["CreationDate"].isoformat(),
            "again": again,
            "planned": passed["jobs"],
            "job": job_states,
            "points": len(points),
            "restore": restore_states,
            "efs": efs_states,
            "tags": efs.list_tags_for_resource(ResourceId=system["FileSystemId"])["Tags"],
            "missing": missing,
        }
    )
)
