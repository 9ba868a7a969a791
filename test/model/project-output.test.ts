import { projectOutput, type Seen } from "../../src/model/index";
import { operationNamed } from "../support/model-walk";

const output = (name: string) => operationNamed("backup", name).output;

const vault = Object.freeze({
  BackupVaultName: "main",
  CreationDate: 1_700_000_000_000,
  Locked: false,
  NumberOfRecoveryPoints: 0,
  policy: "{}",
});

describe("an output", () => {
  test("has the members of its shape only, with instants as Dates", () => {
    expect(projectOutput(output("DescribeBackupVault"), vault)).toStrictEqual({
      BackupVaultName: "main",
      CreationDate: new Date(1_700_000_000_000),
      Locked: false,
      NumberOfRecoveryPoints: 0,
    });
    expect(projectOutput(output("CreateBackupVault"), vault)).toStrictEqual({
      BackupVaultName: "main",
      CreationDate: new Date(1_700_000_000_000),
    });
  });

  test("leaves out absent members, whatever records were projected before", () => {
    const shape = output("ListBackupVaults");
    const records = [
      vault,
      { ...vault, Locked: undefined },
      { BackupVaultName: "bare" },
      vault,
      { extra: true, ...vault },
    ];
    const shown = projectOutput(shape, { BackupVaultList: records, NextToken: undefined });
    const full = projectOutput(output("DescribeBackupVault"), vault);
    const { Locked: _, ...unlocked } = full;
    expect(shown).toStrictEqual({
      BackupVaultList: [full, unlocked, { BackupVaultName: "bare" }, full, full],
    });
  });

  test("is an independent copy: changing it changes no record and no other output", () => {
    const shape = output("ListTags");
    const record = Object.freeze({ Tags: Object.freeze({ team: "storage" }) });
    const first = projectOutput(shape, record);
    Object.assign(Object(first).Tags, { team: "changed" });
    Object.assign(first, { NextToken: "changed" });
    expect(projectOutput(shape, record)).toStrictEqual({ Tags: { team: "storage" } });
  });

  test("is empty for an operation without output", () => {
    expect(projectOutput(output("DeleteBackupVault"), undefined)).toStrictEqual({});
    expect(projectOutput(output("DeleteBackupVault"), vault)).toStrictEqual({});
  });

  test("keeps a map key named __proto__ as data", () => {
    const Tags: unknown = JSON.parse('{"__proto__": "value", "a": "b"}');
    const { Tags: shown } = projectOutput(output("ListTags"), { Tags });
    expect(Object.getPrototypeOf(shown)).toBe(Object.prototype);
    expect(Object.entries(Object(shown))).toEqual([
      ["__proto__", "value"],
      ["a", "b"],
    ]);
  });

  test("is correct for more sets of keys than the layout cache holds", () => {
    const members = output("DescribeBackupVault").members.filter(({ target }) => target.type === "string");
    for (let round = 0; round < 2; round++) {
      for (let count = 1; count <= members.length; count++) {
        const record = Object.fromEntries(members.slice(0, count).map(({ name }) => [name, "x"]));
        expect(projectOutput(output("DescribeBackupVault"), record)).toStrictEqual(record);
      }
    }
  });

  test("restores a recorded input", () => {
    const { input } = operationNamed("backup", "ListBackupJobs");
    expect(projectOutput(input, { ByCreatedAfter: 5, MaxResults: 3 })).toStrictEqual({
      MaxResults: 3,
      ByCreatedAfter: new Date(5),
    });
  });
});

describe("the earliest next change of records in flight", () => {
  const job = (at: number, inFlight: boolean) => ({ BackupJobId: `job-${at}`, next: { at, inFlight } });

  test("is found at any depth", () => {
    const seen: Seen = { due: undefined };
    const BackupJobs = [job(30, true), job(10, false), job(20, true), { BackupJobId: "done" }];
    const shown = projectOutput(
      output("ListBackupJobs"),
      { BackupJobs, next: { at: 40, inFlight: true } },
      seen,
    );
    expect(seen.due).toBe(20);
    expect(JSON.stringify(shown)).not.toContain("next");
  });

  test("does not replace an earlier one", () => {
    const seen: Seen = { due: 5 };
    projectOutput(output("DescribeBackupJob"), job(20, true), seen);
    expect(seen.due).toBe(5);
  });

  test("ignores records that are not part of the output", () => {
    const seen: Seen = { due: undefined };
    projectOutput(output("DescribeBackupVault"), { ...vault, job: job(20, true) }, seen);
    expect(seen.due).toBeUndefined();
  });
});
