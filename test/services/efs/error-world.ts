import { EFS } from "@aws-sdk/client-efs";
import type { MockAws } from "aws-backup-mock";
import { accountFactory } from "../../support/declared-errors";
import { availableFileSystem, subnetA, subnetB } from "./support";

/** The world in which each error is provoked. */
export const open = accountFactory(
  aws => ({ efs: aws.attach(new EFS()) }),
  async ({ aws, efs }) => {
    const { FileSystemId } = await availableFileSystem(efs);
    const { SubnetId } = subnetA;
    const { MountTargetId = "" } = await efs.createMountTarget({ FileSystemId, SubnetId });
    const { AccessPointId = "" } = await efs.createAccessPoint({ FileSystemId, ClientToken: "taken" });
    await aws.settle();
    return { FileSystemId, MountTargetId, AccessPointId, SubnetId, unknownSubnet: subnetB.SubnetId };
  },
);

export type World = Awaited<ReturnType<typeof open>>;

export const unknownIds = {
  FileSystemId: "fs-00000000",
  MountTargetId: "fsmt-00000000",
  AccessPointId: "fsap-00000000",
};
export const marker = "no-such-marker";
export const tag = { Key: "team", Value: "storage" };
export const west = [{ Region: "us-west-2" }];
export const policy = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount" }],
});

/** A file system that is creating. */
export const creating = async ({ efs }: World) => {
  const { FileSystemId = "" } = await efs.createFileSystem({});
  return { FileSystemId };
};

/** A file system that is the destination of a replication. */
export async function destination({ aws, efs, FileSystemId }: World) {
  const { Destinations } = await efs.createReplicationConfiguration({
    SourceFileSystemId: FileSystemId,
    Destinations: [{ Region: "us-east-1" }],
  });
  await aws.settle();
  return { FileSystemId: Destinations?.[0]?.FileSystemId };
}

/** Seeds subnets, after which unknown ones are refused. */
export const seedSubnets = (aws: MockAws, ...subnets: (typeof subnetA)[]) => aws.seed({ efs: { subnets } });
