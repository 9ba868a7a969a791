import {
  checkOutput,
  type ReadInput,
  readInput,
  type ServiceName,
  type Violation,
  violationMessage,
} from "../../src/model/index";
import { operationNamed } from "../support/model-walk";
import { cpuTime } from "./cpu-time";

/** What a body of about 8 MB can hold. */
const bodySize = 8_000_000;
const repeat = <T>(item: T): T[] =>
  new Array<T>(Math.ceil(bodySize / (JSON.stringify(item).length + 1))).fill(item);

const longText = "a".repeat(bodySize);

const rule = (members: object) => ({ RuleName: "daily", TargetBackupVaultName: "main", ...members });
const plan = (Rules: unknown) => ({ BackupPlan: { BackupPlanName: "plan", Rules } });
const selection = (members: object) => ({
  BackupPlanId: "plan",
  BackupSelection: { SelectionName: "all", IamRoleArn: "role", ...members },
});
const efsTags = (Tags: unknown) => ({ ResourceId: "fs-0123456789abcdef0", Tags });
const optIn = (preference: object) => ({ ResourceTypeOptInPreference: preference });
const manyKeys = (value: unknown) =>
  Object.fromEntries(Array.from({ length: 250_000 }, (_, index) => [`key${index}!`, value]));

const refused: readonly (readonly [what: string, service: ServiceName, operation: string, input: unknown])[] =
  [
    ["millions of empty tags", "efs", "TagResource", efsTags(repeat({}))],
    ["many valid tags", "efs", "TagResource", efsTags(repeat({ Key: "a", Value: "b" }))],
    ["tags with long keys", "efs", "TagResource", efsTags(new Array(10).fill({ Key: longText, Value: "b" }))],
    [
      "more items than a list may have",
      "fsx",
      "UntagResource",
      { ResourceARN: longText, TagKeys: repeat("a") },
    ],
    ["more broken items than a list may have", "fsx", "DescribeVolumes", { VolumeIds: repeat("x") }],
    ["nulls in a list", "backup", "CreateBackupSelection", selection({ Resources: repeat(null) })],
    ["items of a wrong type", "backup", "CreateBackupSelection", selection({ Resources: repeat(1) })],
    [
      "valid items without a maximum",
      "backup",
      "CreateBackupSelection",
      selection({ Resources: repeat("a") }),
    ],
    ["structures without members", "backup", "CreateBackupPlan", plan(repeat({}))],
    ["valid structures", "backup", "CreateBackupPlan", plan([rule({ IndexActions: repeat({}) })])],
    [
      "valid structures in many lists",
      "backup",
      "CreateBackupPlan",
      plan(new Array(100).fill(rule({ IndexActions: new Array(25_000).fill({}) }))),
    ],
    [
      "unknown enum values",
      "backup",
      "PutBackupVaultNotifications",
      { BackupVaultName: "main", SNSTopicArn: "topic", BackupVaultEvents: repeat("x") },
    ],
    ["a long enum value", "efs", "CreateFileSystem", { PerformanceMode: longText }],
    ["a long text for a number", "backup", "ListBackupJobs", { MaxResults: longText }],
    ["a long text for a pattern", "backup", "CreateBackupVault", { BackupVaultName: longText }],
    ["many map entries", "backup", "TagResource", { ResourceArn: "arn", Tags: manyKeys("value") }],
    ["many broken map entries", "backup", "UpdateRegionSettings", optIn(manyKeys(1))],
    ["a list in place of a structure", "backup", "CreateBackupPlan", { BackupPlan: repeat({}) }],
  ];

describe("a large request", () => {
  test.each(refused)("with %s is refused quickly, by a short message", (_what, service, operation, input) => {
    let violations: readonly Violation[] = [];
    let message = "";
    const read = () => {
      ({ violations } = readInput(operationNamed(service, operation), input));
      message = violationMessage(violations);
    };
    expect(cpuTime(read)).toBeLessThan(1_000);
    expect(violations.length).toBeGreaterThan(0);
    expect(violations.length).toBeLessThanOrEqual(10);
    expect(message.length).toBeLessThan(250_000);
  });

  test("with a long map key has a message that repeats it only once", () => {
    const { violations } = readInput(
      operationNamed("backup", "UpdateRegionSettings"),
      optIn({ [longText]: 1 }),
    );
    expect(violationMessage(violations).length).toBeLessThan(longText.length + 50_000);
  });

  test("with many unknown members is read quickly and copied without them", () => {
    const input = { ...manyKeys(1), BackupVaultName: "main" };
    let read: ReadInput | undefined;
    const time = cpuTime(() => {
      read = readInput(operationNamed("backup", "CreateBackupVault"), input);
    });
    expect(time).toBeLessThan(1_000);
    expect(read).toMatchObject({ value: { BackupVaultName: "main" }, exact: false });
  });

  test("of deeply nested values is followed only as deep as its shape", () => {
    let deep: unknown = [];
    for (let level = 0; level < 1_000_000; level++) deep = [deep];
    const read = (operation: string, input: unknown) => {
      const { violations } = readInput(operationNamed("backup", operation), input);
      expect(violations).toMatchObject([{ kind: "type" }]);
    };
    const readAll = () => {
      for (const rules of [deep, [deep], [rule({ Lifecycle: deep })]]) read("CreateBackupPlan", plan(rules));
      read("CreateBackupSelection", selection({ Resources: deep }));
    };
    expect(cpuTime(readAll)).toBeLessThan(1_000);
  });
});

describe("the violations of an input", () => {
  const read = (Tags: unknown): ReadInput => readInput(operationNamed("efs", "TagResource"), efsTags(Tags));

  test("are the first ten, and the message counts these", () => {
    expect(read([{}, {}, {}, {}]).violations).toHaveLength(8);
    const { violations } = read([{}, {}, {}, {}, {}, {}]);
    expect(violations.map(({ path }) => path)).toEqual(
      [1, 2, 3, 4, 5].flatMap(index => [`tags.${index}.member.key`, `tags.${index}.member.value`]),
    );
    expect(violationMessage(violations)).toMatch(/^10 validation errors detected: /);
  });

  test("of a collection come before those of its items, so that ten broken items do not hide it", () => {
    const { violations } = readInput(operationNamed("fsx", "TagResource"), {
      ResourceARN: "arn:aws:fsx:us-east-1:123456789012:file-system/fs-0123456789abcdef0",
      Tags: new Array(51).fill({}),
    });
    expect(violations).toHaveLength(10);
    expect(violations[0]).toMatchObject({ kind: "length", path: "tags" });
    expect(violations[1]).toMatchObject({ kind: "required", path: "tags.1.member.key" });
  });

  test("repeat a value of up to 20,000 characters whole, and cut a longer one", () => {
    const messageOf = (length: number) => {
      const input = { FileSystemId: "fs-0123456789abcdef0", Policy: "x".repeat(length) };
      return violationMessage(readInput(operationNamed("efs", "PutFileSystemPolicy"), input).violations);
    };
    expect(messageOf(20_000)).toBe("0 validation errors detected: ");
    expect(messageOf(20_001)).toBe(
      `1 validation error detected: Value '${"x".repeat(20_000)}...' at 'policy' failed to satisfy constraint: Member must have length less than or equal to 20000`,
    );
  });

  test("say so when lists and maps have too many items in all, wherever the last ones are", () => {
    const rules = [
      rule({ IndexActions: new Array(60_000).fill({}) }),
      rule({ IndexActions: new Array(60_000).fill({}) }),
    ];
    const { violations } = readInput(operationNamed("backup", "CreateBackupPlan"), plan(rules));
    expect(violations).toMatchObject([{ kind: "length", path: "backupPlan.rules.2.member.indexActions" }]);
    expect(violationMessage(violations)).toMatch(
      /: Lists and maps of a request must have at most 100000 items in all$/,
    );
    const half = plan([rule({ IndexActions: new Array(60_000).fill({}) })]);
    expect(readInput(operationNamed("backup", "CreateBackupPlan"), half).violations).toEqual([]);
  });
});

describe("the problems of a large stubbed output", () => {
  test("are the first thousand, found quickly", () => {
    const { output } = operationNamed("backup", "ListBackupVaults");
    const [vaults, members] = [{ BackupVaultList: repeat({ Colour: 1 }) }, manyKeys(1)];
    expect(cpuTime(() => expect(checkOutput(output, vaults)).toHaveLength(1_000))).toBeLessThan(500);
    expect(cpuTime(() => expect(checkOutput(output, members)).toHaveLength(1_000))).toBeLessThan(500);
  });

  test("repeat only the beginning of a long enum value", () => {
    const [problem] = checkOutput(operationNamed("backup", "DescribeBackupJob").output, { State: longText });
    expect(problem?.message).toMatch(/^State must be one of .*, not "a{200}\.\.\."$/);
  });
});
