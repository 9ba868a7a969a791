import {
  BackupClient,
  type BackupPlanInput,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  ListBackupJobsCommand,
  ListCopyJobsCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { cluster, pointsIn, vaultArn } from "./copy-jobs-support";
import { role, table } from "./world";

describe("a copy requested by a plan's rule", () => {
  const plan = (
    CopyActions: NonNullable<BackupPlanInput["Rules"]>[number]["CopyActions"],
  ): BackupPlanInput => ({
    BackupPlanName: "daily",
    Rules: [
      {
        RuleName: "morning",
        TargetBackupVaultName: "nightly",
        CopyActions,
        Lifecycle: { DeleteAfterDays: 35 },
      },
    ],
  });

  const planned = async (document: BackupPlanInput, resource = table) => {
    const aws = mockAws();
    aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
    aws.seed({
      backup: { vaults: [{ BackupVaultName: "nightly" }, { BackupVaultName: "safe" }] },
      resources: [{ arn: resource, sizeInBytes: 100 }],
    });
    const client = aws.attach(new BackupClient());
    const { BackupPlanId } = await client.send(new CreateBackupPlanCommand({ BackupPlan: document }));
    await client.send(
      new CreateBackupSelectionCommand({
        BackupPlanId,
        BackupSelection: { SelectionName: "all", IamRoleArn: role, Resources: [resource] },
      }),
    );
    await aws.clock.advance("6 hours");
    await aws.settle();
    const { CopyJobs = [] } = await client.send(new ListCopyJobsCommand({}));
    return { aws, client, BackupPlanId, CopyJobs };
  };

  test("is made after each backup, and shows the plan, the rule and the backup job", async () => {
    const { client, BackupPlanId, CopyJobs } = await planned(
      plan([
        { DestinationBackupVaultArn: vaultArn("safe"), Lifecycle: { DeleteAfterDays: 365 } },
        { DestinationBackupVaultArn: vaultArn("Default", "eu-west-1") },
      ]),
    );
    const { BackupJobs: [backup] = [] } = await client.send(new ListBackupJobsCommand({}));
    expect(CopyJobs).toHaveLength(2);
    for (const job of CopyJobs) {
      expect(job).toMatchObject({
        State: "COMPLETED",
        IamRoleArn: role,
        CreatedBy: { BackupPlanId, BackupRuleName: "morning" },
        CreatedByBackupJobId: backup?.BackupJobId,
        SourceRecoveryPointArn: backup?.RecoveryPointArn,
      });
    }
    expect(CopyJobs.map(job => job.DestinationRecoveryPointLifecycle)).toEqual([
      { DeleteAfterDays: 35 },
      { DeleteAfterDays: 365 },
    ]);
    const [copied] = await pointsIn(client, "safe");
    expect(copied).toMatchObject({ CreatedBy: { BackupPlanId }, CreationDate: backup?.CreationDate });
  });

  test("fails if the type does not support copies", async () => {
    const { CopyJobs } = await planned(plan([{ DestinationBackupVaultArn: vaultArn("safe") }]), cluster);
    expect(CopyJobs).toMatchObject([{ State: "FAILED", MessageCategory: "UNSUPPORTED_OPERATION" }]);
  });

  test("never goes to the vault of automatic EFS backups", async () => {
    const reserved = vaultArn("aws/efs/automatic-backup-vault");
    const { CopyJobs } = await planned(plan([{ DestinationBackupVaultArn: reserved }]));
    expect(CopyJobs).toMatchObject([
      { State: "FAILED", StatusMessage: "Insufficient privileges to perform this action." },
    ]);
  });
});
