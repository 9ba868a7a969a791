import type { ListScanJobsInput } from "@aws-sdk/client-backup";
import { accountId, BackupVaultName, backedUp, continuous, infected } from "./scan-jobs-support";
import { role, scannerRole, volume } from "./world";

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

test("malware is found in backups of an infected resource, and shown with the point", async () => {
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

test("an incremental scan is based on the newest scanned point, or becomes a full scan", async () => {
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

test("every state emits an event in the documented form", async () => {
  const { aws, RecoveryPointArn, scanned } = await backedUp();
  const { ScanJobId, ScanId } = await scanned();
  const events = [...aws.events()].filter(event => event["detail-type"] === "Scan Job State Change");
  expect(events.map(({ detail }) => detail["state"])).toEqual(["CREATED", "RUNNING", "COMPLETED"]);
  expect(events[2]).toMatchObject({
    resources: [RecoveryPointArn],
    detail: {
      accountId,
      backupVaultName: BackupVaultName,
      creationDate: "2026-03-01T00:00:30Z",
      completionDate: "2026-03-01T00:05:40Z",
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

test("scan jobs are listed by every filter, and counted", async () => {
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

test("a repeated token starts no second scan", async () => {
  const { client, scan } = await backedUp();
  const first = await scan({ IdempotencyToken: "once" });
  expect((await scan({ IdempotencyToken: "once" })).ScanJobId).toBe(first.ScanJobId);
  expect((await client.listScanJobs({})).ScanJobs).toHaveLength(1);
});

test("scans of a resource are queued; the oldest fails when the queue is full", async () => {
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

test("scan results of a continuous backup are available for each point in time", async () => {
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
