import { EFS, type FileSystemDescription } from "@aws-sdk/client-efs";
import { type Fixture, type MockOptions, mockAws } from "aws-backup-mock";

/** A mock and a client of it. */
export function account(options: MockOptions = {}) {
  const aws = mockAws(options);
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  return { aws, efs: aws.attach(new EFS()) };
}

/** A mock with these subnets only. */
export function accountWithSubnets(...subnets: readonly SubnetSeed[]) {
  const made = account();
  made.aws.seed({ efs: { subnets } });
  return made;
}

/** Creates a file system, and polls until it is available. */
export async function availableFileSystem(
  efs: EFS,
  input: Parameters<EFS["createFileSystem"]>[0] = {},
): Promise<FileSystemDescription & { FileSystemId: string; FileSystemArn: string }> {
  const { FileSystemId } = await efs.createFileSystem(input);
  for (;;) {
    const fileSystem = await fileSystemOf(efs, FileSystemId);
    if (fileSystem.LifeCycleState === "available") return fileSystem;
  }
}

export async function fileSystemOf(efs: EFS, FileSystemId: string | undefined) {
  const { FileSystems = [] } = await efs.describeFileSystems({ FileSystemId });
  const [fileSystem] = FileSystems;
  if (!fileSystem?.FileSystemId || !fileSystem.FileSystemArn) throw new Error("No file system found.");
  return { ...fileSystem, FileSystemId: fileSystem.FileSystemId, FileSystemArn: fileSystem.FileSystemArn };
}

/** The error of a call. */
export const refusal = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => {
      throw new Error("The call succeeded.");
    },
    (error: unknown) => error,
  );

/** An error as a caller of EFS receives it. */
export const efsError = (name: string, status: number, members: object = {}) =>
  expect.objectContaining({
    name,
    ErrorCode: name,
    $metadata: expect.objectContaining({ httpStatusCode: status }),
    ...members,
  });

/** A refusal of CreateReplicationConfiguration, which has no error code. */
export const badReplication = expect.objectContaining({
  name: "BadRequest",
  $metadata: expect.objectContaining({ httpStatusCode: 400 }),
});

type SubnetSeed = NonNullable<NonNullable<Fixture["efs"]>["subnets"]>[number];

export const subnetA = {
  SubnetId: "subnet-aaaaaaaa",
  VpcId: "vpc-11111111",
  AvailabilityZoneName: "us-east-1a",
  AvailabilityZoneId: "use1-az1",
  CidrBlock: "172.31.0.0/28",
  SecurityGroups: ["sg-11111111", "sg-22222222"],
} satisfies SubnetSeed;

export const subnetB = {
  ...subnetA,
  SubnetId: "subnet-bbbbbbbb",
  AvailabilityZoneName: "us-east-1b",
  AvailabilityZoneId: "use1-az2",
  CidrBlock: "172.31.16.0/20",
  Ipv6CidrBlock: "2600:1f18:aa:1::/64",
} satisfies SubnetSeed;
