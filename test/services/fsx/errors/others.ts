import type { Provocations } from "../../../support/declared-errors";
import { identity, NextToken, reusesToken, unknownIds, type World } from "./world";

/** A request for an S3 access point on a volume of OpenZFS. */
const pointOn = (VolumeId: string | undefined, Name = "another") =>
  ({
    Name,
    Type: "OPENZFS",
    OpenZFSConfiguration: { VolumeId, FileSystemIdentity: identity },
  }) as const;

const arns = {
  foreign: "arn:aws:fsx:us-east-1:123456789012:bucket/files",
  unknown: `arn:aws:fsx:us-east-1:123456789012:file-system/${unknownIds.FileSystemId}`,
};

type Tagging = (world: World, ResourceARN: string) => Promise<unknown>;

/** The errors of all operations on tags: the resource must exist. */
const ofResources = (call: Tagging): Provocations<World>[string] => ({
  NotServiceResourceError: {
    by: world => call(world, arns.foreign),
    members: { ResourceARN: arns.foreign },
  },
  ResourceNotFound: { by: world => call(world, arns.unknown), members: { ResourceARN: arns.unknown } },
});

const tag = { Key: "team", Value: "storage" };

export const others: Provocations<World> = {
  CreateAndAttachS3AccessPoint: {
    AccessPointAlreadyOwnedByYou: ({ fsx, root }) => fsx.createAndAttachS3AccessPoint(pointOn(root, "point")),
    BadRequest: async ({ fsx, child }) => {
      await fsx.deleteVolume({
        VolumeId: child,
        OpenZFSConfiguration: { Options: ["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"] },
      });
      await fsx.createAndAttachS3AccessPoint(pointOn(child));
    },
    IncompatibleParameterError: {
      by: ({ fsx, root }) =>
        reusesToken(
          input => fsx.createAndAttachS3AccessPoint(input),
          pointOn(root, "one-name"),
          pointOn(root, "another-name"),
        ),
      members: { Parameter: "Name" },
    },
    InvalidRequest: ({ fsx, root }) =>
      fsx.createAndAttachS3AccessPoint({ ...pointOn(root), OpenZFSConfiguration: undefined }),
    TooManyAccessPoints: {
      by: ({ fsx, root }) => fsx.createAndAttachS3AccessPoint(pointOn(root)),
      quotas: { fsxS3AccessPoints: 1 },
    },
    UnsupportedOperation: async ({ fsx, available }) => {
      const { OpenZFSConfiguration } = await available("openzfs");
      await fsx.createAndAttachS3AccessPoint(pointOn(OpenZFSConfiguration?.RootVolumeId));
    },
    VolumeNotFound: ({ fsx }) => fsx.createAndAttachS3AccessPoint(pointOn(unknownIds.VolumeId)),
  },
  DescribeS3AccessPointAttachments: {
    BadRequest: ({ fsx }) => fsx.describeS3AccessPointAttachments({ NextToken }),
    S3AccessPointAttachmentNotFound: ({ fsx }) =>
      fsx.describeS3AccessPointAttachments({ Names: ["no-such-point"] }),
  },
  DetachAndDeleteS3AccessPoint: {
    BadRequest: async ({ fsx }) => {
      await fsx.detachAndDeleteS3AccessPoint({ Name: "point" });
      await fsx.detachAndDeleteS3AccessPoint({ Name: "point" });
    },
    IncompatibleParameterError: {
      by: ({ fsx }) =>
        reusesToken(
          input => fsx.detachAndDeleteS3AccessPoint(input),
          { Name: "point" },
          { Name: "another-point" },
        ),
      members: { Parameter: "Name" },
    },
    S3AccessPointAttachmentNotFound: ({ fsx }) => fsx.detachAndDeleteS3AccessPoint({ Name: "no-such-point" }),
  },
  ListTagsForResource: {
    ...ofResources(({ fsx }, ResourceARN) => fsx.listTagsForResource({ ResourceARN })),
    BadRequest: ({ fsx, windowsArn }) => fsx.listTagsForResource({ ResourceARN: windowsArn, NextToken }),
  },
  TagResource: {
    ...ofResources(({ fsx }, ResourceARN) => fsx.tagResource({ ResourceARN, Tags: [tag] })),
    BadRequest: ({ fsx, windowsArn }) => fsx.tagResource({ ResourceARN: windowsArn, Tags: [tag, tag] }),
  },
  UntagResource: {
    ...ofResources(({ fsx }, ResourceARN) => fsx.untagResource({ ResourceARN, TagKeys: ["team"] })),
    BadRequest: ({ fsx, windowsArn }) => fsx.untagResource({ ResourceARN: windowsArn, TagKeys: [] }),
  },
  UpdateSharedVpcConfiguration: {
    BadRequest: ({ fsx }) =>
      fsx.updateSharedVpcConfiguration({ EnableFsxRouteTableUpdatesFromParticipantAccounts: "perhaps" }),
    IncompatibleParameterError: {
      by: ({ fsx }) =>
        reusesToken(
          input => fsx.updateSharedVpcConfiguration(input),
          { EnableFsxRouteTableUpdatesFromParticipantAccounts: "true" },
          { EnableFsxRouteTableUpdatesFromParticipantAccounts: "false" },
        ),
      members: { Parameter: "EnableFsxRouteTableUpdatesFromParticipantAccounts" },
    },
  },
};
