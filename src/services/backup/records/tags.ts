import { table } from "../../../core/store";

/** The tags of an ARN. An ARN without tags has no record. */
export interface TagSet {
  readonly ResourceArn: string;
  readonly Tags: Readonly<Record<string, string>>;
}

export const tags = table<TagSet>(set => set.ResourceArn);
