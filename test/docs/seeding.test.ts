import { Backup } from "@aws-sdk/client-backup";
import { type Fixture, mockAws, type ResourceSeed } from "aws-backup-mock";
import { backupCollections } from "../../src/seeding/backup";
import { efsCollections } from "../../src/seeding/efs";
import { fsxCollections } from "../../src/seeding/fsx";
import { pageOf, rowNamesOf } from "./page";

const fixture: Fixture = {
  backup: {
    vaults: [{ BackupVaultName: "nightly", Locked: true, MinRetentionDays: 7 }],
    recoveryPoints: [
      {
        BackupVaultName: "nightly",
        ResourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        CreationDate: "40 days ago", // on the mock's clock; or a Date, ISO 8601, epoch milliseconds
        Lifecycle: { DeleteAfterDays: 90 },
      },
    ],
  },
  efs: { fileSystems: [{ CreationToken: "files", Tags: [{ Key: "Name", Value: "home" }] }] },
  resources: [
    { arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders", tags: { stage: "prod" } },
    { arn: "arn:aws:ec2:us-east-1:123456789012:volume/vol-1", sizeInBytes: 8 * 1024 ** 3, infected: true },
    {
      arn: "arn:aws:cloudformation:us-east-1:123456789012:stack/shop/5c9be0a0",
      members: [
        "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        "arn:aws:ec2:us-east-1:123456789012:volume/vol-1",
      ],
    },
  ],
};

test("a fixture is seeded", () => {
  const aws = mockAws();

  const { backup, efs } = aws.seed(fixture);
  expect(efs.fileSystems[0]?.FileSystemId).toMatch(/^fs-/);
  expect(backup.recoveryPoints[0]).toMatchObject({ Status: "COMPLETED", ResourceType: "DynamoDB" });
});

test("a backup of a stack includes its members, and a scan finds malware in one of them", async () => {
  const aws = mockAws();
  aws.seed(fixture);
  const client = aws.attach(new Backup());
  const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
  const BackupVaultName = "nightly";
  const [, volume, stack] = fixture.resources ?? [];
  await client.startBackupJob({ BackupVaultName, ResourceArn: stack?.arn, IamRoleArn });
  await aws.settle();
  const { RecoveryPoints = [] } = await client.listRecoveryPointsByBackupVault({ BackupVaultName });
  expect(RecoveryPoints.map(({ ResourceType }) => ResourceType).sort()).toEqual([
    "CloudFormation",
    "DynamoDB",
    "DynamoDB",
    "EBS",
  ]);
  const { ScanJobId } = await client.startScanJob({
    BackupVaultName,
    RecoveryPointArn: RecoveryPoints.find(point => point.ResourceArn === volume?.arn)?.RecoveryPointArn,
    IamRoleArn,
    ScannerRoleArn: IamRoleArn,
    MalwareScanner: "GUARDDUTY",
    ScanMode: "FULL_SCAN",
  });
  await aws.settle();
  const { ScanResult } = await client.describeScanJob({ ScanJobId });
  expect(ScanResult).toEqual({ ScanResultStatus: "THREATS_FOUND" });
});

/** Every member of a resource; a missing one does not compile. */
const members: Readonly<Record<keyof ResourceSeed, true>> = {
  arn: true,
  type: true,
  name: true,
  tags: true,
  sizeInBytes: true,
  encryptionKeyArn: true,
  infected: true,
  members: true,
};

test("the page lists every member of a resource", () => {
  const [, section = ""] = pageOf("seeding.md").split("\n## Resources of other services\n");
  expect(rowNamesOf(section)).toEqual(Object.keys(members));
});

test.each([
  ["backup", backupCollections],
  ["efs", efsCollections],
  ["fsx", fsxCollections],
])("the page names every list of %s", (service, collections) => {
  const page = pageOf("seeding.md");
  const row = new RegExp(`^\\| \`${service}\` +\\| (.+?) +\\|$`, "m").exec(page)?.[1] ?? "";
  const names = [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(Object.keys(collections).sort());
});
