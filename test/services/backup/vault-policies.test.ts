import { Backup } from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";

const accountId = "123456789012";
const role = `arn:aws:iam::${accountId}:role/backup`;
const table = `arn:aws:dynamodb:us-east-1:${accountId}:table/orders`;
const vaultArn = (name: string) => `arn:aws:backup:us-east-1:${accountId}:backup-vault:${name}`;
const automatic = "aws/efs/automatic-backup-vault";

interface Statement {
  readonly [element: string]: unknown;
}

const policyOf = (...Statement: readonly Statement[]) => JSON.stringify({ Version: "2012-10-17", Statement });

const deny = (Action: string | readonly string[], more: Statement = {}): Statement => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource: "*",
  ...more,
});

function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  const { backup } = aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      recoveryPoints: [
        {
          BackupVaultName: "nightly",
          ResourceArn: table,
          IamRoleArn: role,
          Lifecycle: { DeleteAfterDays: 30 },
        },
      ],
    },
  });
  const RecoveryPointArn = backup.recoveryPoints?.[0]?.RecoveryPointArn ?? "";
  const client = aws.attach(new Backup());
  const put = (Policy: string | undefined, BackupVaultName = "nightly") =>
    client.putBackupVaultAccessPolicy({ BackupVaultName, Policy });
  return { aws, client, put, point: { BackupVaultName: "nightly", RecoveryPointArn } };
}

const denied = (action: string, vault = "nightly") => ({
  name: "AccessDeniedException",
  message: expect.stringMatching(
    new RegExp(
      `^User: arn:.* is not authorized to perform: backup:${action} on resource: ${vaultArn(vault)} with an explicit deny in a resource-based policy$`,
    ),
  ),
});

test("a policy is returned as it was written, until it is deleted", async () => {
  const { client, put } = account();
  const Policy = policyOf(deny("backup:DeleteRecoveryPoint"));
  await put(Policy);
  const BackupVaultName = "nightly";
  expect(await client.getBackupVaultAccessPolicy({ BackupVaultName })).toMatchObject({
    BackupVaultName,
    BackupVaultArn: vaultArn("nightly"),
    Policy,
  });
  await client.deleteBackupVaultAccessPolicy({ BackupVaultName });
  await expect(client.getBackupVaultAccessPolicy({ BackupVaultName })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
    message: `Backup Vault ${vaultArn("nightly")} has no associated POLICY`,
  });
});

test("actions that the policy denies to everyone are refused, and accepted again without the policy", async () => {
  const { aws, client, put, point } = account();
  await put(policyOf(deny("backup:DeleteRecoveryPoint")));
  const state = aws.state;
  await expect(client.deleteRecoveryPoint(point)).rejects.toMatchObject(denied("DeleteRecoveryPoint"));
  expect(aws.state).toBe(state);
  await client.deleteBackupVaultAccessPolicy({ BackupVaultName: "nightly" });
  await client.deleteRecoveryPoint(point);
  const { RecoveryPoints } = await client.listRecoveryPointsByBackupVault({ BackupVaultName: "nightly" });
  expect(RecoveryPoints).toEqual([]);
});

test.each<[string, Statement]>([
  ["by a wildcard", deny("backup:Delete*")],
  ["by everything", deny("*")],
  ["in another letter case", deny("BACKUP:deleterecoverypoint")],
  ["by NotAction", deny([], { Action: undefined, NotAction: "backup:Describe*" })],
  ["to every AWS principal", deny("backup:*", { Principal: { AWS: ["*"] } })],
  ["to the account", deny("backup:*", { Principal: { AWS: accountId } })],
  ["to the account's root", deny("backup:*", { Principal: { AWS: `arn:aws:iam::${accountId}:root` } })],
  ["on the vault's ARN", deny("backup:*", { Resource: vaultArn("nightly") })],
  ["on ARNs of its points", deny("backup:*", { Resource: ["arn:aws:backup:*:recovery-point:*"] })],
])("deletion is denied %s", async (_how, statement) => {
  const { client, put, point } = account();
  await put(policyOf(statement));
  await expect(client.deleteRecoveryPoint(point)).rejects.toMatchObject(denied("DeleteRecoveryPoint"));
});

test.each<[string, Statement]>([
  ["about other actions", deny("backup:StartRestoreJob")],
  ["about other points", deny("backup:*", { Resource: "arn:aws:ec2:us-east-1::snapshot/*" })],
  [
    "for another principal",
    deny("backup:*", { Principal: { AWS: "arn:aws:iam::123456789012:role/intern" } }),
  ],
  ["under a condition", deny("backup:*", { Condition: { StringNotEquals: { "aws:userid": "admin" } } })],
  ["by NotPrincipal", deny("backup:*", { Principal: undefined, NotPrincipal: { AWS: role } })],
  ["that allows", { Effect: "Allow", Principal: { AWS: accountId }, Action: "backup:*", Resource: "*" }],
])("a statement %s does not deny deletion", async (_what, statement) => {
  const { client, put, point } = account();
  await put(policyOf(statement));
  await client.deleteRecoveryPoint(point);
});

test("a denied action is refused on every operation of the vault", async () => {
  const { client, put, point } = account();
  const BackupVaultName = "nightly";
  await put(policyOf(deny("backup:*")));
  const everything: [string, () => Promise<unknown>][] = [
    ["DescribeBackupVault", () => client.describeBackupVault({ BackupVaultName })],
    ["DescribeRecoveryPoint", () => client.describeRecoveryPoint(point)],
    ["ListRecoveryPointsByBackupVault", () => client.listRecoveryPointsByBackupVault({ BackupVaultName })],
    ["DeleteBackupVault", () => client.deleteBackupVault({ BackupVaultName })],
    ["PutBackupVaultAccessPolicy", () => put(policyOf(deny("backup:StartCopyJob")))],
    ["GetBackupVaultAccessPolicy", () => client.getBackupVaultAccessPolicy({ BackupVaultName })],
    ["DeleteBackupVaultAccessPolicy", () => client.deleteBackupVaultAccessPolicy({ BackupVaultName })],
    ["GetBackupVaultNotifications", () => client.getBackupVaultNotifications({ BackupVaultName })],
    [
      "PutBackupVaultLockConfiguration",
      () => client.putBackupVaultLockConfiguration({ BackupVaultName, MinRetentionDays: 1 }),
    ],
  ];
  for (const [action, call] of everything) await expect(call()).rejects.toMatchObject(denied(action));
});

test("a policy that allows everyone is refused with AWS's message", async () => {
  const { aws, put } = account();
  const state = aws.state;
  for (const Principal of ["*", { AWS: "*" }, { AWS: [accountId, "*"] }]) {
    const open = { Effect: "Allow", Principal, Action: "backup:CopyIntoBackupVault", Resource: "*" };
    await expect(put(policyOf(open))).rejects.toMatchObject({
      name: "InvalidParameterValueException",
      message:
        "The specified policy cannot be added to the vault due to cross-account sharing restrictions. Amend the policy or the vault's settings, then retry request",
    });
  }
  expect(aws.state).toBe(state);
  // AWS's own sample of a member account has a statement about the central vault in the policy of another one.
  const ofAnotherVault = `arn:aws:backup:us-east-1:${accountId}:backup-vault:central`;
  await put(
    policyOf({
      Effect: "Allow",
      Principal: "*",
      Action: "backup:CopyIntoBackupVault",
      Resource: ofAnotherVault,
    }),
  );
  const ofOrganization = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
  await put(
    policyOf({
      Effect: "Allow",
      Principal: "*",
      Action: "backup:CopyIntoBackupVault",
      Resource: "*",
      Condition: ofOrganization,
    }),
  );
});

test.each<[string, string]>([
  ["invalid JSON", "allow everything"],
  ["an array instead of an object", "[]"],
  ["no statement", JSON.stringify({ Version: "2012-10-17" })],
  ["an empty list of statements", policyOf()],
  ["an unknown version", JSON.stringify({ Version: "2020-01-01", Statement: deny("backup:*") })],
  ["no effect", policyOf(deny("backup:*", { Effect: undefined }))],
  ["an unknown effect", policyOf(deny("backup:*", { Effect: "Refuse" }))],
  ["no principal", policyOf(deny("backup:*", { Principal: undefined }))],
  ["a principal of no kind", policyOf(deny("backup:*", { Principal: accountId }))],
  ["no action", policyOf(deny([]))],
  ["a malformed action", policyOf(deny("DeleteRecoveryPoint"))],
  ["no resource", policyOf(deny("backup:*", { Resource: undefined }))],
])("a policy with %s is refused", async (_what, Policy) => {
  const { aws, put } = account();
  const state = aws.state;
  await expect(put(Policy)).rejects.toMatchObject({ name: "InvalidParameterValueException" });
  expect(aws.state).toBe(state);
});

test("an absent policy is a missing parameter; a missing vault is not revealed", async () => {
  const { client, put } = account();
  await expect(put(undefined)).rejects.toMatchObject({ name: "MissingParameterValueException" });
  const BackupVaultName = "elsewhere";
  const missing = { name: "ResourceNotFoundException" };
  await expect(put(policyOf(deny("backup:*")), BackupVaultName)).rejects.toMatchObject(missing);
  const hidden = {
    name: "AccessDeniedException",
    message: "Insufficient privileges to perform this action.",
  };
  await expect(client.deleteBackupVaultAccessPolicy({ BackupVaultName })).rejects.toMatchObject(hidden);
  await expect(client.getBackupVaultAccessPolicy({ BackupVaultName })).rejects.toMatchObject(hidden);
});

test("the vault of automatic EFS backups has a policy that denies deletion, until it is replaced", async () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: automatic }] } });
  const client = aws.attach(new Backup());
  const BackupVaultName = automatic;
  const { Policy } = await client.getBackupVaultAccessPolicy({ BackupVaultName });
  expect(JSON.parse(Policy ?? "")).toMatchObject({
    Statement: [{ Effect: "Deny", Action: expect.arrayContaining(["backup:StartRestoreJob"]) }],
  });
  await expect(client.deleteBackupVaultAccessPolicy({ BackupVaultName })).rejects.toMatchObject(
    denied("DeleteBackupVaultAccessPolicy", automatic),
  );
  await expect(client.deleteBackupVault({ BackupVaultName })).rejects.toMatchObject(
    denied("DeleteBackupVault", automatic),
  );
  const root = { AWS: `arn:aws:iam::${accountId}:root` };
  await client.putBackupVaultAccessPolicy({
    BackupVaultName,
    Policy: policyOf({ Effect: "Allow", Principal: root, Action: "backup:*", Resource: "*" }),
  });
  await client.deleteBackupVaultAccessPolicy({ BackupVaultName });
  await expect(client.deleteBackupVault({ BackupVaultName })).rejects.toMatchObject({
    name: "InvalidRequestException",
  });
});

test("a policy that denies deletion leaves overdue points EXPIRED", async () => {
  const { aws, client, put, point } = account();
  await put(policyOf(deny("backup:DeleteRecoveryPoint")));
  await aws.clock.advance("31 days");
  expect(await client.describeRecoveryPoint(point)).toMatchObject({ Status: "EXPIRED" });
  await client.deleteBackupVaultAccessPolicy({ BackupVaultName: "nightly" });
  await client.deleteRecoveryPoint(point);
  await expect(client.describeRecoveryPoint(point)).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

test("only the service's own plan can use the vault of automatic EFS backups", async () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: automatic }] } });
  const client = aws.attach(new Backup());
  const state = aws.state;
  const refused = {
    name: "AccessDeniedException",
    message: "Insufficient privileges to perform this action.",
  };
  await expect(
    client.startBackupJob({ BackupVaultName: automatic, ResourceArn: table, IamRoleArn: role }),
  ).rejects.toMatchObject(refused);
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: automatic }];
  await expect(
    client.createBackupPlan({ BackupPlan: { BackupPlanName: "mine", Rules } }),
  ).rejects.toMatchObject(refused);
  expect(aws.state).toBe(state);
});

test("backup jobs fail in a vault whose policy denies them", async () => {
  const { client, put } = account();
  await put(policyOf(deny("backup:StartBackupJob")));
  await expect(
    client.startBackupJob({ BackupVaultName: "nightly", ResourceArn: table, IamRoleArn: role }),
  ).rejects.toMatchObject(denied("StartBackupJob"));
});
