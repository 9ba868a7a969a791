import {
  BackupClient,
  DeleteRecoveryPointCommand,
  DescribeRecoveryPointCommand,
  DisassociateRecoveryPointCommand,
  DisassociateRecoveryPointFromParentCommand,
  GetRecoveryPointRestoreMetadataCommand,
  InvalidRequestException,
  type Lifecycle,
  ResourceNotFoundException,
  UpdateRecoveryPointLifecycleCommand,
} from "@aws-sdk/client-backup";
import { type MockOptions, mockAws } from "aws-backup-mock";
import { here } from "./world";

export const stack = `arn:aws:cloudformation:us-east-1:${here}:stack/shop/1`;
export const eks = `arn:aws:eks:us-east-1:${here}:cluster/prod`;
export const pointArn = (id: string) => `arn:aws:backup:us-east-1:${here}:recovery-point:${id}`;

export type Seed = NonNullable<
  NonNullable<Parameters<ReturnType<typeof mockAws>["seed"]>[0]["backup"]>["recoveryPoints"]
>[number];

export function account(points: readonly Seed[], options: MockOptions = {}) {
  const aws = mockAws({ region: "us-east-1", ...options });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  const arns = [...new Set(points.map(point => point.ResourceArn ?? ""))];
  const { backup } = aws.seed({
    resources: arns.map(arn => ({ arn, sizeInBytes: 3 * 1024 ** 3 })),
    backup: { recoveryPoints: [...points] },
  });
  const client = aws.attach(new BackupClient({ region: "us-east-1" }));
  const [first, ...others] = backup.recoveryPoints.map(point => point.RecoveryPointArn);
  const named = (RecoveryPointArn: string | undefined = first, BackupVaultName = "Default") => ({
    BackupVaultName,
    RecoveryPointArn,
  });
  return {
    aws,
    client,
    first,
    others,
    describe: (arn = first) => client.send(new DescribeRecoveryPointCommand(named(arn))),
    update: (Lifecycle?: Lifecycle, arn = first, vault = "Default") =>
      client.send(new UpdateRecoveryPointLifecycleCommand({ ...named(arn, vault), Lifecycle })),
    disassociate: (arn = first, vault = "Default") =>
      client.send(new DisassociateRecoveryPointCommand(named(arn, vault))),
    leave: (arn = first, vault = "Default") =>
      client.send(new DisassociateRecoveryPointFromParentCommand(named(arn, vault))),
    remove: (arn = first) => client.send(new DeleteRecoveryPointCommand(named(arn))),
    metadata: async (arn = first, vault = "Default", BackupVaultAccountId?: string) =>
      client.send(new GetRecoveryPointRestoreMetadataCommand({ ...named(arn, vault), BackupVaultAccountId })),
  };
}

export const notFound = { name: ResourceNotFoundException.name };
export const badRequest = { name: InvalidRequestException.name };
export const hidden = {
  name: "AccessDeniedException",
  message: "Insufficient privileges to perform this action.",
};
