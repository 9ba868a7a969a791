import { Backup, type TieringConfigurationInputForCreate } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const now = Date.parse("2026-03-01T00:00:00Z");
const bucket = "arn:aws:s3:::orders";

function account(options: MockOptions = {}) {
  const aws = mockAws({ now, ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const client = aws.attach(new Backup());
  const create = (input: Partial<TieringConfigurationInputForCreate> = {}, CreatorRequestId?: string) =>
    client.createTieringConfiguration({
      TieringConfiguration: {
        TieringConfigurationName: "cheap",
        BackupVaultName: "nightly",
        ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 90 }],
        ...input,
      },
      CreatorRequestId,
      TieringConfigurationTags: { team: "sales" },
    });
  const get = async (TieringConfigurationName = "cheap") =>
    (await client.getTieringConfiguration({ TieringConfigurationName })).TieringConfiguration;
  const selection = (Resources: string[], ResourceType = "S3", TieringDownSettingsInDays = 60) => ({
    ResourceSelection: [{ ResourceType, Resources, TieringDownSettingsInDays }],
  });
  return { aws, client, create, get, selection };
}

const invalid = { name: "InvalidParameterValueException" };
const exists = { name: "AlreadyExistsException" };
const limited = { name: "LimitExceededException" };

test("a configuration is returned and listed as it was created", async () => {
  const { client, create, get } = account();
  const { TieringConfigurationArn, CreationTime } = await create({}, "once");
  expect(TieringConfigurationArn).toMatch(
    /^arn:aws:backup:us-east-1:123456789012:tiering-configuration:cheap-[0-9a-f-]{36}$/,
  );
  expect(await get()).toEqual({
    TieringConfigurationName: "cheap",
    TieringConfigurationArn,
    BackupVaultName: "nightly",
    ResourceSelection: [{ ResourceType: "S3", Resources: ["*"], TieringDownSettingsInDays: 90 }],
    CreatorRequestId: "once",
    CreationTime: new Date(now),
  });
  const { TieringConfigurations } = await client.listTieringConfigurations({});
  expect(TieringConfigurations).toEqual([
    { TieringConfigurationName: "cheap", TieringConfigurationArn, BackupVaultName: "nightly", CreationTime },
  ]);
  const { Tags } = await client.listTags({ ResourceArn: TieringConfigurationArn });
  expect(Tags).toEqual({ team: "sales" });
});

test("an update changes vault and resources, and sets its date", async () => {
  const { aws, client, create, get, selection } = account();
  await create();
  await aws.clock.advance("1 hour");
  const changed = { BackupVaultName: "*", ...selection([bucket]) };
  const updated = await client.updateTieringConfiguration({
    TieringConfigurationName: "cheap",
    TieringConfiguration: changed,
  });
  const LastUpdatedTime = new Date(now + 3_600_000);
  expect(updated).toMatchObject({ CreationTime: new Date(now), LastUpdatedTime });
  expect(await get()).toMatchObject({ ...changed, LastUpdatedTime });
});

test("a deleted configuration cannot be found, and its vault can have another one", async () => {
  const { client, create, get } = account();
  await create();
  await client.deleteTieringConfiguration({ TieringConfigurationName: "cheap" });
  const missing = { name: "ResourceNotFoundException" };
  await expect(get()).rejects.toMatchObject(missing);
  await expect(
    client.deleteTieringConfiguration({ TieringConfigurationName: "cheap" }),
  ).rejects.toMatchObject(missing);
  expect((await client.listTieringConfigurations({})).TieringConfigurations).toEqual([]);
  await create({ TieringConfigurationName: "cheaper" });
});

test("names are unique, and a vault has one configuration besides the one for all vaults", async () => {
  const { aws, client, create, selection } = account();
  const first = await create({}, "once");
  expect((await create({}, "once")).TieringConfigurationArn).toBe(first.TieringConfigurationArn);
  const state = aws.state;
  await expect(create({ BackupVaultName: "Default" })).rejects.toMatchObject(exists);
  await expect(create({ TieringConfigurationName: "other" })).rejects.toMatchObject(exists);
  expect(aws.state).toBe(state);
  await create({ TieringConfigurationName: "all", BackupVaultName: "*" });
  await expect(
    client.updateTieringConfiguration({
      TieringConfigurationName: "all",
      TieringConfiguration: { BackupVaultName: "nightly", ...selection(["*"]) },
    }),
  ).rejects.toMatchObject(exists);
  await expect(
    client.updateTieringConfiguration({
      TieringConfigurationName: "none",
      TieringConfiguration: { BackupVaultName: "nightly", ...selection(["*"]) },
    }),
  ).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("a vault that is still being created is refused", async () => {
  const { aws, client, create, selection } = account();
  const gapped = { BackupVaultName: "gapped" };
  await client.createLogicallyAirGappedBackupVault({ ...gapped, MinRetentionDays: 7, MaxRetentionDays: 9 });
  const conflict = { name: "ConflictException" };
  await expect(create(gapped)).rejects.toMatchObject(conflict);
  await create();
  const update = () =>
    client.updateTieringConfiguration({
      TieringConfigurationName: "cheap",
      TieringConfiguration: { ...gapped, ...selection(["*"]) },
    });
  await expect(update()).rejects.toMatchObject(conflict);
  await aws.settle();
  await update();
});

test.each<[string, (world: ReturnType<typeof account>) => Partial<TieringConfigurationInputForCreate>]>([
  ["a missing vault", () => ({ BackupVaultName: "elsewhere" })],
  ["no selection", () => ({ ResourceSelection: [] })],
  ["no resources", ({ selection }) => selection([])],
  ["all resources and one", ({ selection }) => selection(["*", bucket])],
  ["another type", ({ selection }) => selection(["*"], "EBS")],
  ["an unknown type", ({ selection }) => selection(["*"], "Floppy")],
  ["resources of another type", ({ selection }) => selection(["arn:aws:ec2:us-east-1:1:volume/vol-1"])],
  ["too few days", ({ selection }) => selection(["*"], "S3", 59)],
  ["an invalid name", () => ({ TieringConfigurationName: "dash-ed" })],
])("a configuration with %s is refused", async (_what, input) => {
  const world = account();
  const state = world.aws.state;
  await expect(world.create(input(world))).rejects.toMatchObject(invalid);
  expect(world.aws.state).toBe(state);
});

test("the numbers of selections and resources are limited", async () => {
  const { create, selection } = account();
  const buckets = Array.from({ length: 101 }, (_, index) => `${bucket}-${index}`);
  await expect(create(selection(buckets))).rejects.toMatchObject(limited);
  const [one] = selection([bucket]).ResourceSelection;
  const six = Array.from({ length: 6 }, () => one).filter(item => item !== undefined);
  await expect(create({ ResourceSelection: six })).rejects.toMatchObject(limited);
});

test("missing members and tokens of other lists are refused", async () => {
  const { client } = account();
  await expect(client.createTieringConfiguration({ TieringConfiguration: undefined })).rejects.toMatchObject({
    name: "MissingParameterValueException",
  });
  await expect(client.listTieringConfigurations({ NextToken: "no token" })).rejects.toMatchObject(invalid);
});
