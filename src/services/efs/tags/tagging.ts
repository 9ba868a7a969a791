import { pageOfList } from "../../../core/store";
import { accessPointWithId } from "../access-points/access-points";
import { type EfsAccount, type EfsView, read, write } from "../account/account";
import { badMarker } from "../account/errors";
import { fileSystemWithId } from "../file-systems/file-systems";
import type { Tag } from "../records/tags";
import { checkTags, tagged, withoutTags, withTags } from "./tags";

/** Derives the new tags of a resource from its current ones. */
type Change = (tags: readonly Tag[]) => readonly Tag[];

const keyOf = ({ Key }: Tag): string => Key;

function retagFileSystem(account: EfsAccount, idOrArn: string, change: Change): void {
  const { FileSystemId, Tags } = fileSystemWithId(account, idOrArn);
  account.efs.fileSystems.update(FileSystemId, tagged(change(Tags)));
}

function retagAccessPoint(account: EfsAccount, idOrArn: string, change: Change): void {
  const { AccessPointId, Tags } = accessPointWithId(account, idOrArn);
  account.efs.accessPoints.update(AccessPointId, tagged(change(Tags)));
}

const isAccessPoint = (idOrArn: string): boolean => idOrArn.includes("fsap-");

const adding =
  (account: EfsView, added: readonly Tag[]): Change =>
  tags => {
    checkTags(account, tags, added);
    return withTags(tags, added);
  };

const removing =
  (keys: readonly string[]): Change =>
  tags =>
    withoutTags(tags, keys);

export const tagResource = write<"TagResource">(({ ResourceId, Tags }, account) => {
  const retag = isAccessPoint(ResourceId) ? retagAccessPoint : retagFileSystem;
  retag(account, ResourceId, adding(account, Tags));
  return {};
});

export const untagResource = write<"UntagResource">(({ ResourceId, TagKeys }, account) => {
  const retag = isAccessPoint(ResourceId) ? retagAccessPoint : retagFileSystem;
  retag(account, ResourceId, removing(TagKeys));
  return {};
});

const pageSize = 100;

export const listTagsForResource = read<"ListTagsForResource">((input, account) => {
  const { ResourceId, NextToken, MaxResults = pageSize } = input;
  const { Tags } = isAccessPoint(ResourceId)
    ? accessPointWithId(account, ResourceId)
    : fileSystemWithId(account, ResourceId);
  const { items, token } = pageOfList(Tags, {
    limit: MaxResults,
    token: NextToken,
    badToken: badMarker,
    keyOf,
  });
  return { Tags: items, NextToken: token };
});

// The older operations, for file systems only

export const createTags = write<"CreateTags">(({ FileSystemId, Tags }, account) => {
  retagFileSystem(account, FileSystemId, adding(account, Tags));
  return {};
});

export const deleteTags = write<"DeleteTags">(({ FileSystemId, TagKeys }, account) => {
  retagFileSystem(account, FileSystemId, removing(TagKeys));
  return {};
});

/** EFS ignores `MaxItems` here. */
export const describeTags = read<"DescribeTags">(({ FileSystemId, Marker }, account) => {
  const { Tags } = fileSystemWithId(account, FileSystemId);
  const limit = Math.min(pageSize, account.pageSize);
  const { items, token } = pageOfList(Tags, { limit, token: Marker, badToken: badMarker, keyOf });
  return { Marker, Tags: items, NextMarker: token };
});
