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

/** The kinds of things that carry tags, each by the part of its ARN that tells it from the others. */
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

type Kind = keyof typeof taggable;

const isKind = (kind: string): kind is Kind => Object.hasOwn(taggable, kind);

/** What an ARN stands for: a kind of thing, and the id of one. */
function named(arn: string): { readonly kind: Kind; readonly id: string } {
  const [kind = "", ...path] = parseArn(arn)?.resource.split("/") ?? [];
  if (!isKind(kind)) throw notServiceResource(arn);
  return { kind, id: path.at(-1) ?? "" };
}

function taggedResource({ fsx }: FsxView, arn: string): Tagged {
  const { kind, id } = named(arn);
  const thing: Tagged | undefined = fsx[taggable[kind]].get(id);
  if (thing?.ResourceARN !== arn) throw resourceNotFound(arn);
  return thing;
}

function retag(account: FsxAccount, arn: string, change: (tags: Tags) => Tags): void {
  const Tags = change(taggedResource(account, arn).Tags);
  const { kind, id } = named(arn);
  account.fsx[taggable[kind]].update(id, { Tags });
}

export const listTagsForResource = read<"ListTagsForResource">((input, account) => {
  const { Tags } = taggedResource(account, input.ResourceARN);
  const sorted = [...Tags].sort((a, b) => (a.Key < b.Key ? -1 : 1));
  const { items, token } = pageOfComputed(sorted, input);
  return { Tags: items, NextToken: token };
});

export const tagResource = write<"TagResource">(({ ResourceARN, Tags }, account) => {
  retag(account, ResourceARN, tags => addTags(tags, Tags));
  return {};
});

export const untagResource = write<"UntagResource">(({ ResourceARN, TagKeys }, account) => {
  retag(account, ResourceARN, tags => removeTags(tags, TagKeys));
  return {};
});
