import { BackupClient, CreateBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { type MoveOptions, mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const fixture = { backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] };

test("a world is seeded, shown and reset", async () => {
  const { aws, ask } = await served();
  const seeded = await ask("POST", "/_mock/seed", fixture);
  expect(seeded.status).toBe(200);
  expect(seeded.content).toMatchObject({
    backup: {
      vaults: [{ BackupVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly" }],
    },
    resources: [{ arn: table }],
  });
  const { content } = await ask("GET", "/_mock/state");
  expect(content).toMatchObject({
    accountId: "123456789012",
    region: "us-east-1",
    now: "2026-01-01T00:00:00.000Z",
    backup: { vaults: [{ BackupVaultName: "Default" }, { BackupVaultName: "nightly" }] },
    efs: { fileSystems: [] },
    fsx: { fileSystems: [] },
  });
  expect(await ask("POST", "/_mock/reset")).toMatchObject({ status: 200, content: {} });
  expect(aws.state.backup.vaults.has("nightly")).toBe(false);
});

test("another account and Region are named in the query", async () => {
  const { aws, ask } = await served();
  const there = "?region=eu-west-1&accountId=222222222222";
  expect((await ask("POST", `/_mock/seed${there}`, fixture)).status).toBe(200);
  expect(aws.state.backup.vaults.has("nightly")).toBe(false);
  expect((await ask("GET", `/_mock/state${there}`)).content).toMatchObject({
    accountId: "222222222222",
    region: "eu-west-1",
    backup: { vaults: [{ BackupVaultName: "nightly" }] },
  });
});

test("the clock is read, moved by a duration, to a date, and until nothing is in flight", async () => {
  const { aws, ask, config } = await served({ clock: "manual" });
  aws.seed(fixture);
  expect((await ask("GET", "/_mock/clock")).content).toEqual({ now: "2026-01-01T00:00:00.000Z" });
  expect((await ask("POST", "/_mock/clock", { advance: "35 days" })).content).toMatchObject({
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-02-05T00:00:00.000Z",
    jobs: {},
  });
  await ask("POST", "/_mock/clock", { advance: { hours: 2 } });
  await ask("POST", "/_mock/clock", { advance: 1_000 });
  expect((await ask("GET", "/_mock/clock")).content).toEqual({ now: "2026-02-05T02:00:01.000Z" });
  await ask("POST", "/_mock/clock", { now: "2027-01-01T00:00:00Z" });
  expect(aws.clock.now()).toEqual(new Date("2027-01-01T00:00:00Z"));
  await new BackupClient(config).send(
    new StartBackupJobCommand({
      BackupVaultName: "nightly",
      ResourceArn: table,
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    }),
  );
  expect((await ask("POST", "/_mock/clock", { settle: true })).content).toMatchObject({
    jobs: { COMPLETED: 1 },
    recoveryPoints: { made: 1 },
  });
});

test("calls and events are listed, and calls are filtered by service and operation", async () => {
  const { aws, ask, config } = await served({ clock: "manual" });
  const client = new BackupClient(config);
  const create = () => client.send(new CreateBackupVaultCommand({ BackupVaultName: "nightly" }));
  await create();
  await create().catch(() => {});
  await ask("GET", "/2015-02-01/file-systems");
  const calls = await ask("GET", "/_mock/calls");
  expect(calls.content).toMatchObject([
    {
      service: "backup",
      operation: "CreateBackupVault",
      input: { BackupVaultName: "nightly" },
      output: { CreationDate: "2026-01-01T00:00:00.000Z" },
      region: "us-east-1",
      accountId: "123456789012",
      time: "2026-01-01T00:00:00.000Z",
      answeredBy: "model",
    },
    {
      error: {
        name: "AlreadyExistsException",
        message: "Backup vault with the same name already exists",
        Arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly",
      },
    },
    { service: "efs", operation: "DescribeFileSystems" },
  ]);
  expect((await ask("GET", "/_mock/calls?service=efs")).content).toHaveLength(1);
  expect((await ask("GET", "/_mock/calls?operation=CreateBackupVault")).content).toHaveLength(2);
  expect((await ask("GET", "/_mock/calls?service=efs&operation=CreateBackupVault")).content).toEqual([]);
  const events = await ask("GET", "/_mock/events");
  expect(events.content).toEqual(JSON.parse(JSON.stringify(aws.events())));
  expect(events.content).toMatchObject([
    { source: "aws.backup", "detail-type": "Backup Vault State Change" },
  ]);
});

test.each<[string, string, unknown, string]>([
  ["an unknown collection", "/_mock/seed", { backup: { cellars: [] } }, "InvalidFixture"],
  ["a broken rule", "/_mock/seed", { backup: { vaults: [{ BackupVaultName: "a b" }] } }, "InvalidFixture"],
  ["an object for a list", "/_mock/seed", { resources: {} }, "InvalidFixture"],
  ["a list for a service", "/_mock/seed", { backup: [] }, "InvalidFixture"],
  ["a number for a service", "/_mock/seed", { backup: 5 }, "InvalidFixture"],
  ["a list of null", "/_mock/seed", { resources: [null] }, "InvalidFixture"],
  ["a member that every object inherits", "/_mock/seed", '{"__proto__":{"vaults":[]}}', "InvalidFixture"],
  ["the same, deeper", "/_mock/seed", '{"backup":{"constructor":[{}]}}', "InvalidFixture"],
  ["an invalid duration", "/_mock/clock", { advance: "a while" }, "InvalidOption"],
  ["time that goes back", "/_mock/clock", { advance: -1 }, "InvalidOption"],
  ["a list of times", "/_mock/clock", { advance: ["1 day"] }, "InvalidOption"],
  ["a date in the past", "/_mock/clock", { now: "2020-01-01T00:00:00Z" }, "ClockCannotMove"],
  ["an invalid date", "/_mock/clock", { now: "soon" }, "InvalidOption"],
  ["a duration as long as a book", "/_mock/clock", { advance: "1 day ".repeat(100) }, "InvalidOption"],
  ["the end of time", "/_mock/clock", '{"advance": 1e300}', "ClockCannotMove"],
  ["an invalid settle", "/_mock/clock", { settle: "yes" }, "InvalidOption"],
  ["two moves", "/_mock/clock", { settle: true, advance: "1 day" }, "InvalidOption"],
  ["no move", "/_mock/clock", {}, "InvalidOption"],
  ["invalid JSON", "/_mock/clock", "{", "SerializationException"],
  ["a list for a fixture", "/_mock/seed", "[]", "SerializationException"],
  ["depth", "/_mock/seed", `{"backup":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, "SerializationException"],
  ["an invalid Region", "/_mock/seed?region=x", {}, "InvalidOption"],
  ["an invalid account", "/_mock/seed?accountId=constructor", {}, "InvalidOption"],
  ["an unknown parameter", "/_mock/seed?place=here", {}, "InvalidOption"],
  ["two Regions", "/_mock/seed?region=eu-west-1&region=eu-west-2", {}, "InvalidOption"],
])("%s is refused and changes nothing", async (_, path, body, code) => {
  const { aws, ask } = await served();
  const before = aws.state;
  const { status, content } = await ask("POST", path, body);
  expect({ status, content }).toEqual({ status: 400, content: { code, message: expect.any(String) } });
  expect(aws.state).toBe(before);
});

test("unknown paths and methods are answered with the list of control paths", async () => {
  const { ask } = await served();
  expect(await ask("GET", "/_mock")).toMatchObject({
    status: 404,
    content: { code: "NotFound", message: expect.stringContaining("GET /_mock/state") },
  });
  expect((await ask("GET", "/_mock/state/backup")).status).toBe(404);
  const { status, headers } = await ask("DELETE", "/_mock/clock");
  expect(status).toBe(405);
  expect(headers.get("allow")).toBe("GET, POST");
});

test("a move of more steps than one request may take stops, and says where", async () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const endless = {
    advance: async (_: unknown, options?: MoveOptions) => {
      for (let steps = 0; ; steps += 1_000_000) await options?.between?.(steps);
    },
    set: () => aws.clock.set(0),
  };
  const answers = await listen(
    new Proxy(aws, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name === "clock") return endless;
        return typeof value === "function" ? value.bind(target) : value;
      },
    }),
  );
  const response = await fetch(`${answers.url}/_mock/clock`, { method: "POST", body: '{"advance":"1 day"}' });
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({
    code: "ClockStopped",
    message: expect.stringContaining("Stopped the clock at 2026-01-01T00:00:00.000Z after 5000000 steps"),
  });
  await answers.close();
});
