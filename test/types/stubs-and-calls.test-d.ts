import {
  BackupClient,
  CreateBackupVaultCommand,
  type CreateBackupVaultCommandInput,
  type CreateBackupVaultCommandOutput,
  ListBackupVaultsCommand,
  type ListBackupVaultsCommandInput,
  type ListBackupVaultsCommandOutput,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { CreateFileSystemCommand, DescribeFileSystemsCommand } from "@aws-sdk/client-efs";
import { CreateVolumeCommand } from "@aws-sdk/client-fsx";
import { AssumeRoleCommand } from "@aws-sdk/nested-clients/sts";
import { type Call, mockAws, type Stub } from "aws-backup-mock";
import { check, type Same } from "./types";

const aws = mockAws();

// Input and output of a stub are those of its command, whether or not the input is optional.
const stub = aws.on(CreateBackupVaultCommand);
check<Same<typeof stub, Stub<CreateBackupVaultCommandInput, CreateBackupVaultCommandOutput>>>();
const ofOptional = aws.on(ListBackupVaultsCommand, { MaxResults: 3 });
check<Same<typeof ofOptional, Stub<ListBackupVaultsCommandInput, ListBackupVaultsCommandOutput>>>();
aws.on(DescribeFileSystemsCommand, { FileSystemId: "fs-1" });
aws.on(CreateVolumeCommand, { VolumeType: "ONTAP", OntapConfiguration: { SizeInMegabytes: 1024 } });

// Part of an input, to any depth, with asymmetric matchers anywhere.
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
aws.on(StartBackupJobCommand, { ResourceArn: expect.stringContaining("fs-"), Lifecycle: expect.anything() });
aws.on(StartBackupJobCommand, { ResourceArn: { asymmetricMatch: () => true } });
// @ts-expect-error: no such member
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterYears: 1 } });
// @ts-expect-error: a number
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: "35" } });

stub.resolves({ BackupVaultArn: "arn", CreationDate: new Date() }).resolvesOnce({});
// As much of an output as the code under test looks at, though the SDK says that others are always there.
aws.on(CreateFileSystemCommand, { CreationToken: "home" }).resolves({ FileSystemId: "fs-1" });
// @ts-expect-error: no such member
stub.resolves({ BackupVaultArm: "arn" });
// @ts-expect-error: a date
stub.resolves({ CreationDate: "2026-01-01" });
stub.rejects("ThrottlingException").rejectsOnce({ name: "LimitExceededException", Code: "ERROR_1" });
stub.callsFake((input, proceed) => {
  check<Same<typeof input, CreateBackupVaultCommandInput>>();
  const output = proceed();
  check<Same<typeof output, CreateBackupVaultCommandOutput>>();
  return output;
});
stub.callsFakeOnce(async input => ({ BackupVaultName: input.BackupVaultName }));
// @ts-expect-error: a name is a string
stub.callsFake(() => ({ BackupVaultName: 7 }));

// A command of another service cannot be stubbed here.
// @ts-expect-error: this mock stands for AWS Backup, EFS and FSx only
aws.on(AssumeRoleCommand);
// @ts-expect-error: a client class is no command
aws.on(BackupClient);

// Calls are typed by their command; all calls together by what every call has.
const calls = aws.calls(CreateBackupVaultCommand, { BackupVaultName: "daily" });
check<Same<typeof calls, readonly Call<CreateBackupVaultCommandInput, CreateBackupVaultCommandOutput>[]>>();
const all = aws.calls();
check<Same<typeof all, readonly Call[]>>();
check<Same<Call["answeredBy"], "model" | "stub" | "nobody">>();
// @ts-expect-error: no such member
aws.calls(CreateBackupVaultCommand, { VaultName: "daily" });
// @ts-expect-error: the log is not to be changed
aws.calls().push();
