import { runInNewContext } from "node:vm";
import { readInput, type ServiceName, violationMessage } from "../../src/model/index";
import { operationNamed } from "../support/model-walk";

const createVault = operationNamed("backup", "CreateBackupVault");
const createPlan = operationNamed("backup", "CreateBackupPlan");
const createSelection = operationNamed("backup", "CreateBackupSelection");

describe("an input that the service accepts", () => {
  test("is copied with AWS's member names and instants as epoch milliseconds", () => {
    const createdAfter = new Date("2025-03-01T12:00:00.250Z");
    const { value, violations, exact } = readInput(operationNamed("backup", "ListBackupJobs"), {
      ByState: "COMPLETED",
      ByCreatedAfter: createdAfter,
      MaxResults: 10,
    });
    expect(value).toEqual({ MaxResults: 10, ByState: "COMPLETED", ByCreatedAfter: createdAfter.getTime() });
    expect({ violations, exact }).toEqual({ violations: [], exact: true });
  });

  test("is an independent copy, deeply frozen", () => {
    const tags = { team: "storage" };
    const rule = { RuleName: "daily", TargetBackupVaultName: "main", RecoveryPointTags: tags };
    const { value } = readInput(createPlan, { BackupPlan: { BackupPlanName: "plan", Rules: [rule] } });
    rule.RuleName = "changed";
    Object.assign(tags, { team: "changed" });
    expect(value).toEqual({
      BackupPlan: {
        BackupPlanName: "plan",
        Rules: [{ RuleName: "daily", TargetBackupVaultName: "main", RecoveryPointTags: { team: "storage" } }],
      },
    });
    const frozen = (part: unknown): boolean =>
      typeof part !== "object" ||
      part === null ||
      (Object.isFrozen(part) && Object.values(part).every(frozen));
    expect(frozen(value)).toBe(true);
  });

  test("has the model's order of members, not the caller's", () => {
    const one = readInput(createVault, { BackupVaultTags: {}, BackupVaultName: "main" });
    const other = readInput(createVault, { BackupVaultName: "main", BackupVaultTags: {} });
    expect(Object.keys(one.value)).toEqual(Object.keys(other.value));
  });

  test("can be undefined when nothing is required", () => {
    expect(readInput(operationNamed("backup", "ListBackupVaults"), undefined)).toEqual({
      value: {},
      violations: [],
      exact: true,
    });
  });

  test("can leave a required idempotency token to the client", () => {
    expect(readInput(operationNamed("efs", "CreateFileSystem"), {}).violations).toEqual([]);
  });

  test("can have a Date of another realm, such as a test environment's", () => {
    const foreign: unknown = runInNewContext("new Date(5)");
    expect(readInput(operationNamed("backup", "ListBackupJobs"), { ByCreatedAfter: foreign }).value).toEqual({
      ByCreatedAfter: 5,
    });
  });

  test("can name the vault of automatic EFS backups and resource types with spaces", () => {
    const name = "aws/efs/automatic-backup-vault";
    expect(
      readInput(operationNamed("backup", "ListRecoveryPointsByBackupVault"), { BackupVaultName: name })
        .violations,
    ).toEqual([]);
    expect(readInput(createVault, { BackupVaultName: name }).violations).toEqual([]);
    expect(readInput(createVault, { BackupVaultName: "aws/rds/other" }).violations).toHaveLength(1);
    const preference = { "Storage Gateway": true, "SAP HANA on Amazon EC2": false };
    const settings = { ResourceTypeOptInPreference: preference };
    expect(readInput(operationNamed("backup", "UpdateRegionSettings"), settings).violations).toEqual([]);
  });

  test("is measured in code points, not in UTF-16 units", () => {
    const tag = operationNamed("efs", "TagResource");
    const tags = (key: string) => ({ ResourceId: "fs-0123456789abcdef0", Tags: [{ Key: key, Value: "" }] });
    expect(readInput(tag, tags("𠀀".repeat(128))).violations).toEqual([]);
    expect(readInput(tag, tags("𠀀".repeat(129))).violations).toMatchObject([{ kind: "length" }]);
  });
});

describe("a member without effect", () => {
  test("is dropped when the operation does not have it; the input is then not exact", () => {
    const { value, violations, exact } = readInput(createVault, { BackupVaultName: "main", Colour: "red" });
    expect({ value, violations, exact }).toEqual({
      value: { BackupVaultName: "main" },
      violations: [],
      exact: false,
    });
    const nested = {
      BackupPlan: {
        BackupPlanName: "p",
        Rules: [{ RuleName: "r", TargetBackupVaultName: "main", Colour: 1 }],
      },
    };
    expect(readInput(createPlan, nested).exact).toBe(false);
  });

  test("is ignored when it is undefined", () => {
    const input = {
      BackupVaultName: "main",
      Colour: undefined,
      EncryptionKeyArn: undefined,
      BackupVaultTags: { a: undefined },
    };
    expect(readInput(createVault, input)).toEqual({
      value: { BackupVaultName: "main", BackupVaultTags: {} },
      violations: [],
      exact: true,
    });
  });

  test("is dropped when it is null, as the client drops it; a null list item is refused", () => {
    const { value, violations, exact } = readInput(createVault, {
      BackupVaultName: "main",
      EncryptionKeyArn: null,
    });
    expect({ value, violations, exact }).toEqual({
      value: { BackupVaultName: "main" },
      violations: [],
      exact: false,
    });
    const selection = { SelectionName: "s", IamRoleArn: "role", Resources: ["arn", null] };
    expect(
      readInput(createSelection, { BackupPlanId: "p", BackupSelection: selection }).violations,
    ).toMatchObject([{ kind: "required", path: "backupSelection.resources.2.member" }]);
  });
});

describe("the message for an invalid input", () => {
  const textOf = (service: ServiceName, name: string, input: unknown) =>
    violationMessage(readInput(operationNamed(service, name), input).violations);

  test("has AWS's wording, for one violation and for several", () => {
    expect(textOf("backup", "CreateBackupVault", { BackupVaultName: "a b" })).toBe(
      "1 validation error detected: Value 'a b' at 'backupVaultName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\-\\_]{2,50}$",
    );
    expect(textOf("backup", "CreateBackupPlan", { BackupPlan: { Rules: [{ RuleName: "a b" }] } })).toBe(
      "3 validation errors detected: Value null at 'backupPlan.backupPlanName' failed to satisfy constraint: Member must not be null; " +
        "Value 'a b' at 'backupPlan.rules.1.member.ruleName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9\\-\\_\\.]{1,50}$; " +
        "Value null at 'backupPlan.rules.1.member.targetBackupVaultName' failed to satisfy constraint: Member must not be null",
    );
  });

  test("describes lengths, ranges and enums as AWS does", () => {
    expect(textOf("backup", "ListBackupVaults", { MaxResults: 0 })).toContain(
      "Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
    );
    expect(textOf("efs", "CreateFileSystem", { PerformanceMode: "fast" })).toContain(
      "Value 'fast' at 'performanceMode' failed to satisfy constraint: Member must satisfy enum value set: [generalPurpose, maxIO]",
    );
    expect(textOf("efs", "CreateFileSystem", { CreationToken: "x".repeat(65) })).toContain(
      "at 'creationToken' failed to satisfy constraint: Member must have length less than or equal to 64",
    );
  });

  test("reports the items of a list once, with all of their constraints", () => {
    expect(textOf("fsx", "DescribeVolumes", { VolumeIds: ["fsvol-1", "fsvol-2"] })).toBe(
      "1 validation error detected: Value '[fsvol-1, fsvol-2]' at 'volumeIds' failed to satisfy constraint: Member must satisfy constraint: " +
        "[Member must have length less than or equal to 23, Member must have length greater than or equal to 23, Member must satisfy regular expression pattern: ^(fsvol-[0-9a-f]{17,})$]",
    );
  });

  test("names the type that was given in place of another", () => {
    expect(textOf("backup", "ListBackupJobs", { ByCreatedAfter: "2025-01-01" })).toContain(
      "Value at 'byCreatedAfter' failed to satisfy constraint: Member must be a Date, not a string",
    );
    expect(textOf("backup", "ListBackupJobs", { ByCreatedAfter: new Date(Number.NaN) })).toContain(
      "not an invalid Date",
    );
    expect(textOf("backup", "ListBackupJobs", { MaxResults: "10" })).toContain(
      "must be an integer, not a string",
    );
    expect(textOf("backup", "CreateBackupPlan", { BackupPlan: [] })).toContain(
      "must be an object, not a list",
    );
    expect(textOf("backup", "ListBackupJobs", "all of them")).toContain("Value at 'input' failed");
  });

  test("does not repeat sensitive values or map keys", () => {
    const configuration = { SvmAdminPassword: "hunter", Name: "svm", FileSystemId: "fs-0123456789abcdef0" };
    const { violations } = readInput(operationNamed("fsx", "CreateStorageVirtualMachine"), configuration);
    expect(violations).toMatchObject([
      { kind: "length", path: "svmAdminPassword", sensitive: true },
      { kind: "pattern", path: "svmAdminPassword", sensitive: true },
    ]);
    expect(violations[0]?.message).toMatch(/^Value at 'svmAdminPassword' failed/);
    expect(JSON.stringify(violations)).not.toContain("hunter");
    const tags = readInput(createVault, {
      BackupVaultName: "main",
      BackupVaultTags: { secretKey: 1 },
    }).violations;
    expect(tags).toMatchObject([{ kind: "type", path: "backupVaultTags", sensitive: true }]);
    expect(JSON.stringify(tags)).not.toContain("secretKey");
  });
});
