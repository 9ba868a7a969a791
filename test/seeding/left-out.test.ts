import { type Fixture, mockAws } from "aws-backup-mock";
import { failure } from "../support/failure";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const key = "arn:aws:kms:us-east-1:123456789012:key/mine";
const subnet = "subnet-0123456789abcdef0";

/** What somebody's JSON file or program may hold. */
const seeded = (fixture: unknown) => mockAws().seed(fixture as Fixture);

/** The fixture of each list, with members that are absent, at every depth, and the same without them. */
const lists: readonly (readonly [string, (absent: unknown) => object, object])[] = [
  ["sections", absent => ({ backup: absent, efs: absent, resources: absent, ec2: absent }), {}],
  ["lists", absent => ({ backup: { vaults: absent, cellars: absent } }), {}],
  [
    "subnets",
    absent => ({ efs: { subnets: [{ SubnetId: subnet, CidrBlock: absent, AvailabilityZoneId: absent }] } }),
    { efs: { subnets: [{ SubnetId: subnet }] } },
  ],
  [
    "keys and directories",
    absent => ({
      fsx: {
        kmsKeys: [{ Arn: key, KeyState: absent }],
        activeDirectories: [{ DomainName: "ad.example.org", DnsIps: absent }],
      },
    }),
    { fsx: { kmsKeys: [{ Arn: key }], activeDirectories: [{ DomainName: "ad.example.org" }] } },
  ],
  [
    "resources",
    absent => ({ resources: [{ arn: table, type: absent, sizeInBytes: absent, tags: { stage: absent } }] }),
    { resources: [{ arn: table, tags: {} }] },
  ],
  [
    "vaults and recovery points",
    absent => ({
      backup: {
        vaults: [{ BackupVaultName: "nightly", MinRetentionDays: absent, Policy: absent, Colour: absent }],
        recoveryPoints: [
          { ResourceArn: table, Lifecycle: { DeleteAfterDays: 90, MoveToColdStorageAfterDays: absent } },
        ],
      },
    }),
    {
      backup: {
        vaults: [{ BackupVaultName: "nightly" }],
        recoveryPoints: [{ ResourceArn: table, Lifecycle: { DeleteAfterDays: 90 } }],
      },
    },
  ],
  [
    "plans with selections",
    absent => ({
      backup: {
        plans: [
          {
            BackupPlan: {
              BackupPlanName: "daily",
              Rules: [{ RuleName: "daily", TargetBackupVaultName: "Default", CopyActions: absent }],
            },
            BackupPlanId: absent,
            selections: [
              { SelectionName: "tables", IamRoleArn: absent, Resources: ["*"], Conditions: absent },
            ],
          },
        ],
      },
    }),
    {
      backup: {
        plans: [
          {
            BackupPlan: {
              BackupPlanName: "daily",
              Rules: [{ RuleName: "daily", TargetBackupVaultName: "Default" }],
            },
            selections: [{ SelectionName: "tables", Resources: ["*"] }],
          },
        ],
      },
    },
  ],
  [
    "file systems",
    absent => ({
      fsx: {
        fileSystems: [
          {
            FileSystemType: "LUSTRE",
            StorageCapacity: 1200,
            SubnetIds: [subnet],
            KmsKeyId: absent,
            LustreConfiguration: { DeploymentType: "SCRATCH_2", AutoImportPolicy: absent },
          },
        ],
      },
    }),
    {
      fsx: {
        fileSystems: [
          {
            FileSystemType: "LUSTRE",
            StorageCapacity: 1200,
            SubnetIds: [subnet],
            LustreConfiguration: { DeploymentType: "SCRATCH_2" },
          },
        ],
      },
    },
  ],
];

describe.each(lists)("%s", (_, withAbsent, without) => {
  test.each([undefined, null])("members that are %j count as left out", absent => {
    expect(seeded(withAbsent(absent))).toEqual(seeded(without));
  });
});

test("a fixture that refers to itself is refused at once", () => {
  const vault: Record<string, unknown> = { BackupVaultName: "nightly" };
  for (const name of ["one", "other"]) vault[name] = vault;
  expect(failure(() => seeded({ backup: { vaults: [vault] } }))).toContain('unknown member "other"');
});

describe("what surrounds the services is seeded again to add to it", () => {
  test("a subnet keeps what it has", () => {
    const aws = mockAws();
    const zone = { AvailabilityZoneName: "us-east-1c", AvailabilityZoneId: "use1-az3" };
    aws.seed({ efs: { subnets: [{ SubnetId: subnet, ...zone, CidrBlock: "10.7.0.0/24" }] } });
    aws.seed({ efs: { subnets: [{ SubnetId: subnet, SecurityGroups: ["sg-00000000000000001"] }] } });
    expect(aws.state.efs.subnets.get(subnet)).toMatchObject({
      ...zone,
      CidrBlock: "10.7.0.0/24",
      SecurityGroups: ["sg-00000000000000001"],
    });
    aws.seed({ efs: { subnets: [{ SubnetId: subnet, AvailabilityZoneName: "us-east-1a" }] } });
    expect(aws.state.efs.subnets.get(subnet)).toMatchObject({ AvailabilityZoneId: "use1-az1" });
    aws.seed({ efs: { subnets: [{ SubnetId: subnet, Ipv6Native: true }] } });
    expect(aws.state.efs.subnets.get(subnet)?.CidrBlock).toBeUndefined();
  });

  test("a directory and a key keep what they have", () => {
    const aws = mockAws();
    const DomainName = "ad.example.org";
    aws.seed({
      fsx: {
        activeDirectories: [{ DomainName, DnsIps: ["10.0.0.2"] }],
        kmsKeys: [{ Arn: key, KeyState: "Disabled" }],
      },
    });
    aws.seed({ fsx: { activeDirectories: [{ DomainName, UserName: "joiner" }], kmsKeys: [{ Arn: key }] } });
    expect([...aws.state.fsx.activeDirectories]).toEqual([
      { DomainName, DnsIps: ["10.0.0.2"], UserName: "joiner" },
    ]);
    expect([...aws.state.fsx.kmsKeys]).toEqual([{ Arn: key, KeyState: "Disabled" }]);
  });

  test("a resource of another service keeps what it has", () => {
    const aws = mockAws();
    aws.seed({ resources: [{ arn: table, tags: { stage: "prod" }, sizeInBytes: 7 }] });
    aws.seed({ resources: [{ arn: table, name: "orders" }] });
    expect([...aws.state.backup.resources]).toMatchObject([
      { arn: table, name: "orders", tags: { stage: "prod" }, sizeInBytes: 7 },
    ]);
    aws.seed({ resources: [{ arn: table, tags: { stage: "test" } }] });
    expect(aws.state.backup.resources.get(table)?.tags).toEqual({ stage: "test" });
  });

  test("but each occurs once in a fixture", () => {
    const twice = <T>(item: T): readonly T[] => [item, item];
    const wrong = {
      efs: { subnets: twice({ SubnetId: subnet }) },
      resources: twice({ arn: table }),
    };
    expect(
      failure(() => seeded(wrong))
        .split("\n")
        .slice(1),
    ).toEqual([
      `  resources[1]: ${table} already exists`,
      `  efs.subnets[1]: subnet ${subnet} already exists`,
    ]);
  });
});

test("a member of an unknown name is refused with the name that is meant", () => {
  const vaults = [{ BackupVaultName: "nightly", VaultName: "nightly" }];
  expect(failure(() => seeded({ backup: { vaults } }))).toContain(
    'unknown member "VaultName"; did you mean "BackupVaultName"?',
  );
});
