import { nearest, suggestion, typingErrors } from "../../src/model/nearest";

test.each([
  ["vaults", "vaults", 0],
  ["vaults", "VAULTS", 0],
  ["vault", "vaults", 1],
  ["vaultss", "vaults", 1],
  ["vualts", "vaults", 1],
  ["vaukts", "vaults", 1],
  ["", "now", 3],
  ["now", "", 3],
  ["regoin", "region", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("between %j and %j: %i", (a, b, errors) => {
  expect(typingErrors(a, b)).toBe(errors);
  expect(typingErrors(b, a)).toBe(errors);
});

describe("the nearest of the known names", () => {
  const known = ["vaults", "plans", "recoveryPoints", "backupJobs", "copyJobs"];

  test.each([
    ["vault", "vaults"],
    ["Plans", "plans"],
    ["recoverypoint", "recoveryPoints"],
    ["copyjbos", "copyJobs"],
  ])("%j is %j", (name, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });

  test.each(["ec2", "jobs", "", "recovery", "backupPlans"])("%j has none", name => {
    expect(nearest(name, known)).toBeUndefined();
  });

  test("is the one with the fewest errors, and of two the first", () => {
    expect(nearest("abcdef", ["abcxyf", "abcdxf"])).toBe("abcdxf");
    expect(nearest("abcdef", ["abcdeX", "abcdXf"])).toBe("abcdeX");
  });

  test("of a very long name is found at once", () => {
    expect(nearest("v".repeat(10_000_000), known)).toBeUndefined();
  });
});

describe("a message ends", () => {
  test("with the nearest name", () => {
    expect(suggestion("vualts", ["vaults", "plans"])).toBe('did you mean "vaults"?');
  });

  const members = [
    "BackupVaultArn",
    "BackupVaultName",
    "MaxRetentionDays",
    "MinRetentionDays",
    "SNSTopicArn",
  ];

  test.each([
    ["VaultName", '"BackupVaultName"'],
    ["name", '"BackupVaultName"'],
    ["Retention", '"MaxRetentionDays" or "MinRetentionDays"'],
    ["TopicARN", '"SNSTopicArn"'],
  ])("for %s with the names that share the most words with it: %s", (name, meant) => {
    expect(suggestion(name, members)).toBe(`did you mean ${meant}?`);
  });

  test("with three of these at most", () => {
    const jobs = ["backupJobs", "copyJobs", "restoreJobs", "scanJobs"];
    expect(suggestion("jobs", jobs)).toBe('did you mean "backupJobs", "copyJobs" or "restoreJobs"?');
    expect(suggestion("backupPlans", [...jobs, "plans", "reportPlans"])).toBe('did you mean "plans"?');
  });

  test("with the known names where none is like it, but not with very many", () => {
    expect(suggestion("ec2", ["vaults", "plans"])).toBe("choose one of vaults, plans");
    expect(suggestion(undefined, ["vaults", "plans"])).toBe("choose one of vaults, plans");
    const many = Array.from({ length: 22 }, (_, index) => `name${index}`);
    expect(suggestion("ec2", many)).toBe(`choose one of ${many.slice(0, 16).join(", ")} … and 6 more`);
  });

  test("at once for a very long name", () => {
    expect(suggestion("Ab".repeat(5_000_000), members)).toMatch(/^choose one of /);
  });
});
