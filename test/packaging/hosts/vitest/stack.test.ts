import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";
import { expect, test } from "vitest";

const wrong = (value: unknown): never => value as never;

/** Each calls the package in the one line after its name. */
const misuse: Readonly<Record<string, () => unknown>> = {
  "a misspelt option": () => mockAws(wrong({ regio: "eu-west-1" })),
  "an unknown collection in seed": () => mockAws().seed({ backup: wrong({ vault: [] }) }),
  "a wrong stub": () =>
    mockAws()
      .on(CreateBackupVaultCommand)
      .resolves(wrong({ Arn: "arn" })),
  "a matcher on a wrong subject": () => expect(new BackupClient()).toHaveVault("daily"),
  "a matcher with a wrong argument": () => expect(mockAws()).toHaveVault(wrong(5)),
  "a failed assertion": () => assertThat(mockAws()).toHaveVault("daily"),
  "an edit of nothing": () => mockAws().edit("backup.vaults", "daily", () => {}),
  "a wrong duration": () => mockAws().clock.advance("-1 hour"),
  "a refused send": () => {
    const aws = mockAws();
    aws.onUnstubbed("error");
    return aws.attach(new BackupClient()).send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  },
  "a refused send by a request handler": async () => {
    const aws = mockAws();
    aws.onUnstubbed("error");
    const { requestHandler } = aws;
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const client = new BackupClient({ region: "us-east-1", credentials, requestHandler });
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  },
  "a refused send of an intercepted client": async () => {
    using aws = mockAws();
    aws.onUnstubbed("error");
    aws.intercept(BackupClient);
    await new BackupClient().send(new CreateBackupVaultCommand({ BackupVaultName: "daily" }));
  },
};

test.each(Object.entries(misuse))("the stack of %s begins in the test", async (_, act) => {
  const error: unknown = await Promise.resolve()
    .then(act)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error("Nothing was thrown.");
  const header = `${error.name}: ${error.message}\n    at `;
  expect(error.stack?.slice(0, header.length)).toBe(header);
  expect(error.stack?.slice(header.length).split("\n")[0]).toMatch(/stack\.test\.ts:\d+:\d+\)?$/);
});
