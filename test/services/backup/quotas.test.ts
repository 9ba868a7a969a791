import { type MockOptions, mockAws } from "aws-backup-mock";
import { copies, known, nightly, role, ScenarioClients, selection, table, vaultArn, volume } from "./world";

async function account(options: MockOptions = {}) {
  const aws = mockAws({ clock: "manual", ...options });
  aws.seed({ backup: { vaults: [nightly, copies] }, resources: [{ arn: table }, { arn: volume }] });
  const clients = new ScenarioClients(aws);
  const { BackupPlanId } = await clients.backup.createBackupPlan({
    BackupPlan: {
      BackupPlanName: "daily",
      Rules: [{ RuleName: "daily", TargetBackupVaultName: "nightly" }],
    },
  });
  const select = (members: object, SelectionName = "selection") =>
    clients.backup.createBackupSelection({
      BackupPlanId,
      BackupSelection: { SelectionName, IamRoleArn: role, ...members },
    });
  return { aws, backup: clients.backup, clients, select };
}

const tag = (ConditionValue: string) => ({
  ConditionType: "STRINGEQUALS",
  ConditionKey: "backup",
  ConditionValue,
});
const arns = (count: number, end = "") =>
  Array.from({ length: count }, (_, index) => `${selection.Resources[0]}-${index}${end}`);
const limited = { name: "LimitExceededException" };

test("a plan has at most 10 selections by tags, regardless of its other selections", async () => {
  const { select } = await account();
  for (let index = 0; index < 10; index++) await select({ ListOfTags: [tag(`${index}`)] });
  await expect(select({ ListOfTags: [tag("one more")] })).rejects.toMatchObject(limited);
  await select({ Resources: [table] });
});

test("a selection has at most 500 resources, 30 with wildcards, and 30 tags", async () => {
  const { select } = await account();
  await select({ Resources: arns(500) });
  await expect(select({ Resources: arns(501) })).rejects.toMatchObject(limited);
  await select({ Resources: arns(30, "*") });
  await expect(select({ Resources: arns(31, "*") })).rejects.toMatchObject(limited);
  await expect(select({ Resources: ["*"], NotResources: arns(501) })).rejects.toMatchObject(limited);
  const tags = (count: number) => Array.from({ length: count }, (_, index) => tag(`${index}`));
  await select({ ListOfTags: tags(30) });
  await expect(select({ ListOfTags: tags(31) })).rejects.toMatchObject(limited);
});

test("the quotas of selections can be set", async () => {
  const quotas = {
    tagBasedSelectionsPerPlan: 1,
    tagsPerSelection: 1,
    resourcesPerSelection: 2,
    wildcardResourcesPerSelection: 1,
  };
  const { select } = await account({ quotas });
  await select({ ListOfTags: [tag("a")] });
  for (const refused of [
    { ListOfTags: [tag("b")] },
    { Resources: [table], ListOfTags: [tag("a"), tag("b")] },
    { Resources: arns(3) },
    { Resources: arns(2, "*") },
  ]) {
    await expect(select(refused)).rejects.toMatchObject(limited);
  }
});

test("a full vault accepts no more backups and copies", async () => {
  const { aws, backup, clients } = await account({ quotas: { recoveryPointsPerVault: 1 } });
  const first = await clients.backUp(table);
  const full = `Limit exceeded: backup vault ${vaultArn("nightly")} has the maximum number of recovery points, which is 1.`;
  const { BackupJobId } = await backup.startBackupJob({ ...nightly, ResourceArn: volume, IamRoleArn: role });
  await aws.settle();
  expect(await backup.describeBackupJob({ BackupJobId })).toMatchObject({
    State: "FAILED",
    StatusMessage: full,
    MessageCategory: "MISCELLANEOUS",
  });
  const copy = async () => {
    const { CopyJobId } = await backup.startCopyJob({
      RecoveryPointArn: first.RecoveryPointArn,
      SourceBackupVaultName: "nightly",
      DestinationBackupVaultArn: vaultArn("copies"),
      IamRoleArn: role,
    });
    await aws.settle();
    return known((await backup.describeCopyJob({ CopyJobId })).CopyJob);
  };
  expect(await copy()).toMatchObject({ State: "COMPLETED" });
  expect(await copy()).toMatchObject({ State: "FAILED", MessageCategory: "MISCELLANEOUS" });
  await backup.deleteRecoveryPoint({ ...nightly, RecoveryPointArn: first.RecoveryPointArn });
  await clients.backUp(volume);
});
