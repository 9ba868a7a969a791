import type { StartScanJobInput } from "@aws-sdk/client-backup";
import { refusal } from "../../support/refusal";
import { accountId, BackupVaultName, backedUp, continuous, instance } from "./scan-jobs-support";
import { role, table, volume } from "./world";

describe("refused:", () => {
  test.each<[string, string, Partial<StartScanJobInput>, string]>([
    ["a type that cannot be scanned", table, {}, "InvalidRequestException"],
    ["an invalid role", volume, { IamRoleArn: "role" }, "InvalidParameterValueException"],
    ["an invalid scanner role", volume, { ScannerRoleArn: "role" }, "InvalidParameterValueException"],
    ["an unknown scanner", volume, { MalwareScanner: "X" as never }, "InvalidParameterValueException"],
    ["a missing point", volume, { RecoveryPointArn: "x" }, "ResourceNotFoundException"],
    ["a point of another vault", volume, { BackupVaultName: "safe" }, "ResourceNotFoundException"],
    ["a missing vault", volume, { BackupVaultName: "gone" }, "ResourceNotFoundException"],
    ["no mode", volume, { ScanMode: undefined }, "MissingParameterValueException"],
    [
      "a base for a full scan",
      volume,
      { ScanBaseRecoveryPointArn: continuous },
      "InvalidParameterValueException",
    ],
    [
      "a base of another resource",
      volume,
      { ScanMode: "INCREMENTAL_SCAN", ScanBaseRecoveryPointArn: continuous },
      "InvalidParameterValueException",
    ],
    [
      "an incremental scan of a continuous backup",
      volume,
      { ScanMode: "INCREMENTAL_SCAN", RecoveryPointArn: continuous },
      "InvalidRequestException",
    ],
    [
      "an end time for a snapshot",
      volume,
      { ContinuousScanEndTime: new Date("2026-02-26") },
      "InvalidParameterValueException",
    ],
    [
      "an end time outside the restorable range",
      volume,
      { RecoveryPointArn: continuous, ContinuousScanEndTime: new Date("2026-03-01") },
      "InvalidParameterValueException",
    ],
  ])("%s", async (_, resource, input, name) => {
    const story = await backedUp({ resource });
    expect(await refusal(story, () => story.scan(input))).toMatchObject({ name });
  });

  test("a base that was not scanned", async () => {
    const story = await backedUp();
    await story.aws.clock.advance("1 day");
    const second = await story.backUp(volume);
    const input = { RecoveryPointArn: second, ScanBaseRecoveryPointArn: story.RecoveryPointArn };
    expect(await refusal(story, () => story.scan({ ScanMode: "INCREMENTAL_SCAN", ...input }))).toMatchObject({
      name: "InvalidRequestException",
      message: expect.stringContaining("not been scanned"),
    });
  });

  test("an incremental scan of a copied Amazon EC2 backup", async () => {
    const story = await backedUp({ resource: instance });
    const { CopyJobId } = await story.client.startCopyJob({
      RecoveryPointArn: story.RecoveryPointArn,
      SourceBackupVaultName: BackupVaultName,
      DestinationBackupVaultArn: `arn:aws:backup:us-east-1:${accountId}:backup-vault:safe`,
      IamRoleArn: role,
    });
    await story.aws.settle();
    const { CopyJob } = await story.client.describeCopyJob({ CopyJobId });
    const copy = { BackupVaultName: "safe", RecoveryPointArn: CopyJob?.DestinationRecoveryPointArn };
    expect(await refusal(story, () => story.scan({ ...copy, ScanMode: "INCREMENTAL_SCAN" }))).toMatchObject({
      name: "InvalidRequestException",
    });
    expect(await story.scanned(copy)).toMatchObject({ State: "COMPLETED" });
  });

  test("a second scan of a point at the same time", async () => {
    const story = await backedUp();
    await story.scan();
    expect(await refusal(story, () => story.scan())).toMatchObject({ name: "LimitExceededException" });
  });

  test("missing jobs and results", async () => {
    const story = await backedUp();
    const { client, RecoveryPointArn } = story;
    const query = {
      BackupVaultName,
      MalwareScanner: "GUARDDUTY",
      ScanEndTime: new Date("2026-02-26"),
    } as const;
    const results = (input: object) => () =>
      client.getPITRMalwareScanResults({ ...query, RecoveryPointArn: continuous, ...input });
    expect(await refusal(story, () => client.describeScanJob({ ScanJobId: "x" }))).toMatchObject({
      name: "ResourceNotFoundException",
    });
    expect(await refusal(story, () => client.listScanJobs({ NextToken: "?" }))).toMatchObject({
      name: "InvalidParameterValueException",
    });
    expect(await refusal(story, () => client.listScanJobSummaries({ NextToken: "?" }))).toMatchObject({
      name: "InvalidParameterValueException",
    });
    expect(await refusal(story, results({ RecoveryPointArn }))).toMatchObject({
      name: "InvalidParameterValueException",
    });
    expect(await refusal(story, results({ ScanEndTime: new Date("2026-03-02") }))).toMatchObject({
      name: "InvalidParameterValueException",
    });
    expect(await refusal(story, results({ BackupVaultName: "gone" }))).toMatchObject({
      name: "ResourceNotFoundException",
    });
    expect(await refusal(story, results({ ScanEndTime: undefined }))).toMatchObject({
      name: "MissingParameterValueException",
    });
  });
});
