import { checkOutput, type ServiceName } from "../../src/model/index";
import { operationNamed } from "../support/model-walk";

function problems(service: ServiceName, name: string, output: unknown): readonly string[] {
  return checkOutput(operationNamed(service, name).output, output).map(({ message }) => message);
}

describe("a stubbed output", () => {
  test("is accepted when the service could return it, even if members are missing", () => {
    const vault = {
      BackupVaultName: "aws/efs/automatic-backup-vault",
      CreationDate: new Date(0),
      Locked: undefined,
    };
    expect(problems("backup", "ListBackupVaults", { BackupVaultList: [vault], $metadata: {} })).toEqual([]);
    expect(problems("backup", "ListBackupVaults", {})).toEqual([]);
    expect(problems("backup", "DeleteBackupVault", undefined)).toEqual([]);
  });

  test("is refused for an unknown member, with a suggestion", () => {
    expect(problems("backup", "DescribeBackupVault", { backupVaultName: "main", Colour: "red" })).toEqual([
      'backupVaultName is not a member of DescribeBackupVaultOutput; did you mean "BackupVaultName"?',
      expect.stringMatching(
        /^Colour is not a member of DescribeBackupVaultOutput; choose one of BackupVaultName, BackupVaultArn, /,
      ),
    ]);
  });

  test("is refused for values of a wrong type, each with its path", () => {
    const output = {
      BackupVaultList: [{ CreationDate: "2025-01-01" }, { Locked: "yes" }, 5],
      NextToken: null,
    };
    expect(problems("backup", "ListBackupVaults", output)).toEqual([
      "BackupVaultList[0].CreationDate must be a Date, not a string",
      "BackupVaultList[1].Locked must be a boolean, not a string",
      "BackupVaultList[2] must be an object, not a number",
      "NextToken must be a string, not null",
    ]);
    expect(problems("backup", "ListTags", { Tags: { "a key": 1 } })).toEqual([
      'Tags["a key"] must be a string, not a number',
    ]);
    expect(problems("backup", "ListTags", [])).toEqual(["The output must be an object, not a list"]);
  });

  test("is refused for an unknown enum value", () => {
    expect(problems("backup", "DescribeBackupJob", { State: "DONE" })).toEqual([
      expect.stringMatching(/^State must be one of CREATED, PENDING, .*, not "DONE"$/),
    ]);
  });

  test("is refused when it contains itself or is nested too deeply", () => {
    const fileSystem: { AdministrativeActions?: unknown } = {};
    fileSystem.AdministrativeActions = [{ TargetFileSystemValues: fileSystem }];
    expect(problems("fsx", "DescribeFileSystems", { FileSystems: [fileSystem] })).toEqual([
      "FileSystems[0].AdministrativeActions[0].TargetFileSystemValues must not contain itself",
    ]);
    let deep: Record<string, unknown> = {};
    for (let level = 0; level < 50_000; level++)
      deep = { AdministrativeActions: [{ TargetFileSystemValues: deep }] };
    expect(problems("fsx", "DescribeFileSystems", { FileSystems: [deep] })).toEqual([
      expect.stringMatching(/is nested too deeply$/),
    ]);
  });
});
