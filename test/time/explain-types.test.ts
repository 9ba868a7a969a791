import { automatic, database, explained, problem, volume, world } from "./explained";
import { account, accountId, orders, rule, tableArn, vaultArn } from "./support";

describe("of the types it says", () => {
  test("which have no cold storage, or are not asked to use it", async () => {
    const Lifecycle = { MoveToColdStorageAfterDays: 10, DeleteAfterDays: 100 };
    const { first } = await explained(rule({ Lifecycle }));
    expect(first?.problems).toEqual([
      problem(
        "ColdStorageIgnored",
        "EBS archives only where the lifecycle opts in to it, by OptInToArchiveForSupportedResources: ",
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

  test("which have no continuous backup", async () => {
    const { first } = await explained(
      rule({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 10 } }),
    );
    expect(first?.problems).toEqual(
      ["DynamoDB", "EBS"].map(type =>
        problem(
          "ContinuousUnsupported",
          `${type} has no continuous backup: this rule makes snapshots of it.`,
        ),
      ),
    );
  });
});

describe("of copies it says", () => {
  const copied = (DestinationBackupVaultArn: string, Lifecycle?: object) =>
    rule({ Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ DestinationBackupVaultArn, Lifecycle }] });
  const nowhere = vaultArn("nowhere", "eu-west-1");

  test("that their vault is missing, also where nothing is selected yet", async () => {
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

  test("that the vault is AWS's own, or keeps such a retention out", async () => {
    const own = await explained(copied(vaultArn(automatic)));
    expect(own.first?.problems).toMatchObject([{ code: "CopyVaultDenied" }]);
    const locked = await explained(copied(vaultArn("locked"), { DeleteAfterDays: 7 }));
    expect(locked.first?.problems).toMatchObject([{ code: "CopyRetentionOutsideLock" }]);
    expect((await explained(copied(vaultArn("locked")))).first?.problems).toEqual([]);
  });

  test("which types cannot be copied, or not with such a key, and then they are not", async () => {
    const warehouse = `arn:aws:redshift:us-east-1:${accountId}:cluster:warehouse`;
    const { aws, plan } = account(
      {},
      { ...world, resources: [...(world.resources ?? []), { arn: warehouse }] },
    );
    const elsewhere = vaultArn("Default").replace(accountId, "222222222222");
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

  test("that copies to other accounts are turned off", async () => {
    const { aws, backup, plan } = account({}, world);
    await backup.updateGlobalSettings({ GlobalSettings: { isCrossAccountBackupEnabled: "false" } });
    const id = await plan([copied(vaultArn("Default").replace(accountId, "222222222222"))]);
    expect(aws.explain(id).rules[0]?.problems).toMatchObject([{ code: "CopyNotEnabled" }]);
  });
});
