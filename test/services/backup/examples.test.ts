import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Backup } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { clientsOf, send } from "../../support/any-command";
import { checkAnswer } from "../../support/every-operation";

interface Example {
  readonly operation: string;
  readonly title: string;
  readonly input: object;
  readonly output: { readonly CreationDate?: number };
}

/** The examples of AWS's documentation. */
const examples: readonly Example[] = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "examples.json"), "utf8"),
);

const account = "123456789012";
const IamRoleArn = `arn:aws:iam::${account}:role/service-role/AWSBackupDefaultServiceRole`;

/** When the first job of the examples was created, and how long it took, including one second before it started. */
const firstJob = { made: 1_600_721_724_770, took: 19_718 };

/** The records that the examples assume: a completed backup of a file system, and one of an instance that starts. */
async function exampleWorld() {
  const { made: now, took } = firstJob;
  const durations = { backupJobStart: 1_000, backupJob: took - 1_000 };
  const aws = mockAws({ clock: "manual", region: "us-west-2", now, durations });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({ efs: { fileSystems: [{ FileSystemId: "fs-12345678" }] } });
  const backup = aws.attach(new Backup({ region: "us-west-2" }));
  const backUp = (ResourceArn: string) =>
    backup.startBackupJob({ BackupVaultName: "Default", ResourceArn, IamRoleArn, StartWindowMinutes: 60 });
  aws.nextJob({ type: "EFS" }).transfers(71);
  await backUp(`arn:aws:elasticfilesystem:us-west-2:${account}:file-system/fs-12345678`);
  await aws.settle();
  await aws.clock.set(1_600_721_892_929);
  await backUp(`arn:aws:ec2:us-west-2:${account}:instance/i-12345678901234567`);
  return aws;
}

/** The outputs of Create operations depend on the time alone. */
const emptyWorld = (now: Date) => mockAws({ clock: "manual", region: "us-west-2", now });

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const backupArn = (resource: string) =>
  expect.stringMatching(new RegExp(`^arn:aws:backup:us-west-2:${account}:${resource}:${uuid}$`));

/** Values that the service generates. */
const generated: Readonly<Record<string, unknown>> = {
  BackupJobId: expect.stringMatching(new RegExp(`^${uuid}$`)),
  BackupPlanArn: backupArn("backup-plan"),
  BackupPlanId: expect.stringMatching(new RegExp(`^${uuid}$`)),
  RecoveryPointArn: backupArn("recovery-point"),
  VersionId: expect.stringMatching(/^[A-Za-z0-9+/]{48}$/),
};

const dateOf = (seconds: unknown): Date => new Date(Math.round(Number(seconds) * 1_000));
const isDate = (name: string): boolean => name.endsWith("Date") || name === "StartBy";

/** The output of the example, with matchers for generated values, and open for members of later versions. */
function expected(value: unknown, name = ""): unknown {
  if (Object.hasOwn(generated, name)) return generated[name];
  if (isDate(name)) return dateOf(value);
  if (Array.isArray(value)) return value.map(item => expected(item));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, expected(member, key)]);
  return expect.objectContaining(Object.fromEntries(members));
}

test.each(examples.map(example => [example.operation, example.title, example] as const))(
  "%s: %s",
  async (operation, _title, { input, output }) => {
    const { CreationDate } = output;
    const aws = CreationDate === undefined ? await exampleWorld() : emptyWorld(dateOf(CreationDate));
    const answer = await send(clientsOf(aws), "backup", operation, input);
    checkAnswer("backup", operation, answer);
    expect(answer).toEqual(expected(output));
  },
);
