import { mockAws } from "aws-backup-mock";

const role = "arn:aws:iam::123456789012:role/backup";
const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const subnet = "subnet-0123456789abcdef0";

test("every list of every service can be seeded", () => {
  const aws = mockAws();
  const made = aws.seed({
    resources: [{ arn: table }],
    efs: {
      subnets: [{ SubnetId: subnet, AvailabilityZoneName: "us-east-1b", AvailabilityZoneId: "use1-az2" }],
      fileSystems: [{ FileSystemId: "fs-0000000000000000a", FileSystemProtection: undefined }],
      mountTargets: [{ FileSystemId: "fs-0000000000000000a", SubnetId: subnet }],
      accessPoints: [{ AccessPointId: "fsap-0000000000000000b", FileSystemId: "fs-0000000000000000a" }],
      replicationConfigurations: [
        { SourceFileSystemId: "fs-0000000000000000a", Destinations: [{ Region: "eu-west-1" }] },
      ],
    },
    fsx: {
      activeDirectories: [{ DomainName: "ad.example.org", DnsIps: ["10.0.0.2"] }],
      kmsKeys: [{ Arn: "arn:aws:kms:us-east-1:123456789012:key/mine", KeyState: "Disabled" }],
      fileSystems: [
        {
          FileSystemId: "fs-0000000000000000c",
          FileSystemType: "ONTAP",
          StorageCapacity: 1024,
          SubnetIds: [subnet],
          OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 128 },
        },
        {
          FileSystemId: "fs-0000000000000000d",
          FileSystemType: "LUSTRE",
          StorageCapacity: 1200,
          SubnetIds: [subnet],
          LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
        },
      ],
      storageVirtualMachines: [
        {
          StorageVirtualMachineId: "svm-0000000000000000e",
          FileSystemId: "fs-0000000000000000c",
          Name: "svm1",
        },
      ],
      volumes: [
        {
          VolumeId: "fsvol-0000000000000000f",
          VolumeType: "ONTAP",
          Name: "vol1",
          OntapConfiguration: {
            StorageVirtualMachineId: "svm-0000000000000000e",
            SizeInMegabytes: 1024,
            JunctionPath: "/vol1",
            StorageEfficiencyEnabled: true,
          },
        },
      ],
      sharedVpcSettings: [{ EnableFsxRouteTableUpdatesFromParticipantAccounts: "true" }],
      backups: [{ VolumeId: "fsvol-0000000000000000f", CreationTime: "2 days ago" }],
      dataRepositoryAssociations: [
        {
          FileSystemId: "fs-0000000000000000d",
          FileSystemPath: "/data",
          DataRepositoryPath: "s3://bucket/prefix/",
        },
      ],
    },
    backup: {
      vaults: [
        {
          BackupVaultName: "nightly",
          SNSTopicArn: "arn:aws:sns:us-east-1:123456789012:topic",
          BackupVaultEvents: ["BACKUP_JOB_COMPLETED"],
        },
        { BackupVaultName: "copies" },
      ],
      plans: [
        {
          BackupPlanId: "plan-of-mine",
          BackupPlan: { BackupPlanName: "p", Rules: [{ RuleName: "r", TargetBackupVaultName: "nightly" }] },
        },
      ],
      selections: [
        {
          BackupPlanId: "plan-of-mine",
          BackupSelection: { SelectionName: "s", IamRoleArn: role, Resources: [table] },
        },
      ],
      recoveryPoints: [
        {
          RecoveryPointArn:
            "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111",
          BackupVaultName: "nightly",
          ResourceArn: table,
          CreationDate: "3 days ago",
        },
      ],
      backupJobs: [{ ResourceArn: table, CreationDate: "3 days ago", CompletionDate: "3 days ago" }],
      copyJobs: [
        {
          RecoveryPointArn:
            "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111",
          SourceBackupVaultName: "nightly",
          DestinationBackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:copies",
          IamRoleArn: role,
          State: "FAILED",
          StatusMessage: "no way",
        },
      ],
      restoreJobs: [
        {
          RecoveryPointArn:
            "arn:aws:backup:us-east-1:123456789012:recovery-point:11111111-1111-4111-8111-111111111111",
          Metadata: { targetTableName: "orders-restored" },
          IamRoleArn: role,
        },
      ],
      globalSettings: [{ GlobalSettings: { isCrossAccountBackupEnabled: "false" } }],
      regionSettings: [{ ResourceTypeOptInPreference: { DynamoDB: false } }],
      legalHolds: [{ Title: "case 7", Description: "keep it" }],
      frameworks: [
        {
          FrameworkName: "audit",
          FrameworkControls: [{ ControlName: "BACKUP_RECOVERY_POINT_ENCRYPTED" }],
        },
      ],
      reportPlans: [
        {
          ReportPlanName: "daily",
          ReportDeliveryChannel: { S3BucketName: "reports" },
          ReportSetting: { ReportTemplate: "BACKUP_JOB_REPORT" },
        },
      ],
      restoreTestingPlans: [
        {
          RestoreTestingPlan: {
            RestoreTestingPlanName: "drill",
            ScheduleExpression: "cron(0 5 ? * * *)",
            RecoveryPointSelection: {
              Algorithm: "LATEST_WITHIN_WINDOW",
              IncludeVaults: ["*"],
              RecoveryPointTypes: ["SNAPSHOT"],
            },
          },
        },
      ],
      restoreTestingSelections: [
        {
          RestoreTestingPlanName: "drill",
          RestoreTestingSelection: {
            RestoreTestingSelectionName: "tables",
            ProtectedResourceType: "DynamoDB",
            IamRoleArn: role,
            ProtectedResourceArns: ["*"],
          },
        },
      ],
      tieringConfigurations: [
        {
          TieringConfiguration: {
            TieringConfigurationName: "tier",
            BackupVaultName: "nightly",
            ResourceSelection: [{ Resources: ["*"], ResourceType: "S3", TieringDownSettingsInDays: 60 }],
          },
        },
      ],
    },
  });
  const { efs, fsx, backup } = made;
  // These lists need other file systems. They are seeded in the same way.
  const {
    snapshots: _s,
    dataRepositoryTasks: _t,
    fileCaches: _c,
    s3AccessPointAttachments: _a,
    ...ofFsx
  } = fsx;
  const counts = Object.entries({ ...efs, ...ofFsx, ...backup }).map(([list, items]) => [
    list,
    items.length > 0,
  ]);
  expect(counts).toEqual(counts.map(([list]) => [list, true]));
  expect(made.backup.copyJobs).toMatchObject([{ State: "FAILED", StatusMessage: "no way" }]);
  expect(made.backup.restoreJobs).toMatchObject([{ Status: "COMPLETED" }]);
  expect(made.backup.legalHolds).toMatchObject([{ Status: "ACTIVE" }]);
  expect(made.backup.frameworks).toMatchObject([{ DeploymentStatus: "COMPLETED" }]);
  expect(made.fsx.backups).toMatchObject([{ Lifecycle: "AVAILABLE" }]);
  expect(made.efs.mountTargets).toMatchObject([{ AvailabilityZoneName: "us-east-1b" }]);
});
