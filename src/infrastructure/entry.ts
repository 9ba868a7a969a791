import type { Members } from "../seeding/members";
import type { ListName, Origin } from "./world-builder";

/** An entry of the fixture, before it is added, with the resource that it was made from. */
export interface Entry {
  readonly list: ListName;
  readonly item: Members;
  /** The name of the resource in its source: the logical id, the address. */
  readonly name: string;
  /** Its type in the words of its source. */
  readonly type: string;
  readonly origin: Origin;
}

/** How a source calls itself, and where it has what an entry refers to. */
export interface Wording {
  /** `template`, `plan`. */
  readonly document: string;
  /** The path of a rule of a backup plan: `BackupPlan.BackupPlanRule[0]`. */
  rule(index: number): string;
  /** Paths in a rule. */
  readonly targetVault: string;
  readonly airGappedVault: string;
  readonly copies: string;
  /** The path of the vault of a tiering configuration. */
  readonly tieredVault: string;
  /** The path of the resources of a selection. */
  readonly selected: string;
}
