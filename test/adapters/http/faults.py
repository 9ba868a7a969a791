"""A job is made to fail, held and released, time is moved, and the future is read, with boto3 and the control paths.

Prints what it saw as JSON.
"""

import json
import sys
import urllib.request

import boto3
from botocore.exceptions import ClientError

endpoint, table = sys.argv[1:]
backup = boto3.client("backup", endpoint_url=endpoint)
role = "arn:aws:iam::123456789012:role/backup"


def control(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{endpoint}/_mock/{path}", data)) as response:
        return json.load(response)


account = boto3.client("sts", endpoint_url=endpoint).get_caller_identity()["Account"]
control("seed", {"backup": {"vaults": [{"BackupVaultName": "nightly"}]}, "resources": [{"arn": table}]})
control("snapshot", {"name": "seeded"})
control("stub", {"operation": "DescribeBackupVault", "rejects": {"name": "AccessDeniedException", "message": "No."}})
try:
    backup.describe_backup_vault(BackupVaultName="nightly")
    refused = None
except ClientError as error:
    refused = error.response["Error"]

control("nextJob", {"resourceArn": table, "fails": "The table is being restored."})
job = backup.start_backup_job(BackupVaultName="nightly", ResourceArn=table, IamRoleArn=role)["BackupJobId"]
control("hold", {"id": job})
control("clock", {"advance": "1 hour"})
held = backup.describe_backup_job(BackupJobId=job)["State"]
control("release", {"id": job})
control("clock", {"until": {"event": "Backup Job State Change", "detail": {"state": "FAILED"}}})
failed = backup.describe_backup_job(BackupJobId=job)

plan = backup.create_backup_plan(
    BackupPlan={
        "BackupPlanName": "tables",
        "Rules": [
            {
                "RuleName": "daily",
                "TargetBackupVaultName": "nightly",
                "ScheduleExpression": "cron(0 5 ? * * *)",
                "Lifecycle": {"DeleteAfterDays": 35},
            }
        ],
    }
)["BackupPlanId"]
backup.create_backup_selection(
    BackupPlanId=plan,
    BackupSelection={"SelectionName": "orders", "IamRoleArn": role, "Resources": [table]},
)
forecast = control("forecast", {"for": "30 days"})
outcomes = [run["outcome"] for run in forecast["runs"]]

added = control("changes?since=seeded")["backup"]["backupJobs"]["added"]
control("rollback", {"name": "seeded"})
print(
    json.dumps(
        {
            "account": account,
            "refused": [refused["Code"], refused["Message"]],
            "held": held,
            "failed": [failed["State"], failed["StatusMessage"]],
            "forecast": {outcome: outcomes.count(outcome) for outcome in outcomes},
            "added": len(added),
            "left": len(backup.list_backup_jobs()["BackupJobs"]),
            "pending": control("pending"),
        }
    )
)
