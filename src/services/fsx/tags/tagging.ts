import { parseArn } from "../../../core/basics";
import { type FsxAccount, type FsxView, read, write } from "../account/account";
import { notServiceResource, resourceNotFound } from "../account/errors";
import { pageOfComputed } from "../account/listing";
import type { Tags } from "../records/tags";
import { addTags, removeTags } from "./tags";

interface Tagged {
  readonly ResourceARN?: string | undefined;
  readonly Tags: Tags;
}

/** The tables of resources with tags, by the resource type in their ARNs. */
const taggable = {
  "file-system": "fileSystems",
  backup: "backups",
  volume: "volumes",
  "storage-virtual-machine": "storageVirtualMachines",
  snapshot: "snapshots",
  association: "associations",
  task: "tasks",
  "file-cache": "fileCaches",
} as const;

type ResourceType = keyof typeof taggable;

const isResourceType = (type: string): type is ResourceType => Object.hasOwn(taggable, type);

/** The resource type and the id in an ARN. */
function parsed(arn: string): { readonly type: ResourceType; readonly id: string } {
  const [type = "", ...path] = parseArn(arn)?.resource.split("/") ?? [];
  if (!isResourceType(type)) throw notServiceResource(arn);
  return { type, id: path.at(-1) ?? "" };
}

function taggedResource({ fsx }: FsxView, arn: string): Tagged {
  const { type, id } = parsed(arn);
  const resource: Tagged | undefined = fsx[taggable[type]].get(id);
  if (resource?.ResourceARN !== arn) throw resourceNotFound(arn);
  return resource;
}

function changeTags(account: FsxAccount, arn: string, change: (tags: Tags) => Tags): void {
  const Tags = change(taggedResource(account, arn).Tags);
  const { type, id } = parsed(arn);
  account.fsx[taggable[type]].update(id, { Tags });
}

export const listTagsForResource = read<"ListTagsForResource">((input, account) => {
  const { Tags } = taggedResource(account, input.ResourceARN);
  const sorted = [...Tags].sort((a, b) => (a.Key < b.Key ? -1 : 1));
  const { items, token } = pageOfComputed(sorted, input, ({ Key }) => Key);
  return { Tags: items, NextToken: token };
});

export const tagResource = write<"TagResource">(({ ResourceARN, Tags }, account) => {
  changeTags(account, ResourceARN, tags => addTags(tags, Tags));
  return {};
});

export const untagResource = write<"UntagResource">(({ ResourceARN, TagKeys }, account) => {
  changeTags(account, ResourceARN, tags => removeTags(tags, TagKeys));
  return {};
});
