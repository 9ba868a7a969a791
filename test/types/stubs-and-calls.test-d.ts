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

// A stub has the input and output types of its command, even if the input is optional.
const stub = aws.on(CreateBackupVaultCommand);
check<Same<typeof stub, Stub<CreateBackupVaultCommandInput, CreateBackupVaultCommandOutput>>>();
const ofOptionalInput = aws.on(ListBackupVaultsCommand, { MaxResults: 3 });
check<Same<typeof ofOptionalInput, Stub<ListBackupVaultsCommandInput, ListBackupVaultsCommandOutput>>>();
aws.on(DescribeFileSystemsCommand, { FileSystemId: "fs-1" });
aws.on(CreateVolumeCommand, { VolumeType: "ONTAP", OntapConfiguration: { SizeInMegabytes: 1024 } });

// Inputs are partial to any depth, with asymmetric matchers anywhere.
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: 35 } });
aws.on(StartBackupJobCommand, { ResourceArn: expect.stringContaining("fs-"), Lifecycle: expect.anything() });
aws.on(StartBackupJobCommand, { ResourceArn: { asymmetricMatch: () => true } });
// @ts-expect-error: no such member
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterYears: 1 } });
// @ts-expect-error: a number
aws.on(StartBackupJobCommand, { Lifecycle: { DeleteAfterDays: "35" } });

stub.resolves({ BackupVaultArn: "arn", CreationDate: new Date() }).resolvesOnce({});
// Outputs are partial, although the SDK declares some members as required.
aws.on(CreateFileSystemCommand, { CreationToken: "home" }).resolves({ FileSystemId: "fs-1" });
// @ts-expect-error: no such member
stub.resolves({ BackupVaultArm: "arn" });
// @ts-expect-error: a date
stub.resolves({ CreationDate: "2026-01-01" });
stub.rejects("ThrottlingException").rejectsOnce({ name: "LimitExceededException", Code: "ERROR_1" });
stub.rejects("FileSystemNotFound").rejects("the vault is gone").rejects(new Error("broken"));
// @ts-expect-error a name that no service has
stub.rejects("ResourceNotFoundExeption");
stub.callsFake((input, proceed) => {
  check<Same<typeof input, CreateBackupVaultCommandInput>>();
  const output = proceed();
  check<Same<typeof output, CreateBackupVaultCommandOutput>>();
  return output;
});
stub.callsFakeOnce(async input => ({ BackupVaultName: input.BackupVaultName }));
// @ts-expect-error: a name is a string
stub.callsFake(() => ({ BackupVaultName: 7 }));

// A command of another service cannot be stubbed.
// @ts-expect-error: the mock models AWS Backup, EFS and FSx only
aws.on(AssumeRoleCommand);
// @ts-expect-error: a client class is not a command
aws.on(BackupClient);

// The calls of one command have its types; all calls together have unknown inputs and outputs.
const calls = aws.calls(CreateBackupVaultCommand, { BackupVaultName: "daily" });
check<Same<typeof calls, readonly Call<CreateBackupVaultCommandInput, CreateBackupVaultCommandOutput>[]>>();
const all = aws.calls();
check<Same<typeof all, readonly Call[]>>();
check<Same<Call["answeredBy"], "model" | "stub" | "nobody">>();
// @ts-expect-error: no such member
aws.calls(CreateBackupVaultCommand, { VaultName: "daily" });
// @ts-expect-error: the log is read-only
aws.calls().push();

// Stubs in a row are each typed by their own command; strictness is an object or a boolean.
const inRow = stub.on(ListBackupVaultsCommand, { MaxResults: 3 }, { strict: true });
check<Same<typeof inRow, Stub<ListBackupVaultsCommandInput, ListBackupVaultsCommandOutput>>>();
aws
  .on(ListBackupVaultsCommand, {}, true)
  .resolves({ $metadata: { httpStatusCode: 200 } })
  .onAnyCommand();
// @ts-expect-error: the mock models AWS Backup, EFS and FSx only
stub.on(AssumeRoleCommand);
// @ts-expect-error: no such option
aws.on(ListBackupVaultsCommand, {}, { exact: true });
// @ts-expect-error: no such answer
aws.onUnstubbed("reject");

// The arguments of a call have the input of its command.
const [sent] = aws.commandCalls(CreateBackupVaultCommand, { BackupVaultName: "daily" }, true);
const input = sent?.args[0].input;
check<Same<typeof input, CreateBackupVaultCommandInput | undefined>>();
const ofPlace = aws.in({ region: "eu-west-1" }).calls(CreateBackupVaultCommand);
check<Same<typeof ofPlace, typeof calls>>();

// Events are filtered by any part of them.
aws.events({ "detail-type": "Backup Job State Change", detail: { state: expect.any(String) } });
// @ts-expect-error: no such member
aws.events({ details: {} });
