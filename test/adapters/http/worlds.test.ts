import { closeAll, served } from "./support";

afterEach(closeAll);

const id = "fs-0123456789abcdef0";

const world = async () => {
  const all = await served({ clock: "manual" });
  all.aws.seed({
    backup: {
      plans: [
        {
          BackupPlanId: "11111111-1111-4111-8111-111111111111",
          BackupPlan: {
            BackupPlanName: "daily",
            Rules: [
              {
                RuleName: "daily",
                TargetBackupVaultName: "Default",
                ScheduleExpression: "cron(0 5 ? * * *)",
                ScheduleExpressionTimezone: "Etc/UTC",
              },
            ],
          },
        },
      ],
    },
    efs: { fileSystems: [{ FileSystemId: id, Tags: [{ Key: "team", Value: "one" }] }] },
  });
  return all;
};

test("snapshots are taken by name, listed, compared with, and returned to", async () => {
  const { aws, ask } = await world();
  expect(await ask("POST", "/_mock/snapshot", { name: "before" })).toMatchObject({
    content: { name: "before", now: "2026-01-01T00:00:00.000Z" },
  });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  await ask("POST", "/_mock/clock", { advance: "1 hour" });
  await ask("POST", "/_mock/snapshot", { name: "after" });
  expect((await ask("GET", "/_mock/snapshots")).content).toEqual(["before", "after"]);
  const changes = {
    backup: { vaults: { added: [expect.objectContaining({ BackupVaultName: "nightly" })] } },
  };
  expect((await ask("GET", "/_mock/changes?since=before")).content).toEqual(changes);
  expect((await ask("POST", "/_mock/changes", { since: "before" })).content).toEqual(changes);
  expect((await ask("GET", "/_mock/changes?since=before&region=eu-west-1")).content).toEqual({});
  expect((await ask("POST", "/_mock/rollback", { name: "before" })).content).toEqual({
    now: "2026-01-01T00:00:00.000Z",
  });
  expect(aws.state.backup.vaults.has("nightly")).toBe(false);
  await ask("POST", "/_mock/rollback", { name: "after" });
  expect(aws.state.backup.vaults.has("nightly")).toBe(true);
});

test("a record is edited by a merge patch: members replaced, removed, merged, lists as a whole", async () => {
  const { aws, ask } = await world();
  const patch = { Name: null, Tags: [{ Key: "team", Value: "two" }], SizeInBytes: { ValueInIA: 5 } };
  expect(await ask("POST", "/_mock/edit", { kind: "efs.fileSystems", key: id, patch })).toMatchObject({
    status: 200,
  });
  const record = aws.state.efs.fileSystems.get(id);
  expect(record).toMatchObject({ Tags: [{ Key: "team", Value: "two" }], SizeInBytes: { ValueInIA: 5 } });
  expect(record?.Name).toBeUndefined();
});

test("a plan is explained", async () => {
  const { ask } = await world();
  const { content } = await ask("GET", "/_mock/explain?backupPlanId=11111111-1111-4111-8111-111111111111");
  expect(content).toMatchObject({
    backupPlanName: "daily",
    rules: [{ ruleName: "daily", nextRuns: expect.arrayContaining(["2026-01-01T05:00:00.000Z"]) }],
    problems: [{ code: "NoSelection" }],
  });
});

test("what is to come is listed, and the clock moves to the next change and to an event", async () => {
  const { ask, aws } = await world();
  const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
  aws.seed({
    resources: [{ arn: table }],
    backup: {
      selections: [
        {
          BackupPlanId: "11111111-1111-4111-8111-111111111111",
          BackupSelection: {
            SelectionName: "a",
            IamRoleArn: "arn:aws:iam::123456789012:role/b",
            Resources: [table],
          },
        },
      ],
    },
  });
  const agenda = await ask("GET", "/_mock/agenda?first=1");
  expect(agenda.content).toMatchObject({ size: expect.any(Number), steps: [{ at: expect.any(Number) }] });
  const { content } = await ask("POST", "/_mock/clock", { next: true });
  expect(content).toMatchObject({ to: new Date(aws.state.now).toISOString() });
  const until = { event: "Backup Job State Change", detail: { state: "COMPLETED" } };
  await ask("POST", "/_mock/clock", { until, within: "3 days" });
  const events = await ask("GET", "/_mock/events?detailType=Backup%20Job%20State%20Change&newest=1");
  expect(events.content).toMatchObject([{ detail: { state: "COMPLETED" } }]);
  expect(aws.state.now).toBeLessThan(Date.parse("2026-01-02T00:00:00Z"));
  expect((await ask("GET", "/_mock/events?detailType=Copy%20Job%20State%20Change")).content).toEqual([]);
});

test.each<[string, string, string, object | undefined, string, RegExp]>([
  [
    "an unknown snapshot",
    "POST",
    "/_mock/rollback",
    { name: "befor" },
    "InvalidSnapshot",
    /did you mean "before"\?/,
  ],
  [
    "the same for changes",
    "GET",
    "/_mock/changes?since=later",
    undefined,
    "InvalidSnapshot",
    /choose one of before/,
  ],
  ["no name", "POST", "/_mock/snapshot", {}, "InvalidOption", /name is missing/],
  ["an empty name", "POST", "/_mock/snapshot", { name: "" }, "InvalidOption", /empty/],
  ["an unknown plan", "GET", "/_mock/explain?backupPlanId=x", undefined, "UnknownId", /no such backup plan/],
  [
    "an unknown parameter",
    "GET",
    "/_mock/explain?planId=x",
    undefined,
    "InvalidOption",
    /unknown member "planId"/,
  ],
  [
    "a misspelt filter",
    "GET",
    "/_mock/events?detailtype=x",
    undefined,
    "InvalidOption",
    /did you mean "detailType"\?/,
  ],
  [
    "two filters",
    "GET",
    "/_mock/events?detailType=x&detailType=y",
    undefined,
    "InvalidOption",
    /give a string/,
  ],
  ["no number", "GET", "/_mock/calls?newest=many", undefined, "InvalidOption", /whole number/],
  [
    "an unknown record",
    "POST",
    "/_mock/edit",
    { kind: "efs.fileSystems", key: "fs-1", patch: {} },
    "UnknownId",
    /fs-1/,
  ],
  [
    "an unknown kind",
    "POST",
    "/_mock/edit",
    { kind: "efs.fileSystem", key: id, patch: {} },
    "InvalidEdit",
    /did you mean/,
  ],
  [
    "an impossible value",
    "POST",
    "/_mock/edit",
    { kind: "efs.fileSystems", key: id, patch: { PerformanceMode: "fast" } },
    "InvalidEdit",
    /PerformanceMode/,
  ],
  [
    "a member that every object inherits",
    "POST",
    "/_mock/edit",
    JSON.parse(`{"kind":"efs.fileSystems","key":"${id}","patch":{"__proto__":{"a":1}}}`),
    "InvalidEdit",
    /__proto__/,
  ],
  [
    "a bound without a condition",
    "POST",
    "/_mock/clock",
    { advance: "1 day", within: "1 day" },
    "InvalidOption",
    /within/,
  ],
  [
    "an unknown condition",
    "POST",
    "/_mock/clock",
    { until: { state: "x" } },
    "InvalidOption",
    /give an event/,
  ],
])("%s is refused and changes nothing", async (_, method, path, body, code, message) => {
  const { aws, ask } = await world();
  await ask("POST", "/_mock/snapshot", { name: "before" });
  const before = aws.state;
  const { status, content } = await ask(method, path, body);
  expect({ status, content }).toEqual({
    status: 400,
    content: { code, message: expect.stringMatching(message) },
  });
  expect(aws.state).toBe(before);
});
