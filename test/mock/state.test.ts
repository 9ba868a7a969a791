import { inspect } from "node:util";
import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

/** The paths of objects that are not frozen. */
function* mutable(value: unknown, path: string): Generator<string, undefined> {
  if (typeof value !== "object" || value === null) return;
  if (!Object.isFrozen(value)) yield path;
  const parts: readonly (readonly [string, unknown])[] =
    Symbol.iterator in value && !Array.isArray(value)
      ? Array.from(value as Iterable<unknown>, (part, index) => [String(index), part])
      : Object.entries(value);
  for (const [name, part] of parts) yield* mutable(part, `${path}.${name}`);
}

test("the state is deeply frozen, records and tables alike", async () => {
  const aws = mockAws({ clock: "manual" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table, tags: { team: "shop" } }], efs: { fileSystems: [{}] } });
  await aws.attach(new Backup()).startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: table,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    Lifecycle: { DeleteAfterDays: 35 },
  });
  await aws.clock.advance("1 day");

  expect([...mutable(aws.state, "aws.state")]).toEqual([]);
});

test("the state prints as the records it contains", () => {
  const aws = mockAws({ clock: "manual" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }], backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const { vaults } = aws.state.backup;

  expect(inspect(vaults)).toContain("BackupVaultName: 'nightly'");
  expect(inspect(vaults.all())).toBe(inspect([...vaults]));
  expect(inspect(aws.state.agenda)).toBe("[]");
  expect(inspect(aws.state.events)).toBe(inspect(aws.events()));
});
