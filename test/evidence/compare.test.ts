import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CallStep,
  compare,
  describeDifference,
  type EvidenceRecord,
  type EvidenceStep,
} from "aws-backup-mock/evidence";
import { OverHttp } from "../support/over-http";

const http = new OverHttp();
const wire = new OverHttp({ sdk: false });
beforeAll(() => Promise.all([http.open(), wire.open()]));
afterAll(() => Promise.all([http.close(), wire.close()]));

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";

const recordWith = (steps: readonly EvidenceStep[], more: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  title: "A record of this test",
  source: "https://docs.aws.amazon.com/aws-backup/",
  date: "2024-05",
  confidence: "documented",
  services: ["backup", "efs", "fsx"],
  steps,
  ...more,
});

const createVault: CallStep = {
  call: "backup.CreateBackupVault",
  input: { BackupVaultName: "nightly" },
  save: { vaultArn: "BackupVaultArn", tail: { path: "BackupVaultArn", part: "backup-vault:(.+)$" } },
};

const startJob: CallStep = {
  call: "backup.StartBackupJob",
  input: { BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role },
  save: { job: "BackupJobId", point: "RecoveryPointArn" },
};

const withTable = { fixture: { resources: [{ arn: table }] } };

/** Records that hold, by what each of them shows. */
const holding: Readonly<Record<string, EvidenceRecord>> = {
  "an output is compared by the members that are named": recordWith([
    { ...createVault, output: { BackupVaultName: "nightly" } },
  ]),
  "a call without expectations has to succeed": recordWith([createVault]),
  "the special forms": recordWith([
    {
      ...createVault,
      output: {
        BackupVaultArn: { $matches: "^arn:aws:backup:us-east-1:\\d{12}:backup-vault:nightly$" },
        CreationDate: { $date: "2026-01-01T00:00:00Z" },
        EncryptionKeyArn: { $absent: true },
        BackupVaultName: { $present: true },
      },
    },
    {
      call: "backup.ListTags",
      input: { ResourceArn: "${vaultArn}" },
      output: { Tags: {} },
    },
  ]),
  "lists as a whole, by length, and by what they contain": recordWith([
    {
      call: "efs.CreateFileSystem",
      input: {
        CreationToken: "a",
        Tags: [
          { Key: "team", Value: "data" },
          { Key: "tier", Value: "gold" },
        ],
      },
      output: { Tags: [{ Key: "team" }, { Value: "gold" }] },
      save: { fs: "FileSystemId" },
    },
    { call: "efs.ListTagsForResource", input: { ResourceId: "${fs}" }, output: { Tags: { $length: 2 } } },
    {
      call: "efs.DescribeFileSystems",
      output: { FileSystems: { $contains: [{ Tags: { $contains: [{ Key: "tier" }] } }] } },
    },
  ]),
  "saved values in inputs, outputs and patterns, whole and in part": recordWith([
    { ...createVault, output: { BackupVaultArn: "${vaultArn}" } },
    {
      call: "backup.DescribeBackupVault",
      input: { BackupVaultName: "${tail}" },
      output: { BackupVaultArn: { $matches: "^${vaultArn}$" }, BackupVaultName: "${tail}" },
    },
  ]),
  "an error by name, code, status, message and members": recordWith([
    createVault,
    {
      call: "backup.CreateBackupVault",
      input: { BackupVaultName: "nightly" },
      error: {
        name: "AlreadyExistsException",
        status: 400,
        message: "Backup vault with the same name already exists",
        members: { Arn: "${vaultArn}", CreatorRequestId: { $present: true } },
      },
    },
    {
      call: "efs.DescribeFileSystems",
      input: { FileSystemId: "fs-0123456789abcdef0" },
      error: { name: "FileSystemNotFound", code: "FileSystemNotFound", status: 404 },
    },
  ]),
  "a poll repeats the call until its answer fits": recordWith(
    [
      createVault,
      startJob,
      {
        call: "backup.DescribeBackupJob",
        input: { BackupJobId: "${job}" },
        output: { State: "COMPLETED" },
        poll: true,
      },
    ],
    withTable,
  ),
  "the clock is advanced and settled, from the instant of the options": recordWith(
    [
      createVault,
      startJob,
      { settle: true },
      {
        call: "backup.DescribeBackupJob",
        input: { BackupJobId: "${job}" },
        output: { State: "COMPLETED", CreationDate: { $date: "2020-02-29T00:00:00Z" } },
      },
      { advance: "1 day" },
      {
        call: "backup.ListBackupJobs",
        input: { ByCreatedAfter: { $date: "2020-02-28T00:00:00Z" } },
        output: { BackupJobs: { $length: 1 } },
      },
      {
        call: "backup.ListBackupJobs",
        input: { ByCreatedAfter: { $date: "2020-03-01T00:00:00Z" } },
        output: { BackupJobs: [] },
      },
    ],
    { ...withTable, options: { now: "2020-02-29T00:00:00Z", durations: "5 minutes" } },
  ),
  "calls in other Regions and accounts": recordWith([
    createVault,
    {
      ...createVault,
      in: { region: "eu-west-1", accountId: "222222222222" },
      output: { BackupVaultArn: "arn:aws:backup:eu-west-1:222222222222:backup-vault:nightly" },
    },
    {
      call: "backup.ListBackupVaults",
      in: { accountId: "222222222222" },
      output: { BackupVaultList: { $contains: [] } },
    },
  ]),
  "texts in braces that are no references stay": recordWith([
    {
      call: "efs.CreateFileSystem",
      input: { CreationToken: "${aws:username}" },
      output: { CreationToken: "${aws:username}" },
    },
  ]),
};

describe.each([
  ["in process", {}],
  ["over HTTP", { connect: http.connect }],
  ["over HTTP, without an SDK", { connect: wire.connect }],
])("records that hold, %s", (_way, options) => {
  test.each(Object.entries(holding))("%s", async (_what, record) => {
    expect(await compare(record, options)).toEqual([]);
  });
});

/** The differences of a record with these steps, without what they have in common. */
async function differencesOf(steps: readonly EvidenceStep[], more: Partial<EvidenceRecord> = {}) {
  const differences = await compare(recordWith(steps, more));
  return differences.map(({ record, ...difference }) => difference);
}

describe("what differs", () => {
  const describeVault = (output: NonNullable<CallStep["output"]>): readonly CallStep[] => [
    createVault,
    { call: "backup.DescribeBackupVault", input: { BackupVaultName: "nightly" }, output },
  ];
  const call = "backup.DescribeBackupVault";

  test.each<[string, NonNullable<CallStep["output"]>, object]>([
    [
      "another value",
      { NumberOfRecoveryPoints: 1 },
      { path: "output.NumberOfRecoveryPoints", expected: 1, received: 0 },
    ],
    [
      "a member that is missing",
      { LockDate: { $present: true } },
      { path: "output.LockDate", expected: { $present: true }, received: undefined },
    ],
    [
      "a member that should be missing",
      { Locked: { $absent: true } },
      { path: "output.Locked", expected: { $absent: true }, received: false },
    ],
    [
      "a text that does not match",
      { BackupVaultName: { $matches: "^weekly$" } },
      { path: "output.BackupVaultName", expected: { $matches: "^weekly$" }, received: "nightly" },
    ],
    [
      "another instant",
      { CreationDate: { $date: "2026-01-02T00:00:00Z" } },
      {
        path: "output.CreationDate",
        expected: { $date: "2026-01-02T00:00:00Z" },
        received: { $date: "2026-01-01T00:00:00.000Z" },
      },
    ],
    [
      "an instant where a text is expected",
      { CreationDate: "2026-01-01T00:00:00Z" },
      {
        path: "output.CreationDate",
        expected: "2026-01-01T00:00:00Z",
        received: { $date: "2026-01-01T00:00:00.000Z" },
      },
    ],
  ])("%s", async (_what, output, difference) => {
    expect(await differencesOf(describeVault(output))).toEqual([{ step: 2, call, ...difference }]);
  });

  test("each wrong item of a list, or the list where its length is wrong", async () => {
    const tags = (Tags: NonNullable<CallStep["output"]>[string]): readonly CallStep[] => [
      {
        call: "efs.CreateFileSystem",
        input: { CreationToken: "a", Tags: [{ Key: "team", Value: "data" }] },
        output: { Tags },
      },
    ];
    const step = { step: 1, call: "efs.CreateFileSystem" };
    const received = [{ Key: "team", Value: "data" }];
    expect(await differencesOf(tags([{ Key: "team", Value: "ops" }]))).toEqual([
      { ...step, path: "output.Tags.0.Value", expected: "ops", received: "data" },
    ]);
    expect(await differencesOf(tags([]))).toEqual([{ ...step, path: "output.Tags", expected: [], received }]);
    expect(await differencesOf(tags({ $length: 2 }))).toEqual([
      { ...step, path: "output.Tags", expected: { $length: 2 }, received },
    ]);
    expect(await differencesOf(tags({ $contains: [{ Key: "team" }, { Key: "tier" }] }))).toEqual([
      { ...step, path: "output.Tags", expected: { $contains: [{ Key: "tier" }] }, received },
    ]);
  });

  test("an error that did not come, and one that should not have come", async () => {
    const missing = { name: "ResourceNotFoundException" };
    expect(await differencesOf([{ call: "backup.ListBackupVaults", error: missing }])).toEqual([
      { step: 1, call: "backup.ListBackupVaults", path: "error", expected: missing, received: undefined },
    ]);
    expect(
      await differencesOf([{ call: "efs.DescribeFileSystemPolicy", input: { FileSystemId: "fs-01234567" } }]),
    ).toEqual([
      {
        step: 1,
        call: "efs.DescribeFileSystemPolicy",
        path: "error",
        expected: undefined,
        received: expect.objectContaining({ name: "FileSystemNotFound", status: 404 }),
      },
    ]);
  });

  test("every fact of an error", async () => {
    const error = {
      name: "FileSystemMissing",
      code: "Missing",
      status: 400,
      message: "It is missing.",
      members: { FileSystemId: "fs-01234567" },
    };
    const differences = await differencesOf([
      { call: "efs.DescribeFileSystems", input: { FileSystemId: "fs-01234567" }, error },
    ]);
    expect(differences.map(({ path }) => path)).toEqual([
      "error.name",
      "error.code",
      "error.status",
      "error.message",
      "error.members.FileSystemId",
    ]);
  });

  test("a value that could not be saved, and the calls that need it", async () => {
    const differences = await differencesOf([
      { ...createVault, save: { key: "EncryptionKeyArn" } },
      { call: "backup.DescribeBackupVault", input: { BackupVaultName: "${key}" } },
      { call: "backup.DescribeBackupVault", input: { BackupVaultName: "nightly" } },
    ]);
    expect(differences).toEqual([
      expect.objectContaining({ step: 1, path: "output.EncryptionKeyArn", received: undefined }),
      expect.objectContaining({ step: 2, path: "input", expected: "${key}" }),
    ]);
  });

  test("a fixture or options that the mock refuses, before any step", async () => {
    const steps = [createVault];
    expect(await differencesOf(steps, { options: { region: "nowhere" } })).toEqual([
      {
        step: 0,
        path: "options",
        expected: "accepted",
        received: expect.stringContaining('the Region "nowhere"'),
      },
    ]);
    expect(
      await differencesOf(steps, { fixture: { backup: { vaults: [{ BackupVaultName: "!" }] } } }),
    ).toEqual([
      { step: 0, path: "fixture", expected: "accepted", received: expect.stringContaining("vaults[0]") },
    ]);
  });

  test("an operation that the mock does not know, as any other difference", async () => {
    expect(await differencesOf([{ call: "backup.InventVault" }])).toEqual([
      expect.objectContaining({ path: "error", received: expect.objectContaining({ name: "MockError" }) }),
    ]);
  });

  test("the nearest of the answers to a poll that never fits", async () => {
    const differences = await differencesOf(
      [
        createVault,
        startJob,
        {
          call: "backup.DescribeBackupJob",
          input: { BackupJobId: "${job}" },
          output: { State: "RUNNING", BackupVaultName: "weekly" },
          poll: true,
        },
      ],
      withTable,
    );
    expect(differences).toEqual([
      expect.objectContaining({ path: "output.BackupVaultName", expected: "weekly", received: "nightly" }),
    ]);
  });
});

describe("where records come from", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-evidence-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (content: string): string => {
    const path = join(folder, "records.json");
    writeFileSync(path, content);
    return path;
  };
  const right = recordWith([createVault], { title: "Right" });
  const wrong = recordWith([{ ...createVault, output: { BackupVaultName: "weekly" } }], { title: "Wrong" });

  test("a record, a list of records, a file of either by path or URL", async () => {
    expect(await compare(right)).toEqual([]);
    expect(await compare([right, wrong])).toEqual([expect.objectContaining({ record: "Wrong" })]);
    expect(await compare(file(JSON.stringify(right)))).toEqual([]);
    expect(await compare(pathToFileURL(file(JSON.stringify([right, wrong]))))).toHaveLength(1);
  });

  test("each record has a mock of its own", async () => {
    expect(await compare([right, right])).toEqual([]);
  });

  test("a file that is not there, and one that is no JSON", async () => {
    await expect(compare(join(folder, "missing.json"))).rejects.toMatchObject({
      code: "InvalidRecord",
      message: expect.stringMatching(/^Cannot read .*missing\.json: .+; give a JSON file of records\.$/),
    });
    await expect(compare(file("{"))).rejects.toMatchObject({ code: "InvalidRecord" });
  });

  test("a difference as lines for people", async () => {
    const [difference] = await compare(wrong);
    expect(difference && describeDifference(difference)).toBe(
      'step 1 (backup.CreateBackupVault), output.BackupVaultName:\n  expected "weekly"\n  received "nightly"',
    );
  });
});
