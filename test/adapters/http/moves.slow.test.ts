import type { MockOptions } from "aws-backup-mock";
import { serviceModel, serviceNames } from "../../../src/model";
import { closeAll, sendRaw, served } from "./support";

afterEach(closeAll);

const arn = (index: number) => `arn:aws:dynamodb:us-east-1:123456789012:table/orders-${index}`;

/** An account in which a lot happens: hourly backups of many tables. */
async function busy(tables: number, options: MockOptions = {}) {
  const story = await served({ clock: "manual", recordEvents: 0, ...options });
  story.aws.seed({ resources: Array.from({ length: tables }, (_, index) => ({ arn: arn(index) })) });
  const { content } = await story.ask("PUT", "/backup/plans/", {
    BackupPlan: {
      BackupPlanName: "hourly",
      Rules: [
        {
          RuleName: "hourly",
          TargetBackupVaultName: "Default",
          ScheduleExpression: "cron(0 * * * ? *)",
          Lifecycle: { DeleteAfterDays: 1 },
        },
      ],
    },
  });
  const { BackupPlanId } = content as { BackupPlanId: string };
  const selection = {
    BackupSelection: {
      SelectionName: "all",
      IamRoleArn: "arn:aws:iam::123456789012:role/backup",
      Resources: ["*"],
    },
  };
  expect((await story.ask("PUT", `/backup/plans/${BackupPlanId}/selections/`, selection)).status).toBe(200);
  return story;
}

const minutes = (date: Date) => date.getTime() / 60_000;
const delay = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

test("others are answered while time is moved far, and see it pass", async () => {
  const { ask, aws, endpoint } = await busy(200);
  const start = aws.clock.now();
  const moving = ask("POST", "/_mock/clock", { advance: "10000 days" }).catch(() => "ended");
  const seen: number[] = [];
  for (let reads = 0; reads < 5; reads++) {
    await delay(50);
    const asked = performance.now();
    expect((await ask("GET", "/backup-vaults/Default/recovery-points?maxResults=1")).status).toBe(200);
    const { content } = await ask("GET", "/_mock/clock");
    expect(performance.now() - asked).toBeLessThan(5_000);
    seen.push(Date.parse((content as { now: string }).now));
  }
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen[4]).toBeGreaterThan(seen[0] ?? 0);
  const closing = performance.now();
  await endpoint.close();
  expect(performance.now() - closing).toBeLessThan(5_000);
  expect(await moving).toBe("ended");
  const stopped = aws.clock.now();
  expect(stopped.getTime()).toBeGreaterThan(start.getTime());
  expect(minutes(stopped)).toBeLessThan(minutes(start) + 10_000 * 24 * 60);
  const { state } = aws;
  await delay(100);
  expect(aws.state).toBe(state);
}, 60_000);

test("changes wait for the end of a move, in the order in which they came", async () => {
  const { ask, aws } = await busy(100);
  const start = aws.clock.now().getTime();
  const day = 24 * 60 * 60_000;
  const moving = ask("POST", "/_mock/clock", { advance: "3 days" });
  while (aws.clock.now().getTime() === start) await delay(5);
  const writing = ask("PUT", "/backup-vaults/nightly", {});
  await delay(10);
  const again = ask("POST", "/_mock/clock", { advance: "1 day" });
  await delay(10);
  const last = ask("PUT", "/backup-vaults/weekly", {});
  await moving;
  expect((await writing).content).toMatchObject({ CreationDate: (start + 3 * day) / 1000 });
  expect((await again).content).toMatchObject({ to: new Date(start + 4 * day).toISOString() });
  expect((await last).content).toMatchObject({ CreationDate: (start + 4 * day) / 1000 });
}, 60_000);

test("a move ends where it is when its client goes", async () => {
  const { ask, aws, endpoint } = await busy(200);
  const going = new AbortController();
  const start = aws.clock.now().getTime();
  const moving = fetch(`${endpoint.url}/_mock/clock`, {
    method: "POST",
    body: '{"advance":"10000 days"}',
    signal: going.signal,
  });
  while (aws.clock.now().getTime() === start) await delay(5);
  going.abort();
  await expect(moving).rejects.toThrow("abort");
  await delay(500);
  const { state } = aws;
  await delay(200);
  expect(aws.state).toBe(state);
  expect((await ask("PUT", "/backup-vaults/nightly", {})).status).toBe(200);
}, 60_000);

test("time can be moved by centuries when little happens", async () => {
  const { ask } = await served({ clock: "manual" });
  const { status, content } = await ask("POST", "/_mock/clock", { advance: "365000 days" });
  expect({ status, content }).toMatchObject({ status: 200, content: { to: "3025-05-04T00:00:00.000Z" } });
});

test("fake timers do not hold a move up", async () => {
  const { endpoint, aws } = await busy(50);
  jest.useFakeTimers();
  try {
    const body = '{"advance":"1 day"}';
    const answer = await sendRaw(
      endpoint.port,
      `POST /_mock/clock HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );
    expect(answer).toContain("HTTP/1.1 200");
  } finally {
    jest.useRealTimers();
  }
  expect(aws.clock.now()).toEqual(new Date("2026-01-02T00:00:00Z"));
});

test("all operations that come by GET only read, as their names say", () => {
  const operations = serviceNames.flatMap(name => {
    const model = serviceModel(name);
    return [...model.operationNames()].map(operation => model.operation(operation));
  });
  const byGet = operations.filter(operation => operation?.http.method === "GET");
  expect(byGet.length).toBeGreaterThan(50);
  for (const operation of byGet) expect(operation?.name).toMatch(/^(Describe|Export|Get|List)[A-Z]/);
});
