import { account, clients, orders, pointId, type Story } from "./restore-tests-support";

test("eligible points are in the window, in the vaults and of the types that a plan names", async () => {
  const points: Story["points"] = [
    { RecoveryPointArn: pointId("ancient"), ResourceArn: orders, CreationDate: "40 days ago" },
    {
      RecoveryPointArn: pointId("prod"),
      ResourceArn: orders,
      BackupVaultName: "prod",
      CreationDate: "5 days ago",
    },
    {
      RecoveryPointArn: pointId("lab"),
      ResourceArn: orders,
      BackupVaultName: "lab",
      CreationDate: "2 days ago",
    },
  ];
  const vault = (name: string) => `arn:aws:backup:us-east-1:123456789012:backup-vault:${name}`;
  const tested = async (choose: Story["choose"]) => (await account({ points, choose })).run();
  expect(await tested({})).toEqual(["lab"]);
  expect(await tested({ IncludeVaults: [vault("prod")] })).toEqual(["prod"]);
  expect(await tested({ IncludeVaults: ["arn:aws:backup:*:*:backup-vault:pr*"] })).toEqual(["prod"]);
  expect(await tested({ ExcludeVaults: [vault("lab")] })).toEqual(["prod"]);
  expect(await tested({ ExcludeVaults: [vault("lab"), vault("prod")] })).toEqual([]);
  expect(await tested({ ExcludeVaults: [vault("lab"), vault("prod")], SelectionWindowDays: 60 })).toEqual([
    "ancient",
  ]);
  expect(await tested({ RecoveryPointTypes: ["CONTINUOUS"] })).toEqual([]);
});

test("a random point differs from run to run, and is the same for the same seed", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const points = names.map((name, index) => ({
    RecoveryPointArn: pointId(name),
    ResourceArn: orders,
    CreationDate: `${index + 1} days ago`,
  }));
  const tested = async () => {
    const { aws, run } = await account({ points, choose: { Algorithm: "RANDOM_WITHIN_WINDOW" } });
    const chosen: (string | undefined)[] = [...(await run())];
    for (let day = 0; day < 8; day++) {
      await aws.clock.advance("5 hours");
      chosen.push(...(await run()));
    }
    return chosen;
  };
  const chosen = await tested();
  expect(chosen).toHaveLength(9);
  expect(new Set(chosen).size).toBeGreaterThan(2);
  expect(await tested()).toEqual(chosen);
});

test("resources are selected by ARN, or by the tags of their latest recovery point", async () => {
  const points: Story["points"] = [
    {
      RecoveryPointArn: pointId("a1"),
      ResourceArn: orders,
      CreationDate: "3 days ago",
      Tags: { tier: "gold" },
    },
    {
      RecoveryPointArn: pointId("a2"),
      ResourceArn: orders,
      CreationDate: "1 day ago",
      Tags: { tier: "tin" },
    },
    {
      RecoveryPointArn: pointId("b"),
      ResourceArn: clients,
      CreationDate: "1 day ago",
      Tags: { tier: "gold" },
    },
  ];
  const tested = async (selection: Story["selection"]) => (await account({ points, selection })).run();
  const gold = [{ Key: "aws:ResourceTag/tier", Value: "gold" }];
  expect(await tested({ ProtectedResourceArns: [orders] })).toEqual(["a2"]);
  expect(await tested({ ProtectedResourceConditions: { StringEquals: gold } })).toEqual(["b"]);
  expect(await tested({ ProtectedResourceConditions: { StringNotEquals: gold } })).toEqual(["a2"]);
  expect(
    await tested({
      ProtectedResourceArns: undefined,
      ProtectedResourceConditions: { StringEquals: [{ Key: "tier", Value: "gold" }] },
    }),
  ).toEqual(["b"]);
  expect(await tested({ ProtectedResourceType: "S3" })).toEqual([]);
});
