import { CreateFileSystemCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import { assertThat } from "aws-backup-mock/matchers";

// The other two clients are not installed, and need not be.
const aws = mockAws();
export const client: EFSClient = aws.attach(new EFSClient());
aws.intercept(EFSClient);

aws.seed({ efs: { fileSystems: [{ FileSystemId: "fs-1" }] } });
// @ts-expect-error: no such member
aws.seed({ efs: { fileSystems: [{ Id: "fs-1" }] } });

aws.on(CreateFileSystemCommand, { CreationToken: "home" }).resolves({ FileSystemId: "fs-1" });
// @ts-expect-error: no such member
aws.on(CreateFileSystemCommand, { Token: "home" });
assertThat(aws).toHaveReceivedCommandOnce(CreateFileSystemCommand);
