import { FSx } from "@aws-sdk/client-fsx";
import { account, refusal } from "./account";

const keyIn = (region: string) => `arn:aws:kms:${region}:123456789012:key/backups`;

/** An account with a key in each of two Regions, and a backup in the first one. */
async function fixture() {
  const { aws, fsx, available } = account();
  const there = aws.in({ region: "eu-west-1" });
  aws.seed({ fsx: { kmsKeys: [{ Arn: keyIn("us-east-1") }] } });
  there.seed({ fsx: { kmsKeys: [{ Arn: keyIn("eu-west-1") }] } });
  const { FileSystemId } = await available("windows", { KmsKeyId: keyIn("us-east-1") });
  const { Backup } = await fsx.createBackup({ FileSystemId });
  await aws.settle();
  const eu = there.attach(new FSx());
  const copy = (KmsKeyId: string | undefined) =>
    eu.copyBackup({ SourceBackupId: Backup?.BackupId, SourceRegion: "us-east-1", KmsKeyId });
  return { aws, there, available, copy };
}

test("a copy is encrypted with a key of its own Region", async () => {
  const { copy } = await fixture();
  expect((await copy(keyIn("eu-west-1"))).Backup?.KmsKeyId).toBe(keyIn("eu-west-1"));
  expect((await copy(undefined)).Backup?.KmsKeyId).toMatch(/^arn:aws:kms:eu-west-1:123456789012:key\//);
  expect((await refusal(copy(keyIn("us-east-1")))).name).toBe("InvalidDestinationKmsKey");
  expect((await refusal(copy(`${keyIn("eu-west-1")}-2`))).name).toBe("InvalidDestinationKmsKey");
});

test("a backup cannot be copied while its key is disabled", async () => {
  const { aws, copy } = await fixture();
  const turn = (KeyState: string) => aws.seed({ fsx: { kmsKeys: [{ Arn: keyIn("us-east-1"), KeyState }] } });
  turn("Disabled");
  expect((await refusal(copy(keyIn("eu-west-1")))).name).toBe("InvalidSourceKmsKey");
  turn("Enabled");
  expect((await copy(keyIn("eu-west-1"))).Backup?.Lifecycle).toBe("COPYING");
});

test("new resources cannot use a key that is pending deletion or in another Region", async () => {
  const { aws, available } = await fixture();
  aws.seed({ fsx: { kmsKeys: [{ Arn: keyIn("us-east-1"), KeyState: "PendingDeletion" }] } });
  for (const KmsKeyId of [keyIn("us-east-1"), keyIn("eu-west-1")]) {
    expect((await refusal(available("openzfs", { KmsKeyId }))).name).toBe("BadRequest");
  }
  expect((await available("openzfs")).Lifecycle).toBe("AVAILABLE");
});
