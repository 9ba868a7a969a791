import { Backup, type RecoveryPointByBackupVault } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import type { MockAws } from "aws-backup-mock";

/** How the AWS CLI prints dates: version 1 in epoch seconds, version 2 in ISO 8601 with an offset. */
export type DateForm = "seconds" | "iso";

const printed = (date: Date, form: DateForm): number | string =>
  form === "seconds"
    ? date.getTime() / 1000
    : `${new Date(date.getTime() + 7_200_000).toISOString().slice(0, -1)}000+02:00`;

/** An answer as the AWS CLI prints it. */
export function asPrinted(value: unknown, form: DateForm): unknown {
  if (value instanceof Date) return printed(value, form);
  if (Array.isArray(value)) return value.map(item => asPrinted(item, form));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([name]) => name !== "$metadata");
  return Object.fromEntries(members.map(([name, member]) => [name, asPrinted(member, form)]));
}

const each = <Item, Output>(items: readonly Item[] | undefined, ask: (item: Item) => Promise<Output>) =>
  Promise.all((items ?? []).map(ask));

const byArn = (one: RecoveryPointByBackupVault, other: RecoveryPointByBackupVault): number =>
  (one.RecoveryPointArn ?? "") < (other.RecoveryPointArn ?? "") ? -1 : 1;

/** What a loop over the commands of AWS Backup prints. */
async function dumpOfBackup(aws: MockAws): Promise<Record<string, unknown>> {
  const backup = aws.attach(new Backup());
  const vaults = await backup.listBackupVaults({});
  const plans = await backup.listBackupPlans({});
  const selections = await each(plans.BackupPlansList, ({ BackupPlanId }) =>
    backup.listBackupSelections({ BackupPlanId }),
  );
  const testingPlans = await backup.listRestoreTestingPlans({});
  const testingSelections = await each(testingPlans.RestoreTestingPlans, ({ RestoreTestingPlanName }) =>
    backup.listRestoreTestingSelections({ RestoreTestingPlanName }),
  );
  const legalHolds = await backup.listLegalHolds({});
  const frameworks = await backup.listFrameworks({});
  const tiering = await backup.listTieringConfigurations({});
  return {
    "list-backup-vaults": vaults,
    "describe-backup-vault": await each(vaults.BackupVaultList, ({ BackupVaultName }) =>
      backup.describeBackupVault({ BackupVaultName }),
    ),
    "list-backup-plans": plans,
    "get-backup-plan": await each(plans.BackupPlansList, ({ BackupPlanId }) =>
      backup.getBackupPlan({ BackupPlanId }),
    ),
    "list-backup-selections": selections,
    "get-backup-selection": await each(
      selections.flatMap(({ BackupSelectionsList = [] }) => BackupSelectionsList),
      ({ BackupPlanId, SelectionId }) => backup.getBackupSelection({ BackupPlanId, SelectionId }),
    ),
    // AWS promises no order of recovery points.
    "list-recovery-points-by-backup-vault": await each(
      vaults.BackupVaultList,
      async ({ BackupVaultName }) => {
        const { RecoveryPoints = [] } = await backup.listRecoveryPointsByBackupVault({ BackupVaultName });
        return { RecoveryPoints: RecoveryPoints.sort(byArn) };
      },
    ),
    "list-backup-jobs": await backup.listBackupJobs({}),
    "list-copy-jobs": await backup.listCopyJobs({}),
    "list-restore-jobs": await backup.listRestoreJobs({}),
    "list-legal-holds": legalHolds,
    "get-legal-hold": await each(legalHolds.LegalHolds, ({ LegalHoldId }) =>
      backup.getLegalHold({ LegalHoldId }),
    ),
    "list-frameworks": frameworks,
    "describe-framework": await each(frameworks.Frameworks, ({ FrameworkName }) =>
      backup.describeFramework({ FrameworkName }),
    ),
    "list-report-plans": await backup.listReportPlans({}),
    "list-restore-testing-plans": testingPlans,
    "get-restore-testing-plan": await each(testingPlans.RestoreTestingPlans, ({ RestoreTestingPlanName }) =>
      backup.getRestoreTestingPlan({ RestoreTestingPlanName }),
    ),
    "list-restore-testing-selections": testingSelections,
    "get-restore-testing-selection": await each(
      testingSelections.flatMap(({ RestoreTestingSelections = [] }) => RestoreTestingSelections),
      ({ RestoreTestingPlanName, RestoreTestingSelectionName }) =>
        backup.getRestoreTestingSelection({ RestoreTestingPlanName, RestoreTestingSelectionName }),
    ),
    "list-tiering-configurations": tiering,
    "get-tiering-configuration": await each(tiering.TieringConfigurations, ({ TieringConfigurationName }) =>
      backup.getTieringConfiguration({ TieringConfigurationName }),
    ),
    "list-protected-resources": await backup.listProtectedResources({}),
    "describe-region-settings": await backup.describeRegionSettings({}),
  };
}

/** What a loop over the commands of EFS and FSx prints. */
async function dumpOfStorage(aws: MockAws): Promise<Record<string, unknown>> {
  const efs = aws.attach(new EFS());
  const fsx = aws.attach(new FSx());
  const fileSystems = await efs.describeFileSystems({});
  const mountTargets = await each(fileSystems.FileSystems, ({ FileSystemId }) =>
    efs.describeMountTargets({ FileSystemId }),
  );
  const inputAndOutput = <Input>(input: Input, output: object) => ({ input, output });
  return {
    "efs describe-file-systems": fileSystems,
    "describe-mount-targets": mountTargets,
    "describe-mount-target-security-groups": await each(
      mountTargets.flatMap(({ MountTargets = [] }) => MountTargets),
      async ({ MountTargetId }) =>
        inputAndOutput({ MountTargetId }, await efs.describeMountTargetSecurityGroups({ MountTargetId })),
    ),
    "describe-access-points": await efs.describeAccessPoints({}),
    "describe-backup-policy": await each(fileSystems.FileSystems, async ({ FileSystemId }) =>
      inputAndOutput({ FileSystemId }, await efs.describeBackupPolicy({ FileSystemId })),
    ),
    "describe-lifecycle-configuration": await each(fileSystems.FileSystems, async ({ FileSystemId }) =>
      inputAndOutput({ FileSystemId }, await efs.describeLifecycleConfiguration({ FileSystemId })),
    ),
    "fsx describe-file-systems": await fsx.describeFileSystems({}),
    "describe-storage-virtual-machines": await fsx.describeStorageVirtualMachines({}),
    "describe-volumes": await fsx.describeVolumes({}),
    "describe-snapshots": await fsx.describeSnapshots({}),
    "describe-backups": await fsx.describeBackups({}),
    "describe-file-caches": await fsx.describeFileCaches({}),
    "describe-data-repository-associations": await fsx.describeDataRepositoryAssociations({}),
    "describe-data-repository-tasks": await fsx.describeDataRepositoryTasks({}),
    "describe-s3-access-point-attachments": await fsx.describeS3AccessPointAttachments({}),
    "describe-shared-vpc-configuration": await fsx.describeSharedVpcConfiguration({}),
  };
}

/** The answers of a mock to the commands that read, as the AWS CLI prints them. */
export async function dumpOf(aws: MockAws, form: DateForm): Promise<Record<string, unknown>> {
  const answers = { ...(await dumpOfBackup(aws)), ...(await dumpOfStorage(aws)) };
  return JSON.parse(JSON.stringify(asPrinted(answers, form)));
}
