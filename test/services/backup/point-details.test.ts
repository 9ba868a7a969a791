import {
  dailyPlan,
  denyAll,
  gapped,
  here,
  known,
  nightly,
  richWorld,
  role,
  scannerRole,
  stack,
  table,
  volume,
} from "./world";

const key = `arn:aws:kms:us-east-1:${here}:key/11111111-2222-4333-8444-555555555555`;

test("points show whether the key is AWS's own or the customer's", async () => {
  const { aws, backup, ids } = await richWorld();
  await backup.createBackupVault({ BackupVaultName: "keyed", EncryptionKeyArn: key });
  const { BackupVaultArn: keyed } = await backup.describeBackupVault({ BackupVaultName: "keyed" });
  const { BackupVaultArn: airGapped } = await backup.describeBackupVault(gapped);
  const keyTypes = async (DestinationBackupVaultArn: string | undefined) => {
    const source = { RecoveryPointArn: ids.rows.RecoveryPointArn, SourceBackupVaultName: "nightly" };
    const Lifecycle = { DeleteAfterDays: 30 };
    const { CopyJobId } = await backup.startCopyJob({
      ...source,
      DestinationBackupVaultArn,
      IamRoleArn: role,
      Lifecycle,
    });
    await aws.settle();
    const { CopyJob } = await backup.describeCopyJob({ CopyJobId });
    const RecoveryPointArn = known(CopyJob?.DestinationRecoveryPointArn);
    const BackupVaultName = known(DestinationBackupVaultArn).split(":").at(-1);
    const described = await backup.describeRecoveryPoint({ BackupVaultName, RecoveryPointArn });
    const inVault = await backup.listRecoveryPointsByBackupVault({ BackupVaultName });
    const ofTable = await backup.listRecoveryPointsByResource({ ResourceArn: table });
    return [
      described,
      ...known(inVault.RecoveryPoints),
      ...known(ofTable.RecoveryPoints).filter(point => point.RecoveryPointArn === RecoveryPointArn),
    ].map(({ EncryptionKeyType }) => EncryptionKeyType);
  };
  expect(await keyTypes(airGapped)).toEqual(Array(3).fill("AWS_OWNED_KMS_KEY"));
  expect(await keyTypes(keyed)).toEqual(Array(3).fill("CUSTOMER_MANAGED_KMS_KEY"));
  // AWS has no name for the type of the AWS managed key.
  const { EncryptionKeyType } = await backup.describeRecoveryPoint({ ...nightly, ...ids.rows });
  expect(EncryptionKeyType).toBeUndefined();
});

test("a partial composite and a point that its vault keeps from expiring show why", async () => {
  const { aws, backup, ids } = await richWorld();
  const { RecoveryPoints: [member] = [] } = await backup.listRecoveryPointsByBackupVault({
    ...nightly,
    ByParentRecoveryPointArn: ids.whole.RecoveryPointArn,
  });
  expect((await backup.describeRecoveryPoint({ ...nightly, ...ids.whole })).StatusMessage).toBeUndefined();
  await backup.deleteRecoveryPoint({ ...nightly, RecoveryPointArn: member?.RecoveryPointArn });
  expect(await backup.describeRecoveryPoint({ ...nightly, ...ids.whole })).toMatchObject({
    Status: "PARTIAL",
    StatusMessage: "Some of its recovery points have been removed.",
  });

  aws.nextJob({ resourceArn: volume }).fails("volume is broken");
  const { BackupJobId } = await backup.startBackupJob({
    ...nightly,
    ResourceArn: stack,
    IamRoleArn: role,
  });
  await aws.settle();
  const { RecoveryPointArn, StatusMessage } = await backup.describeBackupJob({ BackupJobId });
  expect(StatusMessage).toMatch("1 of the resources");
  expect(await backup.describeRecoveryPoint({ ...nightly, RecoveryPointArn })).toMatchObject({
    Status: "PARTIAL",
    StatusMessage,
  });

  await backup.putBackupVaultAccessPolicy({ ...nightly, Policy: denyAll("DeleteRecoveryPoint") });
  await backup.updateRecoveryPointLifecycle({
    ...nightly,
    RecoveryPointArn: ids.rows.RecoveryPointArn,
    Lifecycle: { DeleteAfterDays: 1 },
  });
  await aws.clock.advance("1 day");
  expect(await backup.describeRecoveryPoint({ ...nightly, ...ids.rows })).toMatchObject({
    Status: "EXPIRED",
    StatusMessage: "The access policy of the backup vault denies the deletion of the recovery point.",
  });
});

test("UpdateBackupPlan returns the scan settings", async () => {
  const { backup, ids } = await richWorld();
  const ScanSettings = [
    { MalwareScanner: "GUARDDUTY" as const, ResourceTypes: ["EBS"], ScannerRoleArn: scannerRole },
  ];
  expect(await backup.updateBackupPlan({ ...ids, BackupPlan: { ...dailyPlan, ScanSettings } })).toMatchObject(
    { ScanSettings },
  );
});
