import {
  GetRestoreJobMetadataCommand,
  InvalidRequestException,
  ListRestoreJobsByProtectedResourceCommand,
  ListRestoreJobsCommand,
  MissingParameterValueException,
  PutBackupVaultAccessPolicyCommand,
  PutRestoreValidationResultCommand,
  ResourceNotFoundException,
  type StartRestoreJobCommandInput,
} from "@aws-sdk/client-backup";
import { refused } from "../../support/refusal";
import { account, invalid } from "./restore-jobs-support";
import { here, table } from "./world";

describe("StartRestoreJob refuses", () => {
  test("input that is missing, malformed or mismatched", async () => {
    const { aws, start } = account();
    await expect(start({ Metadata: undefined })).rejects.toEqual(expect.any(MissingParameterValueException));
    const wrong: Partial<StartRestoreJobCommandInput>[] = [
      { IamRoleArn: "restore" },
      { ResourceType: "EBS" },
      { Metadata: {} },
      { Metadata: { targetTableName: "a", speed: "high" } },
      { Metadata: { targetTableName: "a".repeat(210_000) } },
    ];
    for (const input of wrong) await refused({ aws }, () => start(input), invalid);
  });

  test("a point that does not exist, is unfinished or has expired", async () => {
    const { aws, start } = account();
    const RecoveryPointArn = `arn:aws:backup:us-east-1:${here}:recovery-point:gone`;
    await refused({ aws }, () => start({ RecoveryPointArn }), { name: ResourceNotFoundException.name });
    const { backup } = aws.seed({
      backup: {
        recoveryPoints: [
          { ResourceArn: table, Status: "CREATING" },
          { ResourceArn: table, Status: "EXPIRED" },
        ],
      },
    });
    for (const point of backup.recoveryPoints) {
      const input = { RecoveryPointArn: point.RecoveryPointArn };
      await refused({ aws }, () => start(input), { name: InvalidRequestException.name });
    }
  });

  test("what the vault's access policy denies", async () => {
    const { aws, client, start } = account();
    const deny = { Effect: "Deny", Principal: { AWS: "*" }, Action: "backup:StartRestoreJob", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    await client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName: "Default", Policy }));
    await refused({ aws }, () => start(), { name: "AccessDeniedException" });
  });
});

test("unknown jobs and resources are not found", async () => {
  const { aws, client, describe } = account();
  const missing = { name: ResourceNotFoundException.name };
  const RestoreJobId = "unknown";
  await refused({ aws }, () => describe(RestoreJobId), missing);
  await refused({ aws }, () => client.send(new GetRestoreJobMetadataCommand({ RestoreJobId })), missing);
  const validate = (id: string | undefined) =>
    client.send(new PutRestoreValidationResultCommand({ RestoreJobId: id, ValidationStatus: "SUCCESSFUL" }));
  await refused({ aws }, () => validate(RestoreJobId), missing);
  const list = (ResourceArn: string) =>
    client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn }));
  await refused({ aws }, () => list(`arn:aws:dynamodb:us-east-1:${here}:table/none`), missing);
  await refused({ aws }, () => list("orders"), invalid);
  const badToken = () => client.send(new ListRestoreJobsCommand({ NextToken: "?" }));
  await refused({ aws }, badToken, invalid);
});
