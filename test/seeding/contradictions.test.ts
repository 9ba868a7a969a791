import {
  Backup,
  type DescribeBackupJobOutput,
  type DescribeBackupVaultOutput,
  type DescribeRecoveryPointOutput,
} from "@aws-sdk/client-backup";
import { type Fixture, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const bucket = "arn:aws:s3:::reports";
const foreignVault = "arn:aws:backup:eu-west-1:999999999999:backup-vault:zzz";

type Seeds<Shown> = readonly { readonly [Member in keyof Shown]?: unknown }[];

const points = (...recoveryPoints: Seeds<DescribeRecoveryPointOutput>) => ({
  backup: { recoveryPoints: recoveryPoints.map(point => ({ ResourceArn: table, ...point })) },
});
const jobs = (...backupJobs: Seeds<DescribeBackupJobOutput>) => ({
  backup: { backupJobs: backupJobs.map(job => ({ ResourceArn: table, ...job })) },
});
const vaults = (...list: Seeds<DescribeBackupVaultOutput>) => ({
  backup: { vaults: list.map(vault => ({ BackupVaultName: "nightly", ...vault })) },
});

const efs = { FileSystemId: "fs-0123456789abcdef0" };
const pointId = "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111";
const framework = {
  FrameworkName: "f",
  FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
};
const testingPlan = {
  RestoreTestingPlanName: "drill",
  ScheduleExpression: "cron(0 5 ? * * *)",
  RecoveryPointSelection: {
    Algorithm: "LATEST_WITHIN_WINDOW",
    IncludeVaults: ["*"],
    RecoveryPointTypes: ["SNAPSHOT"],
  },
};

const openZfs = {
  FileSystemId: "fs-0000000000000000c",
  FileSystemType: "OPENZFS",
  StorageCapacity: 64,
  SubnetIds: ["subnet-0123456789abcdef0"],
  OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 },
};

describe("an item that contradicts its description is refused with the member and both values", () => {
  test.each<[object, string]>([
    [
      vaults({ BackupVaultArn: foreignVault }),
      `backup.vaults[0]: BackupVaultArn is "${foreignVault}", but would be "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly"; correct it or leave it out`,
    ],
    [vaults({ NumberOfRecoveryPoints: 7 }), "NumberOfRecoveryPoints is 7, but would be 0"],
    [vaults({ EncryptionKeyType: "AWS_OWNED_KMS_KEY" }), "but would be absent; leave it out"],
    [points({ BackupVaultArn: foreignVault }), `recoveryPoints[0]: BackupVaultArn is "${foreignVault}"`],
    [points({ ResourceType: "EBS" }), 'ResourceType is "EBS", but would be "DynamoDB"'],
    [points({ VaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT" }), 'but would be "BACKUP_VAULT"'],
    [
      points({ Lifecycle: { DeleteAfterDays: 10 }, CalculatedLifecycle: { DeleteAt: "in 11 days" } }),
      "CalculatedLifecycle.DeleteAt is 2026-01-12T00:00:00.000Z, but would be 2026-01-11T00:00:00.000Z",
    ],
    [points({ IndexStatusMessage: "no" }), 'IndexStatusMessage is "no", but would be absent'],
    [points({ IndexStatus: "ACTIVE" }), "backup indexes are not supported for resource type DynamoDB"],
    [
      points({ ScanResults: [{ ScanState: "COMPLETED" }] }),
      'unknown member "ScanResults[0].ScanState"; did you mean "ScanJobState"?',
    ],
    [
      points({ RecoveryPointArn: pointId }, { RecoveryPointArn: pointId }),
      `recovery point ${pointId} already exists`,
    ],
    [
      points({ RecoveryPointArn: pointId.replace("us-east-1", "eu-west-1") }),
      "is in eu-west-1, but the fixture is seeded in us-east-1",
    ],
    [jobs({ BackupVaultArn: foreignVault }), `backupJobs[0]: BackupVaultArn is "${foreignVault}"`],
    [jobs({ ResourceType: "EBS" }), 'ResourceType is "EBS", but would be "DynamoDB"'],
    [jobs({ AccountId: "999999999999" }), 'AccountId is "999999999999", but would be "123456789012"'],
    [jobs({ ChildJobsInState: { COMPLETED: 2 } }), "ChildJobsInState.COMPLETED is 2, but would be absent"],
    [jobs({ BackupJobId: "j" }, { BackupJobId: "j" }), "backup job j already exists"],
    [
      { backup: { frameworks: [{ ...framework, FrameworkArn: foreignVault }] } },
      `frameworks[0]: FrameworkArn is "${foreignVault}", but would be "arn:aws:backup:us-east-1:`,
    ],
    [
      {
        backup: {
          restoreTestingPlans: [{ RestoreTestingPlan: testingPlan, RestoreTestingPlanName: "other" }],
        },
      },
      'RestoreTestingPlanName is "other", but would be "drill"',
    ],
    [
      {
        backup: {
          restoreTestingPlans: [{ RestoreTestingPlan: testingPlan, ScheduleExpression: "cron(0 6 ? * * *)" }],
        },
      },
      'ScheduleExpression is "cron(0 6 ? * * *)", but would be "cron(0 5 ? * * *)"',
    ],
    [
      {
        backup: {
          vaults: [{ BackupVaultName: "nightly", SNSTopicArn: "arn:aws:sns:us-east-1:123456789012:t" }],
        },
      },
      "BackupVaultEvents is required",
    ],
    [
      { efs: { fileSystems: [{ ...efs, NumberOfMountTargets: 2 }] } },
      "NumberOfMountTargets is 2, but would be 0",
    ],
    [{ efs: { fileSystems: [{ ...efs, Name: "home" }] } }, 'Name is "home", but would be absent'],
    [{ efs: { fileSystems: [{ ...efs, OwnerId: "999999999999" }] } }, 'OwnerId is "999999999999"'],
    [
      {
        fsx: {
          fileSystems: [openZfs],
          backups: [{ FileSystemId: openZfs.FileSystemId, ResourceType: "VOLUME" }],
        },
      },
      'ResourceType is "VOLUME", but would be absent',
    ],
    [
      {
        efs: { subnets: openZfs.SubnetIds.map(SubnetId => ({ SubnetId, VpcId: "vpc-0123456789abcdef8" })) },
        fsx: { fileSystems: [{ ...openZfs, VpcId: "vpc-0123456789abcdef9" }] },
      },
      'fsx.fileSystems[0]: VpcId is "vpc-0123456789abcdef9", but would be "vpc-0123456789abcdef8"',
    ],
    [{ resources: { arn: table } }, "resources: must be a list"],
    [{ resources: ["table"] }, "resources[0]: must be an object"],
    [{ resources: [{ arn: table, sizeInBytes: -1 }] }, "resources[0]: sizeInBytes -1 is not a size"],
    [[], "the fixture: must be an object"],
    [{ backup: [] }, "backup: must be an object of lists"],
    [{ efs: [] }, "efs: must be an object of lists"],
    [
      { efs: { fileSystems: [{ SizeInBytes: { Value: 1, Vaule: 2 } }] } },
      'unknown member "SizeInBytes.Vaule"; did you mean "Value"?',
    ],
  ])("%j", (fixture, message) => {
    const aws = mockAws();
    const { state } = aws;
    expect(failure(() => aws.seed(fixture as Fixture))).toContain(message);
    expect(aws.state).toBe(state);
  });
});

test("descriptions can be seeded unchanged", async () => {
  const from = mockAws();
  from.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly", MinRetentionDays: 7 }],
      recoveryPoints: [
        {
          BackupVaultName: "nightly",
          ResourceArn: bucket,
          Lifecycle: { DeleteAfterDays: 35 },
          IndexStatus: "ACTIVE",
        },
      ],
    },
  });
  const [point] = from.state.backup.recoveryPoints.values();
  const backup = from.attach(new Backup());
  const names = { BackupVaultName: "nightly", RecoveryPointArn: point?.RecoveryPointArn };
  const described = async (client: Backup) => {
    const { $metadata: _, ...vault } = await client.describeBackupVault(names);
    const { $metadata: __, ...shown } = await client.describeRecoveryPoint(names);
    return { vaults: [vault], recoveryPoints: [shown] };
  };
  const fixture = await described(backup);
  expect(fixture.vaults[0]).toMatchObject({ NumberOfRecoveryPoints: 1 });
  expect(fixture.recoveryPoints[0]).toMatchObject({ IndexStatus: "ACTIVE", CalculatedLifecycle: {} });
  const to = mockAws();
  to.seed({ backup: fixture });
  expect(await described(to.attach(new Backup()))).toEqual(fixture);
  expect(to.events()).toEqual([]);
});

test("the search index of a point can be seeded in any state, and goes on from there", async () => {
  const aws = mockAws();
  const point = { ResourceArn: bucket, BackupVaultName: "Default" };
  const { backup } = aws.seed({
    backup: {
      recoveryPoints: [
        { ...point, IndexStatus: "PENDING" },
        { ...point, IndexStatus: "FAILED", IndexStatusMessage: "no role" },
        { ...point, IndexStatus: "DELETING" },
      ],
    },
  });
  const client = aws.attach(new Backup());
  const shown = () =>
    Promise.all(
      backup.recoveryPoints.map(async ({ BackupVaultName, RecoveryPointArn }) => {
        const { IndexStatus, IndexStatusMessage } = await client.describeRecoveryPoint({
          BackupVaultName,
          RecoveryPointArn,
        });
        return [IndexStatus, IndexStatusMessage];
      }),
    );
  aws.hold(backup.recoveryPoints[0]?.RecoveryPointArn ?? "");
  expect(aws.state.backup.pointIndexes.size).toBe(3);
  aws.release(backup.recoveryPoints[0]?.RecoveryPointArn ?? "");
  await aws.settle();
  expect(await shown()).toEqual([
    ["ACTIVE", undefined],
    ["FAILED", "no role"],
    [undefined, undefined],
  ]);
});

test("seeding succeeds even if a vault's policy denies describing", () => {
  const Policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: "*", Action: "backup:Describe*", Resource: "*" }],
  });
  const aws = mockAws();
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "secret", VaultState: "AVAILABLE", Policy }],
      recoveryPoints: [{ BackupVaultName: "secret", ResourceArn: table, StorageClass: "WARM" }],
    },
  });
  expect(aws.state.backup.recoveryPoints.size).toBe(1);
});

test("a name may look like an id", () => {
  const aws = mockAws();
  aws.seed({ backup: { frameworks: [{ ...framework, FrameworkName: "cafe" }] } });
  expect(aws.state.backup.frameworks.has("cafe")).toBe(true);
});

test("null counts as left out, as in the JSON of other tools", () => {
  const aws = mockAws();
  aws.seed(JSON.parse('{"backup":{"vaults":[{"BackupVaultName":"nightly","LockDate":null}]}}'));
  expect(aws.state.backup.vaults.get("nightly")?.LockDate).toBeUndefined();
});

test("two items with the same idempotency token are refused", () => {
  const aws = mockAws();
  const copy = {
    RecoveryPointArn: pointId,
    SourceBackupVaultName: "Default",
    DestinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:copies",
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    IdempotencyToken: "once",
  };
  const fixture: Fixture = {
    resources: [{ arn: table }],
    backup: {
      vaults: [{ BackupVaultName: "copies" }],
      recoveryPoints: [{ ResourceArn: table, RecoveryPointArn: pointId }],
      copyJobs: [copy, copy],
    },
  };
  expect(failure(() => aws.seed(fixture))).toContain(
    "backup.copyJobs[1]: the idempotency token already belongs to ",
  );
});
