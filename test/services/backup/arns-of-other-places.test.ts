import {
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  type CreateBackupSelectionCommandInput,
  CreateBackupVaultCommand,
  InvalidParameterValueException,
  ListTagsCommand,
  StartBackupJobCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";
import { refused } from "../../support/refusal";
import { backedUp } from "./copy-jobs-support";
import { bucket, dailyPlan, here, nightly, other, role, selection, table, volume } from "./world";

const inIreland = (arn: string): string => arn.replace("us-east-1", "eu-west-1");
const ofOther = (arn: string): string => arn.replace(here, other);
const inChina = (arn: string): string => arn.replace("arn:aws:", "arn:aws-cn:");

const expectedHere = [
  [inIreland, "region is us-east-1"],
  [ofOther, `account is ${here}`],
  [inChina, "partition is aws"],
] as const;

const refusal = (message: string) => ({ name: InvalidParameterValueException.name, message });

async function account() {
  const aws = mockAws();
  const client = aws.attach(new BackupClient());
  const { BackupVaultArn = "" } = await client.send(new CreateBackupVaultCommand(nightly));
  const { BackupPlanArn = "", BackupPlanId = "" } = await client.send(
    new CreateBackupPlanCommand({ BackupPlan: dailyPlan }),
  );
  const select = (input: Partial<CreateBackupSelectionCommandInput["BackupSelection"]>) =>
    client.send(
      new CreateBackupSelectionCommand({ BackupPlanId, BackupSelection: { ...selection, ...input } }),
    );
  return { aws, client, BackupVaultArn, BackupPlanArn, select };
}

describe("tags", () => {
  test("are not kept for vaults and plans of another place, even if there is one of that name here", async () => {
    const story = await account();
    for (const own of [story.BackupVaultArn, story.BackupPlanArn]) {
      for (const [moved, expected] of expectedHere) {
        const ResourceArn = moved(own);
        const error = refusal(`Invalid ARN: ${ResourceArn}. Expected ${expected}`);
        const tag = new TagResourceCommand({ ResourceArn, Tags: { team: "sales" } });
        const untag = new UntagResourceCommand({ ResourceArn, TagKeyList: ["team"] });
        await refused(story, () => story.client.send(tag), error);
        await refused(story, () => story.client.send(untag), error);
        await refused(story, () => story.client.send(new ListTagsCommand({ ResourceArn })), error);
      }
    }
  });

  test("of a vault in another Region are kept there", async () => {
    const { aws, client } = await account();
    const ireland = aws.in({ region: "eu-west-1" }).attach(new BackupClient());
    const { BackupVaultArn: ResourceArn } = await ireland.send(new CreateBackupVaultCommand(nightly));
    await ireland.send(new TagResourceCommand({ ResourceArn, Tags: { team: "sales" } }));
    await expect(ireland.send(new ListTagsCommand({ ResourceArn }))).resolves.toMatchObject({
      Tags: { team: "sales" },
    });
    await expect(client.send(new ListTagsCommand({ ResourceArn }))).rejects.toThrow("Expected region");
  });
});

describe("StartBackupJob", () => {
  const start = (client: BackupClient, ResourceArn: string) =>
    client.send(new StartBackupJobCommand({ ...nightly, ResourceArn, IamRoleArn: role }));

  test.each(expectedHere)(
    "refuses a resource of another place (%p: expected %s)",
    async (moved, expected) => {
      const story = await account();
      for (const resource of [table, volume]) {
        const arn = moved(resource);
        await refused(
          story,
          () => start(story.client, arn),
          refusal(`Invalid ARN: ${arn}. Expected ${expected}`),
        );
      }
    },
  );

  test("takes a bucket, whose ARN names no place, in every place of its partition", async () => {
    const story = await account();
    await expect(start(story.client, bucket)).resolves.toHaveProperty("BackupJobId");
    await refused(
      story,
      () => start(story.client, inChina(bucket)),
      refusal("Invalid ARN: arn:aws-cn:s3:::orders. Expected partition is aws"),
    );
  });
});

describe("CreateBackupSelection", () => {
  test.each(expectedHere)("refuses ARNs of another place (%p: expected %s)", async (moved, expected) => {
    const story = await account();
    for (const arn of [moved(table), moved(volume).replace(/vol-.*/, "*")]) {
      const error = refusal(`Invalid ARN: ${arn}. Expected ${expected}`);
      await refused(story, () => story.select({ Resources: [table, arn] }), error);
      await refused(story, () => story.select({ NotResources: [arn] }), error);
    }
  });

  test("refuses names that are no ARN", async () => {
    const story = await account();
    for (const name of ["orders", "table/*", "dynamodb:*", "arn:aws:dynamodb"]) {
      const error = refusal(`Invalid ARN: ${name}`);
      await refused(story, () => story.select({ Resources: [name] }), error);
      await refused(story, () => story.select({ NotResources: [name] }), error);
    }
  });

  test.each([
    "*",
    "arn:aws:ec2:*",
    "arn:aws:ec2:*:*:instance/*",
    "arn:*:ec2:eu-west-1:*:volume/*",
    "arn:aws:s3:::*",
    bucket,
    `arn:aws:dynamodb:us-east-1:${here}:table/*`,
  ])("takes the pattern %s", async pattern => {
    const { select } = await account();
    await expect(select({ Resources: [pattern] })).resolves.toHaveProperty("SelectionId");
    await expect(select({ NotResources: [pattern] })).resolves.toHaveProperty("SelectionId");
  });
});

describe("StartCopyJob", () => {
  test.each([
    ["in another partition", `arn:aws-cn:backup:cn-north-1:${here}:backup-vault:safe`],
    ["whose partition is not that of its Region", `arn:aws-cn:backup:us-east-1:${here}:backup-vault:safe`],
  ])("refuses a vault %s", async (_, DestinationBackupVaultArn) => {
    const story = await backedUp();
    await refused(
      story,
      () => story.copy({ DestinationBackupVaultArn }),
      refusal(`Invalid backup vault ARN: ${DestinationBackupVaultArn}`),
    );
  });
});
