import { Backup, type ListScanJobsInput, type StartScanJobInput } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { refusal } from "../../support/refusal";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const scannerRole = `arn:aws:iam::${accountId}:role/scanner`;
const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
const infected = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0bad0bad0bad0bad0`;
const instance = `arn:aws:ec2:us-east-1:${accountId}:instance/i-0123456789abcdef0`;
const bucket = "arn:aws:s3:::orders";
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const continuous = `arn:aws:backup:us-east-1:${accountId}:recovery-point:continuous:orders-0a1b2c3d`;
const BackupVaultName = "nightly";

async function backedUp(options: MockOptions & { resource?: string } = {}) {
  const { resource = volume, ...mockOptions } = options;
  const aws = mockAws({ now: "2026-03-01T00:00:00Z", ...mockOptions });
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName }, { BackupVaultName: "safe" }],
      recoveryPoints: [
        {
          BackupVaultName,
          RecoveryPointArn: continuous,
          ResourceArn: bucket,
          Status: "AVAILABLE",
          CreationDate: "10 days ago",
          Lifecycle: { DeleteAfterDays: 35 },
        },
      ],
    },
    resources: [
      { arn: volume, name: "orders" },
      { arn: infected, infected: true },
      { arn: instance },
      { arn: bucket },
      { arn: table },
    ],
  });
  const client = aws.attach(new Backup());
  const backUp = async (ResourceArn: string) => {
    const { BackupJobId } = await client.startBackupJob({ BackupVaultName, ResourceArn, IamRoleArn: role });
    await aws.settle();
    const { RecoveryPointArn } = await client.describeBackupJob({ BackupJobId });
    return RecoveryPointArn;
  };
  const RecoveryPointArn = await backUp(resource);
  const scan = (input: Partial<StartScanJobInput> = {}) =>
    client.startScanJob({
      BackupVaultName,
      RecoveryPointArn,
      IamRoleArn: role,
      ScannerRoleArn: scannerRole,
      MalwareScanner: "GUARDDUTY",
      ScanMode: "FULL_SCAN",
      ...input,
    });
  const scanned = async (input: Partial<StartScanJobInput> = {}) => {
    const { ScanJobId } = await scan(input);
    await aws.settle();
    return client.describeScanJob({ ScanJobId });
  };
  return { aws, client, backUp, RecoveryPointArn, scan, scanned };
}

test("a poll loop sees a scan created, running and completed", async () => {
  const { aws, client, RecoveryPointArn, scan } = await backedUp();
  const { ScanJobId, CreationDate } = await scan();
  expect(CreationDate).toEqual(aws.clock.now());
  const states: (string | undefined)[] = [];
  for (let state: string | undefined; state !== "COMPLETED"; states.push(state)) {
    state = (await client.describeScanJob({ ScanJobId })).State;
  }
  expect(states).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  const job = await client.describeScanJob({ ScanJobId });
  expect(job).toMatchObject({
    AccountId: accountId,
    BackupVaultArn: `arn:aws:backup:us-east-1:${accountId}:backup-vault:nightly`,
    BackupVaultName,
    CreationDate,
    CompletionDate: aws.clock.now(),
    IamRoleArn: role,
    ScannerRoleArn: scannerRole,
    MalwareScanner: "GUARDDUTY",
    RecoveryPointArn,
    ResourceArn: volume,
    ResourceName: "orders",
    ResourceType: "EBS",
    ScanId: expect.stringMatching(/^[0-9a-f]{32}$/),
    ScanMode: "FULL_SCAN",
    ScanResult: { ScanResultStatus: "NO_THREATS_FOUND" },
    StatusMessage: "An AWS Backup scan job was successful completed.",
  });
  const { $metadata: _, ...described } = job;
  expect((await client.listScanJobs({})).ScanJobs).toEqual([described]);
});

test("malware is found in the backups of what is infected, and shown with the point", async () => {
  const { aws, client, RecoveryPointArn, scanned } = await backedUp({ resource: infected });
  expect(await scanned()).toMatchObject({ ScanResult: { ScanResultStatus: "THREATS_FOUND" } });
  const point = await client.describeRecoveryPoint({ BackupVaultName, RecoveryPointArn });
  const LastScanTimestamp = aws.clock.now();
  expect(point.ScanResults).toEqual([
    { MalwareScanner: "GUARDDUTY", ScanJobState: "COMPLETED", LastScanTimestamp, Findings: ["MALWARE"] },
  ]);
  const { RecoveryPoints } = await client.listRecoveryPointsByResource({ ResourceArn: infected });
  expect(RecoveryPoints?.[0]?.AggregatedScanResult).toEqual({
    FailedScan: false,
    Findings: ["MALWARE"],
    LastComputed: LastScanTimestamp,
  });
});

test("an incremental scan builds on the newest scanned point, or scans everything", async () => {
  const { aws, backUp, RecoveryPointArn, scanned } = await backedUp();
  expect(await scanned({ ScanMode: "INCREMENTAL_SCAN" })).toMatchObject({ ScanMode: "FULL_SCAN" });
  await aws.clock.advance("1 day");
  const second = await backUp(volume);
  const incremental = { RecoveryPointArn: second, ScanMode: "INCREMENTAL_SCAN" } as const;
  expect(await scanned(incremental)).toMatchObject({
    ScanMode: "INCREMENTAL_SCAN",
    ScanBaseRecoveryPointArn: RecoveryPointArn,
  });
  expect(await scanned({ ...incremental, ScanBaseRecoveryPointArn: RecoveryPointArn })).toMatchObject({
    ScanBaseRecoveryPointArn: RecoveryPointArn,
  });
  const gone = { ...incremental, ScanBaseRecoveryPointArn: `${RecoveryPointArn}0` };
  expect(await scanned(gone)).toMatchObject({ ScanMode: "FULL_SCAN" });
  await aws.clock.advance("366 days");
  const late = { ...incremental, RecoveryPointArn: await backUp(volume) };
  expect(await scanned({ ...late, ScanBaseRecoveryPointArn: second })).toMatchObject({
    ScanMode: "FULL_SCAN",
  });
});

test.each([
  ["FAILED", "FAILED"],
  ["PARTIAL", "COMPLETED_WITH_ISSUES"],
  ["ABORTED", "CANCELED"],
] as const)("a scan made to end in %s is %s", async (state, State) => {
  const { aws, client, RecoveryPointArn, scanned } = await backedUp();
  aws.nextJob({ type: "scan" }).fails("Scan job was stopped by user.", { state });
  expect(await scanned()).toMatchObject({ State, StatusMessage: "Scan job was stopped by user." });
  expect(await client.describeRecoveryPoint({ BackupVaultName, RecoveryPointArn })).toMatchObject({
    ScanResults: [{ ScanJobState: State, Findings: [] }],
  });
});

test("every state is an event in the documented form", async () => {
  const { aws, RecoveryPointArn, scanned } = await backedUp();
  const { ScanJobId, ScanId } = await scanned();
  const events = [...aws.events()].filter(event => event["detail-type"] === "Scan Job State Change");
  expect(events.map(({ detail }) => detail["state"])).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  expect(events[2]).toMatchObject({
    resources: [RecoveryPointArn],
    detail: {
      accountId,
      backupVaultName: BackupVaultName,
      creationDate: "2026-03-01T00:00:30.000Z",
      completionDate: "2026-03-01T00:05:40.000Z",
      iamRoleArn: role,
      scannerRoleArn: scannerRole,
      recoveryPointArn: RecoveryPointArn,
      resourceArn: volume,
      resourceType: "EBS",
      scanId: ScanId,
      scanJobId: ScanJobId,
      malwareScanner: "GUARDDUTY",
      scanResult: { scanResultStatus: "NO_THREATS_FOUND" },
    },
  });
});

test("scan jobs are listed by everything they can be listed by, and counted", async () => {
  const { aws, client, backUp, RecoveryPointArn, scanned } = await backedUp();
  await scanned();
  await aws.clock.advance("1 day");
  const bad = await backUp(infected);
  await scanned({ RecoveryPointArn: bad });
  const listed = async (filter: ListScanJobsInput) =>
    (await client.listScanJobs(filter)).ScanJobs?.map(job => job.RecoveryPointArn);
  const noon = new Date("2026-03-01T12:00:00Z");
  expect(await listed({})).toEqual([bad, RecoveryPointArn]);
  expect(await listed({ ByAccountId: "999999999999" })).toEqual([]);
  expect(await listed({ ByBackupVaultName: "safe" })).toEqual([]);
  expect(await listed({ ByCompleteAfter: noon })).toEqual([bad]);
  expect(await listed({ ByCompleteBefore: noon })).toEqual([RecoveryPointArn]);
  expect(await listed({ ByMalwareScanner: "GUARDDUTY" })).toHaveLength(2);
  expect(await listed({ ByRecoveryPointArn: bad })).toEqual([bad]);
  expect(await listed({ ByResourceArn: volume })).toEqual([RecoveryPointArn]);
  expect(await listed({ ByResourceType: "S3" })).toEqual([]);
  expect(await listed({ ByScanResultStatus: "THREATS_FOUND" })).toEqual([bad]);
  expect(await listed({ ByState: "RUNNING" })).toEqual([]);
  const { NextToken } = await client.listScanJobs({ MaxResults: 1 });
  expect(await listed({ NextToken })).toEqual([RecoveryPointArn]);

  await aws.clock.advance("1 day");
  const { ScanJobSummaries, AggregationPeriod } = await client.listScanJobSummaries({
    State: "COMPLETED",
    ResourceType: "EBS",
    ScanResultStatus: "THREATS_FOUND",
    MalwareScanner: "GUARDDUTY",
  });
  expect(AggregationPeriod).toBe("FOURTEEN_DAYS");
  expect(ScanJobSummaries).toMatchObject([
    { Count: 1, State: "COMPLETED", ResourceType: "EBS", ScanResultStatus: "THREATS_FOUND" },
  ]);
  expect(
    (await client.listScanJobSummaries({ AggregationPeriod: "ONE_DAY" })).ScanJobSummaries,
  ).toMatchObject([{ Count: 1 }, { Count: 1 }]);
});

test("the same token starts one scan", async () => {
  const { client, scan } = await backedUp();
  const first = await scan({ IdempotencyToken: "once" });
  expect((await scan({ IdempotencyToken: "once" })).ScanJobId).toBe(first.ScanJobId);
  expect((await client.listScanJobs({})).ScanJobs).toHaveLength(1);
});

test("scans of a resource wait for each other; the oldest fails when too many wait", async () => {
  const { aws, client, backUp, scan } = await backedUp({
    quotas: { runningScansPerResource: 1, queuedScansPerResource: 2 },
  });
  const points = [await backUp(volume), await backUp(volume), await backUp(volume), await backUp(volume)];
  await scan({ RecoveryPointArn: points[0] });
  await aws.clock.advance("10 seconds");
  for (const RecoveryPointArn of points.slice(1)) await scan({ RecoveryPointArn });
  const states = async () => (await client.listScanJobs({})).ScanJobs?.map(job => job.State);
  await aws.clock.advance("10 seconds");
  expect(await states()).toEqual(["CREATED", "CREATED", "FAILED", "RUNNING"]);
  await aws.settle();
  expect(await states()).toEqual(["COMPLETED", "COMPLETED", "FAILED", "COMPLETED"]);
});

test("of a continuous backup, what was scanned is known moment by moment", async () => {
  const { aws, client, scanned } = await backedUp();
  const resultAt = (at: string) =>
    client.getPITRMalwareScanResults({
      BackupVaultName,
      RecoveryPointArn: continuous,
      MalwareScanner: "GUARDDUTY",
      ScanEndTime: new Date(at),
    });
  expect(await resultAt("2026-02-25T00:00:00Z")).toMatchObject({
    ScanEndTime: new Date("2026-02-25T00:00:00Z"),
    ScanResult: { ScanResultStatus: "UNKNOWN" },
  });
  const job = await scanned({
    RecoveryPointArn: continuous,
    ContinuousScanEndTime: new Date("2026-02-26T00:00:00Z"),
  });
  expect(job).toMatchObject({
    ContinuousScanStartTime: new Date("2026-02-19T00:00:00Z"),
    ContinuousScanEndTime: new Date("2026-02-26T00:00:00Z"),
    State: "COMPLETED",
  });
  expect(await resultAt("2026-02-25T00:00:00Z")).toMatchObject({
    ScanResult: { ScanResultStatus: "NO_THREATS_FOUND" },
    LastScanJobTime: aws.clock.now(),
    ScanId: job.ScanId,
    ScanMode: "FULL_SCAN",
  });
  expect(await resultAt("2026-02-27T00:00:00Z")).toMatchObject({
    ScanResult: { ScanResultStatus: "UNKNOWN" },
  });
});

describe("what is refused", () => {
  test.each<[string, string, Partial<StartScanJobInput>, string]>([
    ["a type that is not scanned", table, {}, "InvalidRequestException"],
    ["a role that is none", volume, { IamRoleArn: "role" }, "InvalidParameterValueException"],
    ["a scanner role that is none", volume, { ScannerRoleArn: "role" }, "InvalidParameterValueException"],
    [
      "a scanner that there is not",
      volume,
      { MalwareScanner: "X" as never },
      "InvalidParameterValueException",
    ],
    ["a point that there is not", volume, { RecoveryPointArn: "x" }, "ResourceNotFoundException"],
    ["a point of another vault", volume, { BackupVaultName: "safe" }, "ResourceNotFoundException"],
    ["a vault that there is not", volume, { BackupVaultName: "gone" }, "ResourceNotFoundException"],
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
      "changes of a continuous backup",
      volume,
      { ScanMode: "INCREMENTAL_SCAN", RecoveryPointArn: continuous },
      "InvalidRequestException",
    ],
    [
      "an end of what is not continuous",
      volume,
      { ContinuousScanEndTime: new Date("2026-02-26") },
      "InvalidParameterValueException",
    ],
    [
      "an end too close to now",
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

  test("changes of a copied Amazon EC2 backup", async () => {
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

  test("jobs and results that there are not", async () => {
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
