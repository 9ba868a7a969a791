import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BackupClient, ListBackupVaultsCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import type { MockAws } from "aws-backup-mock";
import type { Browser, Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import { testWith, working } from "../adapters/http/programs";
import { closeAll, served } from "../adapters/http/support";

const chromium = working(["/usr/bin/chromium-headless-shell", "chromium-headless-shell"], ["--version"]);
const testInBrowser = testWith(chromium, "a browser (Debian's chromium-headless-shell)");

let browser: Browser | undefined;

beforeAll(async () => {
  if (chromium === undefined) return;
  // Containers have neither a sandbox nor much shared memory.
  browser = await puppeteer.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
});
afterEach(closeAll);
afterAll(() => browser?.close());

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const role = "arn:aws:iam::123456789012:role/backup";

/** Opens the page of an endpoint, and collects what the browser complains about. */
async function opened(url: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  if (!browser) throw new Error("No browser.");
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", message => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  page.on("pageerror", error => complaints.push(String(error)));
  page.on("dialog", dialog => complaints.push(`a dialog: ${dialog.message()}`));
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  await page.waitForSelector(".panels");
  return { page, complaints };
}

/** Waits until a part of the page has this text. */
const shows = (page: Page, selector: string, text: string) =>
  page.waitForFunction(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].some(each => each.textContent.includes(${JSON.stringify(text)}))`,
    { timeout: 20_000 },
  );

const press = async (page: Page, name: string) => {
  const button = await page.waitForSelector(
    `::-p-xpath(//button[normalize-space(.)="${name}"][not(@disabled)])`,
  );
  await button?.click();
};

const startJob = () =>
  new StartBackupJobCommand({
    BackupVaultName: "Default",
    ResourceArn: table,
    IamRoleArn: role,
    Lifecycle: { DeleteAfterDays: 7 },
  });

testInBrowser(
  "a job is seen to begin and to complete, time is moved, and its point is seen to expire",
  async () => {
    const { aws, endpoint, config } = await served({ clock: "manual" });
    aws.seed({ resources: [{ arn: table }] });
    const { page, complaints } = await opened(endpoint.url);
    await shows(page, "[aria-labelledby=jobs]", "No job has begun yet.");

    await new BackupClient(config).send(startJob());
    await shows(page, "[aria-labelledby=jobs] li", "CREATED");
    await shows(page, "[aria-labelledby=calls] li", "StartBackupJob");

    await press(page, "Settle");
    await shows(page, "[aria-labelledby=jobs] li", "COMPLETED");
    await shows(page, ".outcome", "1 job completed, 1 recovery point made");
    await shows(page, "[aria-labelledby=vaults] tr", "Default1");

    await press(page, "+1 day");
    await shows(page, ".clock time", "2026-01-02");
    await press(page, "+35 days");
    await shows(page, ".outcome", "1 point expired");
    await shows(page, "[aria-labelledby=vaults] tr", "Default0");
    expect(aws.state.backup.recoveryPoints.size).toBe(0);
    expect(complaints).toEqual([]);
  },
  120_000,
);

testInBrowser(
  "what code in the process and other clients do shows by itself, and looking moves no time",
  async () => {
    const { aws, endpoint, config } = await served({ clock: "auto" });
    const job = { ResourceArn: table, State: "RUNNING" as const, BackupVaultName: "Default" };
    aws.seed({ resources: [{ arn: table }], backup: { backupJobs: [job] } });
    const { page, complaints } = await opened(endpoint.url);
    aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
    await shows(page, "[aria-labelledby=vaults] td", "nightly");
    await new BackupClient(config).send(new ListBackupVaultsCommand());
    await shows(page, "[aria-labelledby=calls] li", "ListBackupVaults");
    aws.in({ region: "eu-west-1" }).seed({ backup: { vaults: [{ BackupVaultName: "far" }] } });
    await shows(page, ".place option", "eu-west-1");
    await page.select(".place select", "123456789012 · eu-west-1");
    await shows(page, "[aria-labelledby=vaults] td", "far");
    // Looking at unfinished work moves no time.
    expect(aws.state.now).toBe(Date.parse("2026-01-01T00:00:00Z"));
    expect(complaints).toEqual([]);
  },
  120_000,
);

testInBrowser(
  "the clock is moved with the keyboard alone, to an event, and to a date",
  async () => {
    const { aws, endpoint } = await served({ clock: "manual" });
    aws.seed({
      resources: [{ arn: table }],
      backup: { backupJobs: [{ ResourceArn: table, State: "RUNNING", BackupVaultName: "Default" }] },
    });
    const { page, complaints } = await opened(endpoint.url);
    const focusOn = async (text: string) => {
      for (let tabs = 0; tabs < 30; tabs++) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate("document.activeElement.textContent")) === text) return;
      }
      throw new Error(`The key Tab does not reach ${text}.`);
    };
    await focusOn("Until …");
    await page.keyboard.press("Enter");
    // From the date's fields to the list of events, whose first is the completion of a job.
    await focusOn("Go");
    await focusOn("Go");
    await page.keyboard.press("Enter");
    await shows(page, ".outcome", "1 job completed");

    await focusOn("+1 day");
    await page.keyboard.press("Enter");
    await shows(page, ".clock time", "2026-01-02");

    await focusOn("Until …");
    await page.keyboard.press("Enter");
    await page.locator("input[type=datetime-local]").fill("2026-02-01T12:30");
    await page.keyboard.press("Enter");
    await shows(page, ".clock time", "2026-02-01 12:30:00");
    expect(complaints).toEqual([]);
  },
  120_000,
);

/** Twenty tables that a plan backs up every hour. */
function hourlyBackups() {
  const BackupPlanId = "11111111-1111-4111-8111-111111111111";
  const Resources = Array.from({ length: 20 }, (_, index) => `${table}-${index}`);
  const Rules = [
    {
      RuleName: "hourly",
      TargetBackupVaultName: "Default",
      ScheduleExpression: "cron(0 * ? * * *)",
      Lifecycle: { DeleteAfterDays: 3 },
    },
  ];
  const BackupSelection = { SelectionName: "all", IamRoleArn: role, Resources };
  return {
    resources: Resources.map(arn => ({ arn })),
    backup: {
      vaults: [{ BackupVaultName: "Default" }],
      plans: [{ BackupPlanId, BackupPlan: { BackupPlanName: "tables", Rules } }],
      selections: [{ BackupPlanId, BackupSelection }],
    },
  };
}

testInBrowser(
  "the future is drawn, and the clock has not moved",
  async () => {
    const { aws, endpoint } = await served({ clock: "manual" });
    const { resources, backup } = hourlyBackups();
    aws.seed({ resources, backup: { plans: backup.plans, selections: backup.selections } });
    const { page, complaints } = await opened(endpoint.url);
    await page.select("[aria-labelledby=forecast] select", "35 days");
    await press(page, "Look ahead");
    await page.waitForFunction("document.querySelector('.forecast img')?.naturalWidth > 100");
    expect(aws.state.now).toBe(Date.parse("2026-01-01T00:00:00Z"));
    expect(complaints).toEqual([]);
  },
  120_000,
);

testInBrowser(
  "a long move is watched and stopped",
  async () => {
    // In a process of its own: the browser's driver needs more of this one than a move leaves.
    const server = spawn(
      process.execPath,
      ["--import", "tsx", "src/cli.ts", "serve", "--port", "0", "--clock", "manual"],
      { cwd: join(__dirname, "../..") },
    );
    try {
      const [listening] = await once(server.stdout, "data");
      const url = /http:\S+?(?=[:,.]?\s)/.exec(String(listening))?.[0] ?? "";
      await fetch(`${url}/_mock/seed`, { method: "POST", body: JSON.stringify(hourlyBackups()) });
      const { page, complaints } = await opened(url);
      await page.click(".until summary");
      await page.locator("input[type=datetime-local]").fill("2066-01-01T00:00");
      await page.keyboard.press("Enter");
      await shows(page, ".clock time", "2026-02-");
      await press(page, "Stop");
      await shows(page, ".outcome", "Stopped.");
      const shown = await page.$eval(".clock time", time => String(time.textContent));
      expect(shown).not.toContain("2066");
      expect(complaints).toEqual([]);
    } finally {
      server.kill();
    }
  },
  120_000,
);

testInBrowser(
  "a text of the world is shown as text, whatever it looks like",
  async () => {
    const { aws, endpoint, config } = await served({ clock: "manual" });
    const evil = '<img src="x" onerror="alert(1)">';
    aws.seed({ resources: [{ arn: table, name: evil }] });
    aws.nextJob().fails(evil);
    await new BackupClient(config).send(startJob());
    await aws.settle();
    const { page, complaints } = await opened(endpoint.url);
    await shows(page, ".message", evil);
    expect(await page.$$("img")).toEqual([]);
    expect(complaints).toEqual([]);
  },
  120_000,
);

testInBrowser(
  "it is readable in light and dark, and on a narrow screen",
  async () => {
    const { endpoint } = await served({ clock: "manual" });
    const { page } = await opened(endpoint.url);
    const contrast = async (): Promise<{ ground: number; text: number; quiet: number }> =>
      JSON.parse(String(await page.evaluate(measureContrast)));
    for (const [scheme, isLight] of [
      ["light", true],
      ["dark", false],
    ] as const) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const { ground, text, quiet } = await contrast();
      expect({ scheme, isLight: ground > 0.5 }).toEqual({ scheme, isLight });
      expect(text).toBeGreaterThan(7);
      expect(quiet).toBeGreaterThan(4.5);
    }
    await page.setViewport({ width: 420, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  },
  120_000,
);

testInBrowser(
  "a world of 100,000 recovery points is shown within a second, page by page",
  async () => {
    const { aws, endpoint } = await served({ clock: "manual" });
    seedPoints(aws, 100_000);
    const { page } = await opened(endpoint.url);
    const painted = await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0].startTime",
    );
    expect(painted).toBeLessThan(1_000);
    await shows(page, "[aria-labelledby=points] .note", "99,801 to 100,000 of 100,000");
    const loaded = await page.evaluate("performance.now()");
    expect(loaded).toBeLessThan(5_000);
    await press(page, "Older");
    await shows(page, "[aria-labelledby=points] .note", "99,601 to 99,800 of 100,000");
  },
  300_000,
);

/** Measures, in the page, how light the ground is and how far texts stand out from it, by the formula of WCAG. */
const measureContrast = `(() => {
  const luminance = color => color.match(/[\\d.]+/g).slice(0, 3)
    .map(each => Number(each) / 255)
    .map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const { color, backgroundColor } = getComputedStyle(document.body);
  const quiet = getComputedStyle(document.querySelector(".note")).color;
  const ground = luminance(backgroundColor);
  const ratio = text => (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
  return JSON.stringify({ ground, text: ratio(luminance(color)), quiet: ratio(luminance(quiet)) });
})()`;

function seedPoints(aws: MockAws, count: number): void {
  const batch = 10_000;
  for (let made = 0; made < count; made += batch) {
    const recoveryPoints = Array.from({ length: batch }, (_, index) => ({
      BackupVaultName: "Default",
      ResourceArn: `${table}-${index % 10}`,
      CreationDate: `${1 + (index % 300)} hours ago`,
      Lifecycle: { DeleteAfterDays: 400 },
    }));
    aws.seed({ backup: { recoveryPoints } });
  }
}
