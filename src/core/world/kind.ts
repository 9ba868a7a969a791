import type { PlainMembers } from "../basics";
import type { RecordOf } from "../store";
import type { Account } from "./account";
import type { Shape } from "./shape";

/** Work on the records in one state. */
export interface Work<S extends Shape> {
  /** The step that ends it, or its first part. */
  readonly step: string;
  readonly duration: keyof S["durations"] & string;
  /** The part of the duration until that step. Default: 1. */
  readonly share?: number;
  /** `waiting`: the work itself has not begun. `removal`: the record is removed at the end. */
  readonly phase?: "waiting" | "removal";
  /** In milliseconds: what takes longer ends then. */
  readonly atMost?: number;
}

/** Work that is under way on a record beside its state, such as an approval. */
export interface SideWork<S extends Shape> extends Pick<Work<S>, "duration" | "atMost"> {
  /** The member that shows it. Only a match that names it is meant for this work. */
  readonly member: string;
}

/** How work fails. */
export interface Failure<S extends Shape, R> {
  /** The states in which work is under way that can fail like this. */
  readonly from: readonly string[];
  /** The steps that it takes the place of. None for jobs, whose own steps handle their outcome. */
  readonly at: readonly string[];
  /** Leaves behind what AWS leaves behind. */
  fail(record: R, account: Account<S>, message: string | undefined): void;
}

/** How a service describes a record. */
export interface Description<R> {
  /** The operation, and the member of its output that holds the record or a list: `DescribeFileSystems.FileSystems`. */
  readonly by: string;
  /** The input that describes this record only; absent if no input does. */
  inputFor?(record: R): object;
}

/** A kind of record that users know: what AWS shows of it, and what becomes of it by itself. */
export interface Kind<S extends Shape, R> {
  readonly description?: Description<R>;
  /** The members of a record that no API describes. */
  readonly members?: PlainMembers;
  /** Members that other operations show (`DescribeFileSystemPolicy.Policy`), or their type. */
  readonly further?: { readonly [Name in keyof R & string]?: string };
  /** Further members that every record has, where the model does not require them. */
  readonly required?: readonly (keyof R & string)[];
  /** Members that identify the record or tie it to others, besides its key and its ARN. They cannot change. */
  readonly fixed?: readonly (keyof R & string)[];
  /** The member that holds the state. */
  readonly state?: keyof R & string;
  /** All states, where the model lists none. */
  readonly states?: readonly string[];
  /** The state, if it is not the value of that member. */
  stateOf?(record: R): string | undefined;
  /** The work under way, by state. */
  readonly works?: Readonly<Record<string, Work<S> | ((record: R) => Work<S> | undefined)>>;
  /** The work that is under way beside the state, by the step that ends it. */
  readonly sideWorks?: Readonly<Record<string, SideWork<S>>>;
  /** The states in which work can fail. */
  readonly failures?: Readonly<Record<string, Failure<S, R>>>;
  /** A job: once it has ended, it does not run again. */
  readonly isJob?: boolean;
  /** Whether its own steps handle the outcome that a test has set. */
  readonly handlesOutcome?: boolean;
  /** Whether the outcome of a job says how many bytes it transfers. */
  readonly transfers?: boolean;
  /** Requests that bring a record in work into a state. */
  readonly requests?: Readonly<Record<string, (record: R, account: Account<S>) => void>>;
  /** Why AWS would not show such a change, if it would not. */
  fault?(before: R, after: R, account: Account<S>): string | undefined;
  /** Brings what depends on a record in line with an edit. */
  edited?(before: R, after: R, account: Account<S>): void;
}

/** The kinds of a service, one for each table; undefined for tables whose records users never see. */
export type Kinds<S extends Shape> = {
  readonly [Name in keyof S["tables"]]: Kind<S, RecordOf<S["tables"][Name]>> | undefined;
};

/** A kind of any service. */
export type AnyKind = Kind<Shape, object>;

export function stateOf(kind: AnyKind, record: object): string | undefined {
  if (kind.stateOf) return kind.stateOf(record);
  const state: unknown = kind.state === undefined ? undefined : Reflect.get(record, kind.state);
  return typeof state === "string" ? state : undefined;
}

/** The work under way on a record, by its state. */
export function workOn(kind: AnyKind, record: object): Work<Shape> | undefined {
  const work = kind.works?.[stateOf(kind, record) ?? ""];
  return typeof work === "function" ? work(record) : work;
}

/** The work under way beside the state of a record, by its next step. */
export const sideWorkOn = (kind: AnyKind, step: string): SideWork<Shape> | undefined => {
  const works = kind.sideWorks;
  return works && Object.hasOwn(works, step) ? works[step] : undefined;
};

export const isInWork = (kind: AnyKind, state: string | undefined): boolean =>
  state !== undefined && kind.works !== undefined && Object.hasOwn(kind.works, state);
