import { readFileSync } from "node:fs";
import { MockError } from "aws-backup-mock";
import { forecastOfThreeRules } from "../../examples/forecast";
import { accountWith, daily, rule, table, volume } from "./account";

const weekly = rule("weekly", "cron(0 5 ? * 1 *)", 90);

/** The elements of an XML document, or the first mistake in their nesting. */
function elementsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  for (const [, closing, name = "", rest] of xml.matchAll(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*\s*\/?)>/gi,
  )) {
    if (closing) expect(open.pop()).toBe(name);
    else {
      found.push(name);
      if (!rest?.endsWith("/")) open.push(name);
    }
  }
  expect(open).toEqual([]);
  expect(xml.match(/</g)).toHaveLength(xml.match(/<\/?[a-z]/gi)?.length ?? 0);
  return found;
}

describe("as a text", () => {
  test("a forecast shows each rule's backups by month, what is kept at the end, and what goes wrong", async () => {
    const lost = rule("lost", "cron(0 12 1 * ? *)", 7, { TargetBackupVaultName: "lost" });
    const aws = await accountWith([{ arn: table }], [daily, weekly, lost]);
    const forecast = await aws.forecast({ for: "120 days" });
    expect(`\n${forecast}\n`).toMatchInlineSnapshot(`
"
Forecast of 120 days, from 2026-01-01 00:00 to 2026-05-01 00:00 UTC

                               2026
Backups                         Jan  Feb  Mar  Apr
plan / daily                    27~  24~  26~  26~
plan / lost                      0!   0!   0!   0!
plan / weekly                    4    4    5    4
! some fail
~ some are made by another rule instead

Kept at the end                     points        warm        cold         GiB    most GiB
plan / daily                            30          30           0        30.0        30.0
plan / lost                              0           0           0         0.0         0.0
plan / weekly                           13          13           0        13.0        13.0
vault Default (us-east-1)               43          43           0        43.0        43.0

2 problems
- plan / lost: Backup vault lost does not exist, so jobs of this rule that target it fail.
  [VaultMissing]
- plan / lost, arn:aws:dynamodb:us-east-1:123456789012:table/orders: FAILED: Backup job failed
  because backup vault arn:aws:backup:us-east-1:123456789012:backup-vault:lost does not exist. (4
  times, 2026-01-01 12:00 to 2026-04-01 12:00) [BackupFails]
"
`);
  });

  test("no line is longer than 100 columns, however long the names and the time are", async () => {
    const name = "a-very-long-name-of-a-rule-that-nobody-can-read";
    const vault = "a-vault-with-a-name-as-long-as-it-can-be-so-long-";
    const aws = await accountWith(
      [{ arn: table }, { arn: volume() }],
      [rule(name, "cron(0 5 1 * ? *)", 1, { TargetBackupVaultName: vault })],
    );
    for (const time of ["0 days", "1 day", "40 days", "1200 days"]) {
      const lines = String(await aws.forecast({ for: time })).split("\n");
      expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(100);
    }
  });

  test("an account without plans and backups has little to tell", async () => {
    const aws = await accountWith([], [daily]);
    aws.reset();
    expect(String(await aws.forecast({ for: "1 day" }))).toContain("No rule of a plan, and no backup");
  });
});

describe("as a picture", () => {
  test("a forecast is the same document every time, well-formed, with a title for each lane", async () => {
    const [one, other] = [await forecastOfThreeRules(), await forecastOfThreeRules()];
    const svg = one.toSvg();
    expect(other.toSvg()).toBe(svg);
    const elements = elementsOf(svg);
    expect(elements[0]).toBe("svg");
    expect(elements.filter(name => name === "title")).toHaveLength(4);
    expect(svg).toContain("<title>three-rules / weekly: 0 recovery points, 114 failed.</title>");
    expect(svg).toContain("prefers-color-scheme:dark");
  });

  test("names cannot break out of it", async () => {
    const forecast = await (await accountWith([{ arn: "arn:aws:s3:::a&b<c>" }], [daily])).forecast({
      for: "3 days",
    });
    const svg = forecast.toSvg({ lanes: "resources" });
    elementsOf(svg);
    expect(svg).toContain("<title>arn:aws:s3:::a&amp;b&lt;c&gt;: 3 recovery points.</title>");
  });

  test("cold storage is dashed, and failures are crosses", async () => {
    const svg = (await forecastOfThreeRules()).toSvg();
    const lanes = svg.split('<g role="img">').slice(1);
    const marks = lanes.map(lane => [...lane.matchAll(/<path class="(\w+)"/g)].map(([, name]) => name));
    expect(marks).toEqual([["warm"], ["warm", "cold"], ["failed"]]);
    expect(svg).toMatch(/\.cold\{[^}]*stroke-dasharray/);
  });

  test("there is a lane for each resource if asked for", async () => {
    const aws = await accountWith([{ arn: table }, { arn: volume() }], [daily]);
    const svg = (await aws.forecast({ for: "10 days" })).toSvg({ lanes: "resources" });
    expect(svg).toContain(`<title>${table}: 10 recovery points.</title>`);
    expect(svg).toContain(`<title>${volume()}: 10 recovery points.</title>`);
  });

  test("ten thousand points are a small document", async () => {
    const resources = Array.from({ length: 24 }, (_, index) => ({ arn: volume(index) }));
    const aws = await accountWith(resources, [daily, rule("noon", "cron(0 12 ? * * *)", 400)]);
    const forecast = await aws.forecast({ for: "210 days" });
    expect(forecast.runs.length).toBeGreaterThan(10_000);
    expect(forecast.toSvg().length).toBeLessThan(200_000);
    expect(forecast.toSvg({ lanes: "resources" }).length).toBeLessThan(200_000);
  });

  test("a mistake in the options is refused", async () => {
    const forecast = await (await accountWith([], [daily])).forecast({ for: "1 day" });
    expect(() => forecast.toSvg({ lanes: "vaults" } as never)).toThrow(MockError);
    expect(() => forecast.toSvg({ width: 3 } as never)).toThrow("unknown option width");
  });

  test("the one in the README is up to date: npx tsx examples/forecast.ts docs/images/forecast.svg", async () => {
    const [forecast, committed] = [
      await forecastOfThreeRules(),
      readFileSync("docs/images/forecast.svg", "utf8"),
    ];
    expect(committed).toBe(forecast.toSvg());
  });
});
