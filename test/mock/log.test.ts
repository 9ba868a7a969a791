import { BackupClient, CreateBackupVaultCommand, StartBackupJobCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const IamRoleArn = "arn:aws:iam::123456789012:role/backup";

function loggedMock() {
  const lines: string[] = [];
  const aws = mockAws({ now: "2026-01-01T05:00:00Z", log: line => lines.push(line) });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] }, resources: [{ arn: table }] });
  const client = aws.attach(new BackupClient());
  const backUp = (BackupVaultName = "nightly") =>
    client.send(new StartBackupJobCommand({ BackupVaultName, ResourceArn: table, IamRoleArn }));
  return { aws, client, lines, backUp };
}

test("a call is a line, with the time and what it is about", async () => {
  const { lines, client, backUp } = loggedMock();
  await backUp();
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "weekly" }));
  expect(lines).toEqual(["05:00 StartBackupJob orders → 200", "05:00 CreateBackupVault weekly → 200"]);
});

test("a refusal shows its message", async () => {
  const { aws, lines, backUp } = loggedMock();
  await expect(backUp("nighlty")).rejects.toThrow();
  aws.on(StartBackupJobCommand).rejectsOnce("ThrottlingException");
  await expect(backUp()).rejects.toThrow();
  expect(lines).toEqual([
    expect.stringMatching(/^05:00 StartBackupJob orders → ResourceNotFoundException: .*nighlty/),
    "05:00 StartBackupJob orders → ThrottlingException: Rate exceeded",
  ]);
});

test("a passage of time is a line, with what happened", async () => {
  const { aws, lines, backUp } = loggedMock();
  await backUp();
  await aws.clock.advance("1 day");
  await aws.clock.advance("1 hour");
  await aws.clock.advance(0);
  expect(lines.slice(1)).toEqual([
    "2026-01-01 05:00 → 2026-01-02 05:00: 1 job COMPLETED, 1 recovery point made",
    "2026-01-02 05:00 → 2026-01-02 06:00",
  ]);
});

test("so is one that a program causes by waiting", async () => {
  const { aws, lines, backUp } = loggedMock();
  await backUp();
  aws.on(StartBackupJobCommand).resolves({ BackupJobId: "job-1" }).delays("2 minutes");
  await backUp();
  expect(lines.slice(1)).toEqual([
    expect.stringMatching(/^2026-01-01 05:00 → 2026-01-01 05:02: 1 job COMPLETED/),
    "05:02 StartBackupJob orders → 200",
  ]);
});

test("calls of other places say where", async () => {
  const { aws, lines } = loggedMock();
  const region = "eu-west-1";
  const there = aws.in({ region, accountId: "222222222222" }).attach(new BackupClient({ region }));
  await there.send(new CreateBackupVaultCommand({ BackupVaultName: "copies" }));
  expect(lines).toEqual(["05:00 CreateBackupVault copies (eu-west-1 of 222222222222) → 200"]);
});

test("within a minute, the times of calls tell, and what happened is a line all the same", async () => {
  const { aws, lines, backUp } = loggedMock();
  await aws.clock.advance("7 seconds");
  await backUp();
  await aws.settle();
  expect(lines).toEqual([
    "05:00:07 StartBackupJob orders → 200",
    expect.stringMatching(
      /^2026-01-01 05:00:07 → 2026-01-01 05:00:\d\d: 1 job COMPLETED, 1 recovery point made$/,
    ),
  ]);
});

test("going back in time is no passage", async () => {
  const { aws, lines, backUp } = loggedMock();
  const before = aws.snapshot();
  await aws.clock.advance("1 day");
  aws.rollback(before);
  await backUp();
  expect(lines).toEqual(["2026-01-01 05:00 → 2026-01-02 05:00", "05:00 StartBackupJob orders → 200"]);
});

test("log: true prints to the console", async () => {
  const print = jest.spyOn(console, "log").mockImplementation();
  const client = mockAws({ log: true }).attach(new BackupClient());
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "weekly" }));
  expect(print.mock.calls).toEqual([["00:00 CreateBackupVault weekly → 200"]]);
  print.mockRestore();
});
