import {
  GetRestoreJobMetadataCommand,
  GetRestoreTestingPlanCommand,
  PutBackupVaultAccessPolicyCommand,
  PutRestoreValidationResultCommand,
} from "@aws-sdk/client-backup";
import { account, clients, orders, pointId, role } from "./restore-tests-support";

test("on schedule, a plan restores the latest point of each protected resource, and then deletes the restored resources", async () => {
  const { aws, client, planArn, jobs, describe, run } = await account({
    points: [
      { RecoveryPointArn: pointId("old"), ResourceArn: orders, CreationDate: "3 days ago" },
      { RecoveryPointArn: pointId("new"), ResourceArn: orders, CreationDate: "1 day ago" },
      { RecoveryPointArn: pointId("other"), ResourceArn: clients, CreationDate: "2 days ago" },
    ],
  });
  expect(await run()).toEqual(["other", "new"]);
  const { RestoreTestingPlan } = await client.send(
    new GetRestoreTestingPlanCommand({ RestoreTestingPlanName: "daily" }),
  );
  expect(RestoreTestingPlan?.LastExecutionTime).toEqual(new Date("2026-03-05T05:00:00Z"));
  const [, first] = await jobs();
  expect(first).toMatchObject({
    CreatedBy: { RestoreTestingPlanArn: planArn },
    IamRoleArn: role,
    Status: "PENDING",
  });
  await aws.clock.advance("70 seconds");
  const job = await describe(first?.RestoreJobId);
  expect(job).toMatchObject({ Status: "COMPLETED", DeletionStatus: "DELETING" });
  expect(job.CreatedResourceArn).toMatch(/:table\/awsbackup-restore-test-/);
  const restored = aws.state.backup.resources.get(job.CreatedResourceArn ?? "");
  expect(restored?.tags).toHaveProperty("awsbackup-restore-test");
  await aws.settle();
  expect(await describe(first?.RestoreJobId)).toMatchObject({ DeletionStatus: "SUCCESSFUL" });
  expect(aws.state.backup.resources.get(job.CreatedResourceArn ?? "")).toBeUndefined();
});

test("a restored resource stays until it is validated", async () => {
  const { aws, client, jobs, describe, run } = await account({ selection: { ValidationWindowHours: 3 } });
  await run();
  const [created] = await jobs();
  await aws.clock.advance("1 hour");
  const job = await describe(created?.RestoreJobId);
  expect(job).toMatchObject({ Status: "COMPLETED", ValidationStatus: "VALIDATING" });
  expect(job.DeletionStatus).toBeUndefined();
  await client.send(
    new PutRestoreValidationResultCommand({ RestoreJobId: job.RestoreJobId, ValidationStatus: "SUCCESSFUL" }),
  );
  await aws.settle();
  expect(await describe(job.RestoreJobId)).toMatchObject({
    ValidationStatus: "SUCCESSFUL",
    DeletionStatus: "SUCCESSFUL",
  });
});

test("the validation window expires", async () => {
  const { aws, jobs, describe, run } = await account({ selection: { ValidationWindowHours: 3 } });
  await run();
  const [job] = await jobs();
  await aws.clock.advance("4 hours");
  expect(await describe(job?.RestoreJobId)).toMatchObject({
    ValidationStatus: "TIMED_OUT",
    DeletionStatus: "SUCCESSFUL",
  });
});

test("overrides replace inferred metadata", async () => {
  const { client, jobs, run } = await account({
    selection: { RestoreMetadataOverrides: { ENCRYPTIONTYPE: "KMS", kmsMasterKeyArn: "alias/mine" } },
  });
  await run();
  const [job] = await jobs();
  const { Metadata } = await client.send(
    new GetRestoreJobMetadataCommand({ RestoreJobId: job?.RestoreJobId }),
  );
  expect(Metadata).toEqual({
    deletionProtection: "false",
    encryptionType: "KMS",
    kmsMasterKeyArn: "alias/mine",
    targetTableName: expect.stringMatching(/^awsbackup-restore-test-/),
  });
});

test("the number of concurrent tests is limited; tests that cannot start in the window fail", async () => {
  const tables = Array.from(
    { length: 45 },
    (_, index) => `arn:aws:dynamodb:us-east-1:123456789012:table/t${index}`,
  );
  const { aws, jobs, run } = await account({
    points: [],
    plan: { StartWindowHours: 1 },
    options: { durations: { restoreJob: "2 hours" } },
  });
  aws.seed({
    resources: tables.map(arn => ({ arn })),
    backup: { recoveryPoints: tables.map(ResourceArn => ({ ResourceArn })) },
  });
  expect(await run()).toHaveLength(40);
  await aws.clock.advance("1 hour");
  const failed = (await jobs()).filter(({ Status }) => Status === "FAILED");
  expect(failed).toHaveLength(5);
  expect(failed[0]?.StatusMessage).toBe(
    "Restore job was unable to start within the specified start window. Try increasing your start window.",
  );
});

test("a test fails if its vault's policy denies it", async () => {
  const { client, jobs, run } = await account();
  await client.send(
    new PutBackupVaultAccessPolicyCommand({
      BackupVaultName: "Default",
      Policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny", Principal: "*", Action: "backup:StartRestoreJob", Resource: "*" }],
      }),
    }),
  );
  await run();
  expect(await jobs()).toMatchObject([
    { Status: "FAILED", StatusMessage: expect.stringContaining("explicit deny in a resource-based policy") },
  ]);
});

test("polling for the jobs of a test ends", async () => {
  const { jobs, run } = await account({
    options: { clock: "auto", durations: { restoreTestStart: "2 hours" } },
  });
  await run();
  let reads = 0;
  while (!(await jobs()).some(({ Status }) => Status === "COMPLETED")) expect(++reads).toBeLessThan(9);
});

test("the start of tests can be spread over the window", async () => {
  const { aws, jobs, run } = await account({ options: { durations: { restoreTestStart: "2 hours" } } });
  expect(await run()).toEqual([]);
  await aws.clock.advance("2 hours");
  expect(await jobs()).toHaveLength(1);
});

test("the deletion of what a test restored can fail, and leaves the resource there", async () => {
  const { aws, jobs, describe, run } = await account();
  aws.next("backup.restoreJobs", { DeletionStatus: "DELETING" }).takes("2 hours").fails("It is in use.");
  await run();
  const [job] = await jobs();
  await aws.clock.advance("1 hour");
  expect(await describe(job?.RestoreJobId)).toMatchObject({ DeletionStatus: "DELETING" });
  await aws.clock.advance("2 hours");
  const after = await describe(job?.RestoreJobId);
  expect(after).toMatchObject({
    Status: "COMPLETED",
    DeletionStatus: "FAILED",
    DeletionStatusMessage: "It is in use.",
  });
  expect(aws.state.backup.resources.get(after.CreatedResourceArn ?? "")).toBeDefined();
});
