import { admits } from "../services/backup/world";
import { automatic, database, explained, problem, volume, world } from "./explain-support";
import { account, accountId, orders, rule, tableArn, vaultArn } from "./support";

describe("explain reports types", () => {
  test("that have no cold storage, or do not opt in to it", async () => {
    const Lifecycle = { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 };
    const { first } = await explained(rule({ Lifecycle }));
    expect(first?.problems).toEqual([
      problem(
        "ColdStorageIgnored",
        "EBS archives only if the lifecycle opts in with OptInToArchiveForSupportedResources: ",
        "its backups stay warm.",
      ),
      problem("ColdStorageIgnored", "RDS has no cold storage: its backups stay warm."),
    ]);
    const OptInToArchiveForSupportedResources = true;
    const archived = await explained(
      rule({ Lifecycle: { ...Lifecycle, OptInToArchiveForSupportedResources } }),
      {
        Resources: [volume, orders],
      },
    );
    expect(archived.first?.problems).toEqual([]);
  });

  test("that have no continuous backup", async () => {
    const { first } = await explained(
      rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 10 } }),
    );
    expect(first?.problems).toEqual(
      ["DynamoDB", "EBS"].map(type =>
        problem(
          "ContinuousUnsupported",
          `${type} does not support continuous backup: this rule makes snapshots instead.`,
        ),
      ),
    );
  });
});

describe("explain reports of copies", () => {
  const copied = (DestinationBackupVaultArn: string, Lifecycle?: object) =>
    rule({ Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ DestinationBackupVaultArn, Lifecycle }] });
  const nowhere = vaultArn("nowhere", "eu-west-1");

  test("that their vault is missing, even before any resource is selected", async () => {
    const expected = [
      problem(
        "CopyVaultMissing",
        `Nothing will be copied to ${nowhere}: Copy job failed because backup vault ${nowhere} does not exist.`,
      ),
    ];
    expect((await explained(copied(nowhere))).first?.problems).toEqual(expected);
    const idle = await explained(copied(nowhere), { Resources: [tableArn("none")] });
    expect(idle.first?.problems).toEqual(expected);
  });

  test("that the vault belongs to AWS, or does not allow the retention", async () => {
    const own = await explained(copied(vaultArn(automatic)));
    expect(own.first?.problems).toMatchObject([{ code: "CopyVaultDenied" }]);
    const locked = await explained(copied(vaultArn("locked"), { DeleteAfterDays: 7 }));
    expect(locked.first?.problems).toMatchObject([{ code: "CopyRetentionOutsideLock" }]);
    expect((await explained(copied(vaultArn("locked")))).first?.problems).toEqual([]);
  });

  test("which types cannot be copied at all or with their key, and the copies then fail", async () => {
    const warehouse = `arn:aws:redshift:us-east-1:${accountId}:cluster:warehouse`;
    const { aws, plan } = account(
      {},
      { ...world, resources: [...(world.resources ?? []), { arn: warehouse }] },
    );
    const elsewhere = vaultArn("Default").replace(accountId, "222222222222");
    aws.in({ accountId: "222222222222" }).seed({
      backup: { vaults: [{ BackupVaultName: "Default", Policy: admits(accountId) }] },
    });
    const id = await plan([copied(elsewhere)], { Resources: [orders, volume, warehouse] });
    expect(aws.explain(id).rules[0]?.problems).toEqual([
      {
        code: "CopyKeyUnsuitable",
        message: expect.stringMatching(
          `^Backups of EBS will not be copied to ${elsewhere}: .*default Backup`,
        ),
      },
      problem(
        "CopyUnsupported",
        `Backups of Redshift will not be copied to ${elsewhere}: Feature is not supported for provided resource type.`,
      ),
    ]);
    expect((await aws.clock.advance("1 day")).jobs).toEqual({ COMPLETED: 3 + 1, FAILED: 2 });
  });

  test("that they stay warm", async () => {
    const Lifecycle = { MoveToColdStorageAfterDays: 5, DeleteAfterDays: 100 };
    const { first } = await explained(copied(vaultArn("at-least"), Lifecycle), { Resources: [database] });
    expect(first?.problems).toEqual([
      problem(
        "ColdStorageIgnored",
        `RDS has no cold storage: the copies in ${vaultArn("at-least")} stay warm.`,
      ),
    ]);
  });

  test("that a vault of another account does not admit them", async () => {
    const { aws, plan } = account({}, world);
    aws.in({ accountId: "222222222222" }).seed({ backup: { vaults: [{ BackupVaultName: "bunker" }] } });
    const id = await plan([copied(vaultArn("bunker").replace(accountId, "222222222222"))]);
    expect(aws.explain(id).rules[0]?.problems).toMatchObject([{ code: "CopyVaultDenied" }]);
  });

  test("that copies to other accounts are disabled", async () => {
    const { aws, backup, plan } = account({}, world);
    await backup.updateGlobalSettings({ GlobalSettings: { isCrossAccountBackupEnabled: "false" } });
    const id = await plan([copied(vaultArn("Default").replace(accountId, "222222222222"))]);
    expect(aws.explain(id).rules[0]?.problems).toMatchObject([{ code: "CopyNotEnabled" }]);
  });
});
