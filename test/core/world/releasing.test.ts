import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const start = new Date("2026-01-01T00:00:00Z");
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** An account in which a backup job has been asked for: it runs after 10 seconds and is done after 30. */
async function account() {
  const aws = mockAws({ clock: "manual", now: start });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ resources: [{ arn: table }] });
  const backup = aws.attach(new Backup());
  const { BackupJobId = "" } = await backup.startBackupJob({
    BackupVaultName: "Default",
    ResourceArn: table,
    IamRoleArn: "arn:aws:iam::123456789012:role/backup",
    Lifecycle: { DeleteAfterDays: 1 },
  });
  return { aws, id: BackupJobId, job: () => backup.describeBackupJob({ BackupJobId }) };
}

test("what is held twice is released by one release, and both again change nothing", async () => {
  const { aws, id, job } = await account();
  aws.hold(id);
  const held = aws.state;
  aws.hold(id);
  expect(aws.state).toBe(held);
  await aws.clock.advance("1 hour");
  expect((await job()).State).toBe("CREATED");

  aws.release(id);
  const released = aws.state;
  expect((await job()).State).toBe("RUNNING");
  aws.release(id);
  expect(aws.state).toBe(released);
});

test("what came due while a job was held happens at its release, not back then", async () => {
  const { aws, id, job } = await account();
  await aws.clock.advance("10 s");
  aws.hold(id);
  await aws.clock.advance("1 hour");

  aws.release(id);

  expect(await job()).toMatchObject({ State: "COMPLETED", CompletionDate: after(3610) });
  expect(aws.clock.now()).toEqual(after(3610));
});

test("what was not yet due at its release happens when it would have", async () => {
  const { aws, id, job } = await account();
  aws.hold(id);
  await aws.clock.advance("5 s");
  expect(await aws.settle()).toMatchObject({ to: after(5), steps: 0 });

  aws.release(id);

  expect(await aws.settle()).toMatchObject({ to: after(30), jobs: { COMPLETED: 1 } });
  expect((await job()).CompletionDate).toEqual(after(30));
});

test("an expiry that is released is planned again: settle does not wait for it", async () => {
  const { aws } = await account();
  await aws.settle();
  const [{ RecoveryPointArn } = { RecoveryPointArn: "" }] = aws.state.backup.recoveryPoints;
  aws.hold(RecoveryPointArn);
  await aws.clock.advance("12 hours");
  aws.release(RecoveryPointArn);

  expect(await aws.settle()).toMatchObject({ steps: 0 });
  expect(await aws.clock.advance("12 hours")).toMatchObject({ recoveryPoints: { expired: 1 } });
});

test("what does not exist can be neither held nor released, which is said", async () => {
  const { aws } = await account();
  const unknown = expect.objectContaining({
    code: "UnknownId",
    message: expect.stringMatching(/^Cannot find job-1: no record has this id or ARN; pass one /),
  });
  expect(() => aws.hold("job-1")).toThrow(unknown);
  expect(() => aws.release("job-1")).toThrow(unknown);
});

test("an event tells nothing of what is not known of its subject", async () => {
  const { aws } = await account();
  await aws.settle();
  const details = aws.events().flatMap(({ detail }) => Object.values(detail));
  expect(details.length).toBeGreaterThan(0);
  expect(details).not.toContain(undefined);
});
