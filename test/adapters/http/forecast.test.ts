import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const prices: unknown = JSON.parse(
  readFileSync(join(__dirname, "../../../examples/prices-us-east-1.json"), "utf8"),
);

/** An account whose plan backs up a table every day and keeps the backups for a week. */
const world = async () => {
  const all = await served({ clock: "manual" });
  const BackupPlanId = "11111111-1111-4111-8111-111111111111";
  all.aws.seed({
    resources: [{ arn: table, sizeInBytes: 1024 ** 3 }],
    backup: {
      plans: [
        {
          BackupPlanId,
          BackupPlan: {
            BackupPlanName: "tables",
            Rules: [
              {
                RuleName: "daily",
                TargetBackupVaultName: "Default",
                ScheduleExpression: "cron(0 5 ? * * *)",
                Lifecycle: { DeleteAfterDays: 7 },
              },
            ],
          },
        },
      ],
      selections: [
        {
          BackupPlanId,
          BackupSelection: {
            SelectionName: "orders",
            IamRoleArn: "arn:aws:iam::123456789012:role/backup",
            Resources: [table],
          },
        },
      ],
    },
  });
  return all;
};

test("the future is read over HTTP as in the process, and nothing moves", async () => {
  const { aws, ask } = await world();
  const before = aws.state;
  const { status, content } = await ask("POST", "/_mock/forecast", { for: "30 days", prices });
  expect(status).toBe(200);
  const inProcess = await aws.forecast({ for: "30 days", prices: Object(prices) });
  expect(content).toEqual(JSON.parse(JSON.stringify(inProcess)));
  expect(content).toMatchObject({ to: "2026-01-31T00:00:00.000Z", problems: expect.any(Array) });
  expect(content).toHaveProperty("costs");
  expect(content).toHaveProperty("runs.length", 30);
  expect(aws.state).toBe(before);
  const short = await ask("GET", "/_mock/forecast?for=3%20days");
  expect(short.content).toHaveProperty("runs.length", 3);
  expect(short.content).not.toHaveProperty("costs");
});

test("the future is drawn for terminals and as SVG", async () => {
  const { aws, endpoint } = await world();
  const forecast = await aws.forecast({ for: "30 days" });
  const text = await fetch(`${endpoint.url}/_mock/forecast?for=30%20days&as=text`);
  expect(text.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(await text.text()).toBe(String(forecast));
  const svg = await fetch(`${endpoint.url}/_mock/forecast?for=30%20days&as=svg`);
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  expect(svg.headers.get("content-security-policy")).toContain("sandbox");
  expect(await svg.text()).toBe(forecast.toSvg());
});

test.each<[string, object, RegExp]>([
  ["no length", {}, /for is missing/],
  ["an invalid length", { for: "a while" }, /a while/],
  ["a misspelt member", { for: "1 day", price: {} }, /did you mean "prices"\?/],
  ["an unknown form", { for: "1 day", as: "pdf" }, /choose one of json, text, svg/],
  ["invalid prices", { for: "1 day", prices: { region: "x" } }, /prices/i],
  ["an invalid resource", { for: "1 day", resources: [{ arn: "x" }] }, /resources\[0\]/],
  ["a resource that is none", { for: "1 day", resources: [5] }, /a list of objects/],
])("%s is refused", async (_, body, message) => {
  const { ask } = await world();
  expect(await ask("POST", "/_mock/forecast", body)).toMatchObject({
    status: 400,
    content: { code: expect.stringMatching(/^Invalid/), message: expect.stringMatching(message) },
  });
});

test("a forecast of a client that goes ends", async () => {
  const { endpoint, aws, ask } = await world();
  const stopping = new AbortController();
  const forecast = fetch(`${endpoint.url}/_mock/forecast?for=36500%20days`, { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 50);
  await expect(forecast).rejects.toThrow();
  const began = performance.now();
  expect((await ask("GET", "/_mock/clock")).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(aws.state.now).toBe(Date.parse("2026-01-01T00:00:00Z"));
});
