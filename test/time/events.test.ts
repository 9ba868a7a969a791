import type { BusEvent } from "aws-backup-mock";
import { accountWithAllEvents } from "./all-events";

/** The members of an event's detail. Those with a question mark are optional. */
type Row = readonly [state: string, ...members: string[]];

const job = [
  "backupJobId state creationDate backupVaultArn backupVaultName bytesTransferred startBy iamRoleArn",
  "resourceArn resourceType percentDone createdBy?",
].join(" ");
const copy = [
  "copyJobId state creationDate iamRoleArn resourceArn resourceType sourceBackupVaultArn",
  "destinationBackupVaultArn destinationRecoveryPointArn createdBy?",
].join(" ");
const restore = "restoreJobId backupSizeInBytes creationDate iamRoleArn percentDone resourceType status";
const point = [
  "backupVaultName backupVaultArn creationDate iamRoleArn resourceType resourceArn status isEncrypted storageClass",
  "createdBy? lifecycle? calculatedLifeCycle?",
].join(" ");
const index = [
  "recoveryPointArn accountId indexStatus iamRoleArn resourceType backupVaultArn indexCreationTime",
  "isIndexingContinuous sourceResourceArn backupCreationTime",
].join(" ");
const scan = [
  "accountId backupVaultArn backupVaultName creationDate iamRoleArn scannerRoleArn recoveryPointArn",
  "scanBaseRecoveryPointArn? resourceArn resourceType scanJobId malwareScanner state createdBy?",
].join(" ");

/** The documented events (Developer Guide, "Monitoring AWS Backup events using Amazon EventBridge"). */
const documented: Readonly<Record<string, readonly Row[]>> = {
  "Backup Job State Change": [
    ["CREATED", "backupJobId state creationDate"],
    ["RUNNING", job, "expectedCompletionDate backupSizeInBytes"],
    ["ABORTING", job],
    ["ABORTED", job, "statusMessage completionDate"],
    ["COMPLETED", job, "backupSizeInBytes? completionDate retryCount statusMessage?"],
    ["FAILED", job, "statusMessage retryCount"],
    ["EXPIRED", job, "statusMessage completionDate"],
    ["PARTIAL", job, "statusMessage completionDate backupSizeInBytes"],
  ],
  "Copy Job State Change": [
    ["CREATED", "creationDate state sourceBackupVaultArn destinationBackupVaultArn"],
    ["RUNNING", copy, "backupSizeInBytes"],
    ["COMPLETED", copy, "backupSizeInBytes completionDate"],
    ["FAILED", copy, "backupSizeInBytes? completionDate statusMessage"],
    ["PARTIAL", copy, "backupSizeInBytes completionDate statusMessage"],
  ],
  "Restore Job State Change": [
    ["CREATED", "restoreJobId creationDate state"],
    ["PENDING", restore, "restoreTestingPlanArn?"],
    ["RUNNING", restore, "restoreTestingPlanArn?"],
    [
      "COMPLETED",
      restore,
      "backupVaultArn recoveryPointArn sourceResourceArn createdResourceArn completionDate restoreTestingPlanArn?",
    ],
    ["ABORTED", restore],
    ["FAILED", restore, "statusMessage"],
  ],
  "Recovery Point State Change": [
    ["CREATING", point],
    ["COMPLETED", point, "completionDate"],
    ["PARTIAL", point, "completionDate"],
    ["AVAILABLE", point, "completionDate"],
    ["STOPPED", point, "completionDate"],
    ["EXPIRED", point, "completionDate"],
    ["DELETING", point, "completionDate?"],
  ],
  "Recovery Point Index State Change": [
    ["ACTIVE", index, "indexCompletionTime indexStatusMessage"],
    ["FAILED", index, "indexStatusMessage"],
    ["DELETED", index, "indexDeletionTime indexStatusMessage"],
  ],
  "Scan Job State Change": [
    ["CREATED", scan],
    ["RUNNING", scan, "scanId"],
    ["COMPLETED", scan, "scanId scanResult statusMessage completionDate"],
    ["COMPLETED_WITH_ISSUES", scan, "scanId scanResult statusMessage completionDate"],
    ["FAILED", scan, "scanId? statusMessage completionDate"],
    ["CANCELED", scan, "scanId statusMessage completionDate"],
  ],
  "Backup Vault State Change": [
    ["CREATED", "backupVaultName state"],
    ["MODIFIED", "backupVaultName state isLocked"],
    ["DELETED", "backupVaultName state"],
  ],
  "Backup Plan State Change": [
    ["CREATED", "backupPlanId versionId state creationDate"],
    ["MODIFIED", "backupPlanId versionId state modifiedAt"],
    ["DELETED", "backupPlanId versionId state deletionDate"],
  ],
  "Region Setting State Change": [["MODIFIED", "modifiedAt ResourceTypeOptInPreference state"]],
};

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const arn = (service: string) => new RegExp(`^arn:aws:${service}:[a-z0-9-]*:\\d*:.+`);

/** The forms of values. Those with a detail type apply to its events only. */
const forms: Readonly<Record<string, unknown>> = {
  creationDate: instant,
  completionDate: instant,
  startBy: instant,
  modifiedAt: instant,
  deletionDate: instant,
  indexCreationTime: instant,
  indexCompletionTime: instant,
  indexDeletionTime: instant,
  backupCreationTime: instant,
  expectedCompletionDate: /^Mar \d\d?, 2026 (1[0-2]|[1-9]):[0-5]\d:[0-5]\d [AP]M$/,
  bytesTransferred: /^\d+$/,
  backupSizeInBytes: /^\d+$/,
  "Copy Job State Change.backupSizeInBytes": expect.any(Number),
  percentDone: expect.any(Number),
  retryCount: expect.any(Number),
  isEncrypted: /^(true|false)$/,
  isLocked: /^(true|false)$/,
  isIndexingContinuous: expect.any(Boolean),
  storageClass: /^(WARM|COLD)$/,
  accountId: /^\d{12}$/,
  backupVaultArn: arn("backup"),
  sourceBackupVaultArn: arn("backup"),
  destinationBackupVaultArn: arn("backup"),
  iamRoleArn: arn("iam"),
  scannerRoleArn: arn("iam"),
  versionId: /^[A-Za-z0-9+/]{48}$/,
  // The service puts quotation marks around the failure texts of backup jobs.
  "Backup Job State Change.statusMessage": /^".+"$/,
  "Copy Job State Change.statusMessage": /^[^"].*[^"]$/,
  createdBy: {
    backupPlanId: expect.any(String),
    backupPlanArn: expect.stringMatching(arn("backup")),
    backupPlanVersion: expect.any(String),
    backupPlanRuleId: expect.any(String),
  },
  "Scan Job State Change.createdBy": {
    backupPlanId: expect.any(String),
    backupPlanArn: expect.stringMatching(arn("backup")),
    backupPlanVersion: expect.any(String),
    backupRuleId: expect.any(String),
  },
  scanResult: { scanResultStatus: expect.stringMatching(/THREATS_FOUND$/) },
  ResourceTypeOptInPreference: { FSx: true },
};

/** The resource of an event, by its detail type. */
const resources: Readonly<Record<string, RegExp | undefined>> = {
  "Copy Job State Change": /recovery-point|snapshot|backup/,
  "Restore Job State Change": /recovery-point|snapshot|backup/,
  "Recovery Point State Change": /recovery-point|snapshot|backup|image/,
  "Recovery Point Index State Change": /snapshot/,
  "Scan Job State Change": /snapshot/,
  "Backup Vault State Change": /:backup-vault:/,
  "Backup Plan State Change": /:backup-plan:/,
};

const stateOf = ({ detail }: BusEvent): unknown =>
  detail["state"] ?? detail["status"] ?? detail["indexStatus"];

const scenario = accountWithAllEvents();
const eventsOf = async (type: string): Promise<BusEvent[]> =>
  (await scenario).aws.events().filter(event => event["detail-type"] === type);

const rows = Object.entries(documented).flatMap(([type, states]) =>
  states.map(([state, ...members]) => [type, state, members.join(" ").split(" ")] as const),
);

test.each(rows)("%s: %s has the documented members", async (type, state, members) => {
  const events = (await eventsOf(type)).filter(event => stateOf(event) === state);
  expect(events).not.toEqual([]);
  const always = members.filter(member => !member.endsWith("?"));
  const known = members.map(member => member.replace("?", ""));
  for (const { detail } of events) {
    expect(Object.keys(detail)).toEqual(expect.arrayContaining(always));
    expect(known).toEqual(expect.arrayContaining(Object.keys(detail)));
  }
  const optional = members.filter(member => member.endsWith("?")).map(member => member.replace("?", ""));
  for (const member of optional) {
    // The scenario must cover every optional member.
    const having = (await eventsOf(type)).filter(({ detail }) => detail[member] !== undefined);
    expect([member, having.length > 0]).toEqual([member, true]);
  }
});

test.each(Object.keys(documented))("%s: no other states are emitted", async type => {
  const states = new Set((await eventsOf(type)).map(stateOf));
  expect([...states].sort()).toEqual(documented[type]?.map(([state]) => state).sort());
});

test("no other detail types are emitted, and each event names its resource", async () => {
  const { aws } = await scenario;
  const sent = aws.events().filter(({ source }) => source === "aws.backup");
  expect([...new Set(sent.map(event => event["detail-type"]))].sort()).toEqual(
    Object.keys(documented).sort(),
  );
  for (const event of sent) {
    const form = resources[event["detail-type"]];
    const isFinishedJob =
      event["detail-type"] === "Backup Job State Change" && stateOf(event) === "COMPLETED";
    const expected = form ?? (isFinishedJob ? /recovery-point|snapshot|backup/ : undefined);
    expect(event.resources).toEqual(expected ? [expect.stringMatching(expected)] : []);
  }
});

test("values have the form that the service uses", async () => {
  const { aws } = await scenario;
  for (const event of aws.events().filter(({ source }) => source === "aws.backup")) {
    for (const [member, value] of Object.entries(event.detail)) {
      const form = forms[`${event["detail-type"]}.${member}`] ?? forms[member];
      if (form === undefined) continue;
      expect({ [member]: value }).toEqual({
        [member]: form instanceof RegExp ? expect.stringMatching(form) : form,
      });
    }
  }
});

test("every event has the envelope of the bus and a unique id, and events are in order of time", async () => {
  const { aws } = await scenario;
  const events = aws.events();
  for (const event of events) {
    expect(event).toEqual({
      version: "0",
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      "detail-type": expect.any(String),
      source: expect.stringMatching(/^aws\.(backup|sns)$/),
      account: "123456789012",
      time: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      region: "us-east-1",
      resources: expect.any(Array),
      detail: expect.any(Object),
    });
  }
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  const times = events.map(({ time }) => time);
  expect(times).toEqual([...times].sort());
});

test("a job emits each of its states once, in order", async () => {
  const paths = new Map<unknown, unknown[]>();
  for (const event of await eventsOf("Backup Job State Change")) {
    const id = event.detail["backupJobId"];
    paths.set(id, [...(paths.get(id) ?? []), stateOf(event)]);
  }
  const known = [
    ["CREATED", "RUNNING", "COMPLETED"],
    ["CREATED", "RUNNING", "PARTIAL"],
    ["CREATED", "RUNNING", "FAILED"],
    ["CREATED", "RUNNING", "EXPIRED"],
    ["CREATED", "ABORTING", "ABORTED"],
    ["CREATED", "FAILED"],
    ["CREATED", "EXPIRED"],
  ];
  for (const path of paths.values()) expect(known).toContainEqual(path);
  expect(paths.size).toBeGreaterThan(8);
});

test("the last event of a point agrees with its state, also for unfinished and deleted points", async () => {
  const { aws } = await scenario;
  const last = new Map<unknown, unknown>();
  for (const event of await eventsOf("Recovery Point State Change")) {
    last.set(event.resources[0], stateOf(event));
  }
  const present = new Map(
    [...aws.state.backup.recoveryPoints].map(made => [made.RecoveryPointArn, made.Status]),
  );
  for (const [name, state] of last) expect(state).toBe(present.get(String(name)) ?? "DELETING");
  for (const [name, state] of present) expect(last.get(name)).toBe(state);
});
