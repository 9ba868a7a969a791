import type { ControlScope } from "@aws-sdk/client-backup";
import type { Stored } from "../../../core/world";
import { isJudged, type Subject, type SubjectKind } from "./subjects";

export type Scope = Stored<ControlScope>;

type NamedKind = Pick<SubjectKind<unknown>, "configType" | "byBackupType">;

/** Why a scope is invalid for a control that evaluates this kind of subject; undefined when it is valid. */
export function scopeFault(kind: NamedKind, scope: Scope | undefined): string | undefined {
  if (Object.keys(scope?.Tags ?? {}).length > 1) return "its scope can name one tag only";
  const unknown = scope?.ComplianceResourceTypes?.find(type => !canName(kind, type));
  return unknown === undefined ? undefined : `its scope cannot name the resource type ${unknown}`;
}

const canName = ({ configType, byBackupType }: NamedKind, type: string): boolean =>
  type === configType || (byBackupType && isJudged(type));

/** Whether a subject is in a scope. Omitted criteria match everything, and an empty tag value matches any value. */
export function isInScope(scope: Scope | undefined, subject: Subject): boolean {
  const { ComplianceResourceTypes: types = [], ComplianceResourceIds: ids = [], Tags = {} } = scope ?? {};
  return (
    (types.length === 0 || types.some(type => type === subject.backupType || type === subject.configType)) &&
    (ids.length === 0 || ids.includes(subject.id) || ids.includes(subject.arn)) &&
    Object.entries(Tags).every(([key, value]) => {
      const tag = subject.tags[key];
      return tag !== undefined && (value === "" || tag === value);
    })
  );
}
