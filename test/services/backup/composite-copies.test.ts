import {
  BackupClient,
  type CopyJob,
  CreateBackupVaultCommand,
  CreateLogicallyAirGappedBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeCopyJobCommand,
  ListCopyJobsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  StartCopyJobCommand,
} from "@aws-sdk/client-backup";
import { mockAws } from "aws-backup-mock";

const here = "123456789012";
const role = `arn:aws:iam::${here}:role/backup`;
const stack = `arn:aws:cloudformation:us-east-1:${here}:stack/shop/1`;
const table = `arn:aws:dynamodb:us-east-1:${here}:table/orders`;
const volume = `arn:aws:ec2:us-east-1:${here}:volume/vol-0123456789abcdef0`;
const cluster = `arn:aws:redshift:us-east-1:${here}:cluster:reports`;
const eks = `arn:aws:eks:us-east-1:${here}:cluster/prod`;
const pointArn = (id: string) => `arn:aws:backup:us-east-1:${here}:recovery-point:${id}`;
const vaultArn = (name: string) => `arn:aws:backup:us-east-1:${here}:backup-vault:${name}`;

async function composite(parent: string, id: string, members: readonly { arn: string; id?: string }[]) {
  const aws = mockAws({ region: "us-east-1" });
  const arns = new Set([parent, ...members.map(({ arn }) => arn)]);
  const { backup } = aws.seed({
    resources: [...arns].map(arn => ({ arn, sizeInBytes: 10 })),
    backup: {
      recoveryPoints: [
        { ResourceArn: parent, RecoveryPointArn: pointArn(id), IsParent: true },
        ...members.map(({ arn, id: own }, index) => ({
          ResourceArn: arn,
          ...(own !== undefined && { RecoveryPointArn: pointArn(own) }),
          ParentRecoveryPointArn: pointArn(id),
          CompositeMemberIdentifier: `member${index}`,
        })),
      ],
    },
  });
  const client = aws.attach(new BackupClient({ region: "us-east-1" }));
  await client.send(new CreateBackupVaultCommand({ BackupVaultName: "safe" }));
  const copy = (RecoveryPointArn = pointArn(id), vault = "safe") =>
    client.send(
      new StartCopyJobCommand({
        RecoveryPointArn,
        SourceBackupVaultName: "Default",
        DestinationBackupVaultArn: vaultArn(vault),
        IamRoleArn: role,
      }),
    );
  const describe = async (CopyJobId: string | undefined): Promise<CopyJob | undefined> =>
    (await client.send(new DescribeCopyJobCommand({ CopyJobId }))).CopyJob;
  const children = async (ByParentJobId: string | undefined) =>
    (await client.send(new ListCopyJobsCommand({ ByParentJobId }))).CopyJobs;
  const inSafe = async () =>
    (await client.send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: "safe" })))
      .RecoveryPoints ?? [];
  const remove = (RecoveryPointArn: string | undefined) =>
    client.send(new DeleteRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));
  const points = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  return { aws, client, copy, describe, children, inSafe, remove, points };
}

test("a composite is copied with its members, by a job for each", async () => {
  const { copy, describe, children, inSafe } = await composite(stack, "shop", [
    { arn: table },
    { arn: volume },
  ]);
  const { CopyJobId, IsParent } = await copy();
  expect(IsParent).toBe(true);
  const seen: (CopyJob | undefined)[] = [];
  do {
    seen.push(await describe(CopyJobId));
  } while (seen.at(-1)?.State === "CREATED" || seen.at(-1)?.State === "RUNNING");
  expect(seen.at(0)).toMatchObject({ State: "CREATED", ChildJobsInState: {} });
  expect(seen.at(1)).toMatchObject({
    State: "RUNNING",
    NumberOfChildJobs: 2,
    ChildJobsInState: { CREATED: 2 },
  });
  const job = seen.at(-1);
  expect(job).toMatchObject({ State: "COMPLETED", ChildJobsInState: { COMPLETED: 2 } });
  const members = await children(CopyJobId);
  expect(members).toHaveLength(2);
  for (const member of members ?? []) {
    expect(member).toMatchObject({ ParentJobId: CopyJobId, IsParent: false, State: "COMPLETED" });
  }
  const points = await inSafe();
  const whole = points.find(point => point.IsParent);
  expect(whole).toMatchObject({ RecoveryPointArn: job?.DestinationRecoveryPointArn, Status: "COMPLETED" });
  const inside = points.filter(point => point.ParentRecoveryPointArn === whole?.RecoveryPointArn);
  expect(inside.map(point => point.ResourceArn).sort()).toEqual([table, volume].sort());
  expect(inside.map(point => point.CompositeMemberIdentifier).sort()).toEqual(["member0", "member1"]);
});

test("members that cannot be copied are left out, and the copy is partial", async () => {
  const { aws, copy, describe, inSafe } = await composite(stack, "shop", [{ arn: table }, { arn: cluster }]);
  const { CopyJobId } = await copy();
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({
    State: "PARTIAL",
    NumberOfChildJobs: 1,
    StatusMessage: `1 of the recovery points in ${pointArn("shop")} were not copied.`,
  });
  const points = await inSafe();
  expect(points).toHaveLength(2);
  expect(points.find(point => point.IsParent)).toMatchObject({ Status: "PARTIAL" });
});

test("if no member can be copied, nothing is", async () => {
  const { aws, copy, describe, inSafe } = await composite(stack, "shop", [{ arn: table }]);
  aws.nextJob({ type: "copy", resourceArn: table }).fails("no space left");
  const { CopyJobId } = await copy();
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({ State: "FAILED", ChildJobsInState: { FAILED: 1 } });
  expect(await inSafe()).toEqual([]);
});

test("a held member delays its composite until it is released", async () => {
  const { aws, copy, describe, children } = await composite(stack, "shop", [{ arn: table }]);
  const { CopyJobId } = await copy();
  await aws.clock.advance("30 s");
  const [member] = (await children(CopyJobId)) ?? [];
  aws.hold(member?.CopyJobId ?? "");
  await aws.clock.advance("1 day");
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({ State: "RUNNING" });
  aws.release(member?.CopyJobId ?? "");
  await aws.clock.advance("1 hour");
  expect(await describe(CopyJobId)).toMatchObject({ State: "COMPLETED" });
});

test("the state of an EKS cluster is only copied and deleted with its composite", async () => {
  const { aws, copy, describe, inSafe, remove, points } = await composite(eks, "composite:eks/prod-1", [
    { arn: eks, id: "eks/prod-1" },
    { arn: volume },
  ]);
  const state = pointArn("eks/prod-1");
  await expect(copy(state)).rejects.toMatchObject({ name: "InvalidRequestException" });
  const { CopyJobId } = await copy();
  await aws.settle();
  expect(await describe(CopyJobId)).toMatchObject({ State: "COMPLETED", NumberOfChildJobs: 2 });
  expect(await inSafe()).toHaveLength(3);
  await expect(remove(state)).rejects.toMatchObject({ name: "InvalidRequestException" });
  await expect(remove(points[0])).rejects.toMatchObject({ name: "InvalidRequestException" });
  await remove(points[2]);
  await remove(points[0]);
  expect(aws.state.backup.recoveryPoints.has(state)).toBe(false);
});

test("an air-gapped vault accepts copies of supported types, with ARNs of AWS Backup itself", async () => {
  const { aws, client, copy, describe, points } = await composite(stack, "shop", [
    { arn: volume },
    { arn: stack },
  ]);
  await client.send(
    new CreateLogicallyAirGappedBackupVaultCommand({
      BackupVaultName: "gapped",
      MinRetentionDays: 7,
      MaxRetentionDays: 36500,
    }),
  );
  await aws.settle();
  const intoGap = async (arn: string | undefined) => {
    const { CopyJobId } = await client.send(
      new StartCopyJobCommand({
        RecoveryPointArn: arn,
        SourceBackupVaultName: "Default",
        DestinationBackupVaultArn: vaultArn("gapped"),
        IamRoleArn: role,
        Lifecycle: { DeleteAfterDays: 30 },
      }),
    );
    await aws.settle();
    return describe(CopyJobId);
  };
  expect(await intoGap(points[1])).toMatchObject({
    State: "COMPLETED",
    DestinationVaultType: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT",
    DestinationVaultLockState: "LOCKED",
    DestinationRecoveryPointArn: expect.stringMatching(/^arn:aws:backup:us-east-1:.*:recovery-point:/),
  });
  expect(await intoGap(points[2])).toMatchObject({
    State: "FAILED",
    MessageCategory: "LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED",
  });
  await copy();
});
