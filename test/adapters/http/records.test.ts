import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

const world = async () => {
  const all = await served({ clock: "manual" });
  const point = (day: number, BackupVaultName: string) => ({
    BackupVaultName,
    ResourceArn: table,
    CreationDate: `${10 - day} days ago`,
    BackupSizeInBytes: day,
  });
  all.aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      recoveryPoints: [1, 2, 3, 4, 5].map(day => point(day, day % 2 === 0 ? "Default" : "nightly")),
    },
  });
  return all;
};

const kind = "backup.recoveryPoints";
const sizes = (content: unknown) => {
  const { records }: { records?: readonly { BackupSizeInBytes?: number }[] } = Object(content);
  return records?.map(record => record.BackupSizeInBytes);
};

test("records are listed page by page, from the newest back", async () => {
  const { ask } = await world();
  const first = await ask("GET", `/_mock/records?kind=${kind}&newest=2`);
  expect(first.content).toMatchObject({ kind, size: 5, matching: 5, from: 3 });
  expect(sizes(first.content)).toEqual([4, 5]);
  const second = await ask("POST", "/_mock/records", { kind, newest: 2, before: 3 });
  expect(sizes(second.content)).toEqual([2, 3]);
  expect(sizes((await ask("POST", "/_mock/records", { kind, newest: 2, before: 1 })).content)).toEqual([1]);
});

test("records are matched, counted by members, and added up", async () => {
  const { ask } = await world();
  const match = { BackupVaultName: "nightly" };
  const { content } = await ask("POST", "/_mock/records", { kind, match, newest: 1 });
  expect(content).toMatchObject({ size: 5, matching: 3, from: 2 });
  const counted = await ask(
    "GET",
    `/_mock/records?kind=${kind}&newest=0&countBy=BackupVaultName,Status&sum=BackupSizeInBytes`,
  );
  expect(counted.content).toEqual({
    kind,
    size: 5,
    matching: 5,
    from: 5,
    records: [],
    counts: [
      { BackupVaultName: "nightly", Status: "COMPLETED", count: 3, sum: 9 },
      { BackupVaultName: "Default", Status: "COMPLETED", count: 2, sum: 6 },
    ],
  });
});

test("an unknown kind is refused with the nearest one", async () => {
  const { ask } = await world();
  expect(await ask("GET", "/_mock/records?kind=backup.recoveryPoint")).toMatchObject({
    status: 400,
    content: {
      code: "InvalidOption",
      message: expect.stringContaining('did you mean "backup.recoveryPoints"?'),
    },
  });
});

test("the places that hold something are listed, the mock's own first", async () => {
  const { aws, ask } = await world();
  aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "there" }] } });
  expect((await ask("GET", "/_mock/places")).content).toEqual([
    { accountId: "123456789012", region: "us-east-1" },
    { accountId: "123456789012", region: "eu-west-1" },
  ]);
});
