import { Backup } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { type CreateFileSystemCommandInput, FSx } from "@aws-sdk/client-fsx";
import { MockError, mockAws } from "aws-backup-mock";
import { backupKinds } from "../../src/services/backup/kinds";
import { efsKinds } from "../../src/services/efs/kinds";
import { fsxKinds } from "../../src/services/fsx/kinds";
import { pageOf } from "./page";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";
const lustre: CreateFileSystemCommandInput = {
  FileSystemType: "LUSTRE",
  StorageCapacity: 1_200,
  SubnetIds: ["subnet-0123456789abcdef0"],
  LustreConfiguration: { DeploymentType: "PERSISTENT_1", PerUnitStorageThroughput: 50 },
};

test("failing work", async () => {
  const aws = mockAws({ clock: "manual" });
  const fsx = aws.attach(new FSx());

  aws.next("fsx.fileSystems").fails("The capacity is insufficient.");

  await fsx.createFileSystem(lustre);
  await aws.settle();
  const { FileSystems } = await fsx.describeFileSystems({});
  expect(FileSystems).toMatchObject([
    { Lifecycle: "FAILED", FailureDetails: { Message: "The capacity is insufficient." } },
  ]);
});

test("forms of outcomes", () => {
  const aws = mockAws();
  const FileSystemId = "fs-0123456789abcdef0";

  aws.next("efs.mountTargets", { FileSystemId }).takes("10 minutes");
  aws.next("fsx.administrativeActions", { AdministrativeActionType: "FILE_SYSTEM_UPDATE" }).fails("Full.");
  aws.next("fsx.volumes", { Name: expect.stringMatching(/^a/) }).fails("", { state: "MISCONFIGURED" });
  aws.next("fsx.aliases", { Lifecycle: "DELETING" }).fails("", { state: "DELETE_FAILED" });
  aws.next("backup.copyJobs").takes("2 hours").transfers(1024).fails("Access denied");

  expect(aws.pending()).toHaveLength(5);
});

test("editing a record", async () => {
  const aws = mockAws({ clock: "manual" });
  const fsx = aws.attach(new FSx());
  const { FileSystem } = await fsx.createFileSystem(lustre);
  const FileSystemId = FileSystem?.FileSystemId ?? "";
  await aws.settle();

  aws.edit("fsx.fileSystems", FileSystemId, draft => {
    draft.Lifecycle = "FAILED";
    draft.FailureDetails = { Message: "The KMS key was deleted." };
  });

  expect(aws.state.fsx.fileSystems.get(FileSystemId)?.Lifecycle).toBe("FAILED");
});

test("drift", async () => {
  const aws = mockAws();
  const efs = aws.attach(new EFS());
  const backup = aws.attach(new Backup());
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "nightly" }] },
    resources: [{ arn: table, tags: { backup: "daily" } }],
  });
  const { FileSystemId = "" } = await efs.createFileSystem({ Tags: [{ Key: "team", Value: "media" }] });
  await backup.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role });
  await aws.settle();
  const [point] = aws.state.backup.recoveryPoints;
  const pointArn = point?.RecoveryPointArn ?? "";

  aws.edit("efs.fileSystems", FileSystemId, draft => {
    draft.Tags = draft.Tags.filter(({ Key }) => Key !== "team");
  });
  aws.edit("backup.resources", table, draft => {
    draft.tags["backup"] = "never"; // plans that select by this tag no longer find it
  });
  aws.edit("backup.recoveryPoints", pointArn, draft => {
    draft.IsEncrypted = false;
    draft.CreationDate -= 40 * 24 * 60 * 60 * 1000; // instants are epoch milliseconds
  });

  expect(aws.state.backup.recoveryPoints.get(pointArn)?.IsEncrypted).toBe(false);
});

test("a refused edit", () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const locked: string = "Lokced";

  try {
    aws.edit("backup.vaults", "nightly", draft => Object.assign(draft, { [locked]: true }));
    throw new Error("not refused");
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    expect(error.message).toBe(
      `Invalid edit of backup.vaults nightly (1 problem); nothing changed:
  unknown member "Lokced"; did you mean "Locked"?`,
    );
  }
});

test("what nothing has used", async () => {
  const aws = mockAws({ clock: "manual" });
  const backup = aws.attach(new Backup());
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] });

  aws.nextJob({ resourceArn: table.replace("orders", "ordres") }).fails("no space left");
  await backup.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role });

  expect(aws.pending()[0]?.nearest).toBe("ResourceArn differs: …table/ordres, …table/orders");
  expect(() => aws.assertNoPending()).toThrow("1 outcome or stub was never used");
});

test("the page lists what can fail, and in which states", () => {
  const kinds: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    efs: efsKinds,
    fsx: fsxKinds,
    backup: backupKinds,
  };
  const rows = Object.entries(kinds).flatMap(([service, tables]) =>
    Object.entries(tables).flatMap(([name, kind]) => {
      if (typeof kind !== "object" || kind === null || !("works" in kind)) return [];
      const failures = "failures" in kind ? Object.keys(Object(kind.failures)) : [];
      return [[`${service}.${name}`, failures.map(state => `\`${state}\``).join(", ")]];
    }),
  );
  const told = [...pageOf("failures.md").matchAll(/^\| `([a-z]+\.\w+)` +\| ([^|]*?) *\|/gm)].map(
    ([, kind, states]) => [kind, states],
  );
  expect(told).toEqual(rows);
});
