import {
  BackupClient,
  DescribeRecoveryPointCommand,
  DescribeRestoreJobCommand,
  InvalidParameterValueException,
  StartRestoreJobCommand,
  type StartRestoreJobCommandInput,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { database, here, table, volume } from "./world";

export const role = `arn:aws:iam::${here}:role/restore`;

/** An account with a one-day-old recovery point of each resource. */
export function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const resources = [table, volume, database].map(arn => ({ arn, sizeInBytes: 7_000, tags: {} }));
  const { backup } = aws.seed({
    resources,
    backup: {
      recoveryPoints: resources.map(({ arn }) => ({
        ResourceArn: arn,
        CreationDate: "1 day ago",
        Tags: { team: "sales" },
      })),
    },
  });
  const [orders, disk, rows] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  const client = aws.attach(new BackupClient());
  const start = (input: Partial<StartRestoreJobCommandInput> = {}) =>
    client.send(
      new StartRestoreJobCommand({
        RecoveryPointArn: orders,
        Metadata: { targetTableName: "orders-again" },
        IamRoleArn: role,
        ...input,
      }),
    );
  const describe = (RestoreJobId: string | undefined) =>
    client.send(new DescribeRestoreJobCommand({ RestoreJobId }));
  const finished = async (input: Partial<StartRestoreJobCommandInput> = {}) => {
    const { RestoreJobId } = await start(input);
    await aws.settle();
    return describe(RestoreJobId);
  };
  const point = (RecoveryPointArn: string | undefined) =>
    client.send(new DescribeRecoveryPointCommand({ BackupVaultName: "Default", RecoveryPointArn }));
  return { aws, client, start, describe, finished, point, orders, disk, rows };
}

export const invalid = { name: InvalidParameterValueException.name };
