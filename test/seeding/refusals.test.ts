import { type Fixture, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-4111-8111-111111111111";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const point = "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111";
const subnet = "subnet-0123456789abcdef0";
const lustre = {
  FileSystemType: "LUSTRE",
  StorageCapacity: 1200,
  SubnetIds: [subnet],
  LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
};

const refused = (fixture: unknown): string => {
  const aws = mockAws();
  const message = failure(() => aws.seed(fixture as Fixture));
  return message.slice(message.indexOf("\n  ") + 3);
};

test("a key or directory cannot be seeded twice in a fixture", () => {
  expect(refused({ fsx: { kmsKeys: [{ Arn: key, KeyState: "Disabled" }, { Arn: key }] } })).toBe(
    `fsx.kmsKeys[1]: KMS key ${key} already exists`,
  );
  const directories = [{ DomainName: "corp.example.com" }, { DomainName: "Corp.example.com" }];
  expect(refused({ fsx: { activeDirectories: directories } })).toBe(
    "fsx.activeDirectories[1]: Active Directory Corp.example.com already exists",
  );
});

test.each([undefined, null, "vaults"])("%j is no fixture", fixture => {
  expect(refused(fixture)).toBe("the fixture: must be an object of services and resources");
});

test("a root volume cannot be described twice", () => {
  const root = { VolumeId: "fsvol-0000000000000000b", VolumeType: "OPENZFS", Name: "fsx" };
  const zfs = {
    FileSystemType: "OPENZFS",
    StorageCapacity: 64,
    SubnetIds: [subnet],
    OpenZFSConfiguration: {
      DeploymentType: "SINGLE_AZ_1",
      ThroughputCapacity: 64,
      RootVolumeId: root.VolumeId,
    },
  };
  expect(refused({ fsx: { fileSystems: [zfs], volumes: [root, root] } })).toBe(
    "fsx.volumes[1]: fsvol-0000000000000000b already exists",
  );
});

test("a reference to a missing resource is reported as such", () => {
  expect(refused({ fsx: { backups: [{ FileSystemId: "fs-11111111" }] } })).toBe(
    "fsx.backups[0]: File system 'fs-11111111' does not exist.",
  );
});

test("items that refer to an invalid item of the same fixture are not reported", () => {
  const fixture = {
    fsx: {
      fileSystems: [{ ...lustre, FileSystemId: "fs-0000000000000000a", StorageCapacity: 7 }],
      backups: [
        { BackupId: "backup-0000000000000000b", FileSystemId: "fs-0000000000000000a" },
        { FileSystemId: "fs-0000000000000000c" },
      ],
    },
    backup: {
      recoveryPoints: [
        {
          ResourceArn: "arn:aws:fsx:us-east-1:123456789012:file-system/fs-0000000000000000a",
          RecoveryPointArn: "arn:aws:fsx:us-east-1:123456789012:backup/backup-0000000000000000d",
        },
      ],
    },
  };
  expect(refused(fixture).match(/^ *\S+(?=: )/gm)).toEqual(["fsx.fileSystems[0]", "  fsx.backups[1]"]);
});

test("an invalid date is refused with the valid forms", () => {
  const message =
    'backup.recoveryPoints[0]: CreationDate is not a date; give a Date, ISO 8601, epoch milliseconds or seconds, or a time relative to the mock\'s clock, such as "3 days ago" or "in 2 hours"';
  expect(refused({ backup: { recoveryPoints: [{ ResourceArn: table, CreationDate: "soon" }] } })).toBe(
    message,
  );
});

test("seeding emits no events", () => {
  const aws = mockAws();
  aws.seed({
    resources: [{ arn: table }],
    efs: { fileSystems: [{ Backup: true }] },
    backup: {
      vaults: [{ BackupVaultName: "copies" }],
      recoveryPoints: [{ ResourceArn: table, RecoveryPointArn: point }],
      copyJobs: [
        {
          RecoveryPointArn: point,
          SourceBackupVaultName: "Default",
          DestinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:copies",
          IamRoleArn: "arn:aws:iam::123456789012:role/backup",
        },
      ],
    },
  });
  expect(aws.events()).toEqual([]);
});
