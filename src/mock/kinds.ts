import type { Draft } from "immer";
import type { RecordOf } from "../core/store";
import type { backupKinds } from "../services/backup/kinds";
import type { backupTables } from "../services/backup/records";
import type { efsKinds } from "../services/efs/kinds";
import type { efsTables } from "../services/efs/records";
import type { fsxKinds } from "../services/fsx/kinds";
import type { fsxTables } from "../services/fsx/records";

type Tables = {
  readonly backup: typeof backupTables;
  readonly efs: typeof efsTables;
  readonly fsx: typeof fsxTables;
};

type AllKinds = {
  readonly backup: typeof backupKinds;
  readonly efs: typeof efsKinds;
  readonly fsx: typeof fsxKinds;
};

type KindsOf<Service extends keyof AllKinds> = {
  readonly [Table in keyof AllKinds[Service] & string as AllKinds[Service][Table] extends undefined
    ? never
    : `${Service}.${Table}`]: AllKinds[Service][Table];
};

/** The kinds of records that users know, by service and table. */
type Kinds = KindsOf<"backup"> & KindsOf<"efs"> & KindsOf<"fsx">;

/** The kinds that have a fact of this name. */
type KindsWith<Fact extends string> = {
  [K in keyof Kinds]: Fact extends keyof Kinds[K] ? K : never;
}[keyof Kinds];

/** A fact of a kind; an empty object if it has none. */
type FactOf<K extends keyof Kinds, Fact extends string> = Fact extends keyof Kinds[K]
  ? Kinds[K][Fact]
  : object;

/** The records that can be edited, named as in `aws.state`: `"fsx.fileSystems"`. */
export type EditKind = KindsWith<"description"> | KindsWith<"members">;

/** The records whose work takes time, named as in `aws.state`: `"efs.mountTargets"`. */
export type NextKind = KindsWith<"works">;

/** The kinds whose work can fail. */
export type FailingKind = Extract<NextKind, KindsWith<"failures">>;

/** The jobs that transfer bytes. */
export type TransferKind = KindsWith<"transfers">;

/** The states that work of a kind can fail in. */
export type FailureState<K extends NextKind> = keyof FactOf<K, "failures"> & string;

type RecordOfKind<K> = K extends `${infer Service}.${infer Table}`
  ? Service extends keyof Tables
    ? Table extends keyof Tables[Service]
      ? RecordOf<Tables[Service][Table]>
      : never
    : never
  : never;

/** The mock's own members start in lower case. */
type OwnMember<R> = { [Name in keyof R]: Name extends Uncapitalize<Name & string> ? Name : never }[keyof R];

type FurtherMember<K extends keyof Kinds> = keyof FactOf<K, "further">;

type FixedMember<K extends keyof Kinds> = FactOf<K, "fixed"> extends readonly (infer Name)[] ? Name : never;

/** The members of a record that an edit can change: those that the service shows, instants as epoch milliseconds. */
export type EditableRecord<K extends keyof Kinds> = "members" extends keyof Kinds[K]
  ? Pick<RecordOfKind<K>, keyof FactOf<K, "members"> & keyof RecordOfKind<K>>
  : Omit<RecordOfKind<K>, Exclude<OwnMember<RecordOfKind<K>>, FurtherMember<K>>>;

/** A record as an edit receives it. */
export type EditDraft<K extends EditKind> = Draft<EditableRecord<K>>;

/** The members that an outcome can match a record by. */
export type MatchableRecord<K extends NextKind> = EditableRecord<K> &
  Pick<RecordOfKind<K>, FixedMember<K> & keyof RecordOfKind<K>>;
