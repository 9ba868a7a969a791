import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const job = {
  BackupVaultName: "Default",
  ResourceArn: table,
  IamRoleArn: "arn:aws:iam::123456789012:role/backup",
};

async function logged() {
  const lines: string[] = [];
  const { ask, endpoint, aws } = await served(
    { now: "2026-01-01T05:00:00Z" },
    { log: line => lines.push(line.replace(/\d+ ms/, "4 ms")) },
  );
  return { lines, ask, endpoint, aws };
}

test("a request is a line, with the mock's time, the call and what it is about", async () => {
  const { lines, ask } = await logged();
  await ask("PUT", "/backup-jobs", job);
  await ask("PUT", "/backup-vaults/weekly", {});
  await ask("GET", "/_mock/clock");
  expect(lines).toEqual([
    "05:00 StartBackupJob orders → 200 4 ms",
    "05:00 CreateBackupVault weekly → 200 4 ms",
    "05:00 GET /_mock/clock → 200 4 ms",
  ]);
});

test("a refusal shows its message, by whomever it is refused", async () => {
  const { lines, ask, aws } = await logged();
  await ask("PUT", "/backup-jobs", { ...job, BackupVaultName: "nighlty" });
  await ask("GET", "/nowhere");
  await ask("GET", "/backup-vaults", undefined, { origin: "http://evil.example" });
  await ask("POST", "/_mock/seed", { backup: { vault: [] } });
  expect(lines).toEqual([
    "05:00 StartBackupJob orders → 400 4 ms ResourceNotFoundException: Backup vault nighlty does not exist.",
    expect.stringMatching(/^05:00 GET \/nowhere → 404 4 ms UnknownOperationException: ./),
    expect.stringMatching(/^05:00 GET \/backup-vaults → 403 4 ms ForbiddenOrigin: Pages of other origins /),
    expect.stringMatching(
      /^05:00 POST \/_mock\/seed → 400 4 ms InvalidFixture: Invalid fixture .* {3}backup\.vault: /,
    ),
  ]);
  expect(aws.calls()).toHaveLength(1);
});

test("a refusal that is logged is answered as a whole", async () => {
  const { ask } = await logged();
  expect(await ask("GET", "/_mock/nowhere")).toMatchObject({ status: 404, content: { code: "NotFound" } });
});

test("a passage of time is a line, whatever moved it", async () => {
  const { lines, ask, aws } = await logged();
  await ask("POST", "/_mock/clock", { advance: "1 day" });
  await aws.clock.advance("30 minutes");
  await ask("PUT", "/backup-jobs", job);
  expect(lines).toEqual([
    "2026-01-01 05:00 → 2026-01-02 05:00",
    "05:00 POST /_mock/clock → 200 4 ms",
    "2026-01-02 05:00 → 2026-01-02 05:30",
    "05:30 StartBackupJob orders → 200 4 ms",
  ]);
});

test("with the system's clock, requests are not divided by moments", async () => {
  const lines: string[] = [];
  const { ask } = await served({ clock: "system" }, { log: line => lines.push(line) });
  await ask("GET", "/backup-vaults");
  await new Promise(resolve => setTimeout(resolve, 5));
  await ask("GET", "/backup-vaults");
  expect(lines).toEqual(
    Array(2).fill(expect.stringMatching(/^\d\d:\d\d(:\d\d)? ListBackupVaults → 200 \d+ ms$/)),
  );
});

test("a line holds no command of a terminal", async () => {
  const { lines, ask } = await logged();
  await ask("PUT", "/backup-jobs", { ...job, ResourceArn: `${table}\u001b[2J\nfaked` });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/\p{Cc}/u);
});

test("without a log, nothing is printed", async () => {
  const print = jest.spyOn(process.stdout, "write").mockImplementation(() => true);
  const endpoint = await listen(mockAws());
  await fetch(`${endpoint.url}/backup-vaults`);
  await endpoint.close();
  expect(print).not.toHaveBeenCalled();
  print.mockRestore();
});
