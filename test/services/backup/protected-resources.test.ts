import {
  BackupClient,
  DeleteRecoveryPointCommand,
  DescribeProtectedResourceCommand,
  InvalidParameterValueException,
  ListProtectedResourcesByBackupVaultCommand,
  ListProtectedResourcesCommand,
  type ProtectedResource,
  ResourceNotFoundException,
  StartBackupJobCommand,
  StartRestoreJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const here = "123456789012";
const role = `arn:aws:iam::${here}:role/backup`;
const orders = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const users = `arn:aws:dynamodb:us-east-1:${here}:table/users`;
const vaultArn = (name: string) => `arn:aws:backup:us-east-1:${here}:backup-vault:${name}`;

function account() {
  const aws = mockAws({ region: "us-east-1" });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  aws.seed({
    backup: { vaults: [{ BackupVaultName: "weekly" }] },
    resources: [{ arn: orders, name: "Orders" }, { arn: users }],
  });
  const client = aws.attach(new BackupClient({ region: "us-east-1" }));
  const backUp = (ResourceArn: string, BackupVaultName = "Default") =>
    client.send(new StartBackupJobCommand({ BackupVaultName, ResourceArn, IamRoleArn: role }));
  const describe = (ResourceArn: string) =>
    client.send(new DescribeProtectedResourceCommand({ ResourceArn }));
  const list = async (): Promise<ProtectedResource[]> =>
    (await client.send(new ListProtectedResourcesCommand({}))).Results ?? [];
  const inVault = async (BackupVaultName: string): Promise<ProtectedResource[]> =>
    (await client.send(new ListProtectedResourcesByBackupVaultCommand({ BackupVaultName }))).Results ?? [];
  return { aws, client, backUp, describe, list, inVault };
}

const arns = (resources: readonly ProtectedResource[]) => resources.map(({ ResourceArn }) => ResourceArn);

test("a resource is protected once it is backed up, and described by its newest backup", async () => {
  const { aws, client, backUp, describe, list } = account();
  expect(await list()).toEqual([]);
  const first = await backUp(orders);
  await aws.settle();
  await aws.clock.advance("1 day");
  const second = await backUp(orders, "weekly");
  await aws.settle();
  const expected = {
    ResourceArn: orders,
    ResourceType: "DynamoDB",
    ResourceName: "Orders",
    LastBackupTime: second.CreationDate,
    LastBackupVaultArn: vaultArn("weekly"),
    LastRecoveryPointArn: second.RecoveryPointArn,
  };
  expect(await list()).toEqual([expected]);
  expect(await describe(orders)).toMatchObject(expected);
  const { RecoveryPointArn } = second;
  await client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "weekly", RecoveryPointArn }));
  expect(await list()).toMatchObject([
    { LastRecoveryPointArn: first.RecoveryPointArn, LastBackupVaultArn: vaultArn("Default") },
  ]);
});

test("each vault lists its protected resources, by their newest backup in it", async () => {
  const { aws, client, backUp, list, inVault } = account();
  const older = await backUp(orders);
  await aws.settle();
  await backUp(orders, "weekly");
  await backUp(users, "weekly");
  await aws.settle();
  expect(arns(await list())).toEqual([orders, users]);
  expect(await inVault("Default")).toMatchObject([
    { ResourceArn: orders, LastRecoveryPointArn: older.RecoveryPointArn },
  ]);
  expect(arns(await inVault("weekly"))).toEqual([orders, users]);
  const { Results, NextToken } = await client.send(new ListProtectedResourcesCommand({ MaxResults: 1 }));
  const rest = await client.send(new ListProtectedResourcesCommand({ MaxResults: 1, NextToken }));
  expect([Results, rest.Results].flatMap(page => arns(page ?? []))).toEqual([orders, users]);
});

test("the latest restore is remembered longer than its job", async () => {
  const { aws, client, backUp, describe } = account();
  const { RecoveryPointArn, CreationDate } = await backUp(orders);
  await aws.settle();
  const before = await describe(orders);
  expect(before.LatestRestoreJobCreationDate).toBeUndefined();
  await aws.clock.advance("1 hour");
  const started = aws.clock.now();
  const Metadata = { targetTableName: "again" };
  await client.send(new StartRestoreJobCommand({ RecoveryPointArn, Metadata }));
  await aws.clock.advance("40 days");
  expect(await describe(orders)).toMatchObject({
    LatestRestoreExecutionTimeMinutes: 2,
    LatestRestoreJobCreationDate: started,
    LatestRestoreRecoveryPointCreationDate: CreationDate,
  });
});

test("a loop that waits until a resource is protected ends", async () => {
  const { backUp, list, inVault } = account();
  await backUp(orders);
  for (let reads = 0; (await list()).length === 0; reads++) expect(reads).toBeLessThan(5);
  await backUp(users, "weekly");
  for (let reads = 0; (await inVault("weekly")).length === 0; reads++) expect(reads).toBeLessThan(5);
});

test("unprotected resources, malformed ARNs and unknown vaults are refused", async () => {
  const { aws, client, describe, inVault } = account();
  const before = aws.state;
  await expect(describe(orders)).rejects.toEqual(expect.any(ResourceNotFoundException));
  await expect(describe("orders")).rejects.toEqual(expect.any(InvalidParameterValueException));
  await expect(inVault("gone")).rejects.toMatchObject({ name: "AccessDeniedException" });
  const foreign = { BackupVaultName: "weekly", BackupVaultAccountId: "222222222222" };
  await expect(client.send(new ListProtectedResourcesByBackupVaultCommand(foreign))).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
  const badToken = new ListProtectedResourcesCommand({ NextToken: "?" });
  await expect(client.send(badToken)).rejects.toEqual(expect.any(InvalidParameterValueException));
  expect(aws.state).toBe(before);
});
