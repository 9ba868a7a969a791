import type { BackupSelection } from "@aws-sdk/client-backup";
import { matchesPattern, selectionWildcards } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import type { BackupView } from "../account/account";
import { isReserved } from "../account/names";
import type { BackupSource } from "../records/resources";
import type { Selection } from "../records/selections";
import { isOptedIn } from "../settings/region-settings";

type Document = Stored<BackupSelection>;
type Condition = { readonly ConditionKey?: string | undefined; readonly ConditionValue?: string | undefined };

const tagPrefix = "aws:ResourceTag/";

/** A text with `*` for anything but white space, as AWS reads it. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  matchesPattern(pattern, text, selectionWildcards);

/** `*` and `arn:aws:ec2:*` speak of a whole service, not of a type of resource: the Region's opt-in decides then. */
const isServiceWide = (pattern: string): boolean => /^(\*|arn:[^:]*:[^:]*(:\*)+)$/.test(pattern);

const sharedArnTypes: ReadonlySet<string> = new Set(["Aurora", "DocumentDB", "Neptune", "FSx"]);

const namesOne = (pattern: string): boolean => !pattern.includes("*");

/** Whether a pattern names a type so clearly that the Region's opt-in does not matter. */
const overridesOptIn = (pattern: string, source: BackupSource): boolean =>
  namesOne(pattern) || (!isServiceWide(pattern) && !sharedArnTypes.has(source.type));

const tagOf = (source: BackupSource, key: string | undefined): string | undefined =>
  key === undefined ? undefined : source.tags[key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key];

const all = (
  conditions: readonly Condition[] | undefined,
  source: BackupSource,
  holds: (tag: string | undefined, value: string) => boolean,
): boolean =>
  (conditions ?? []).every(({ ConditionKey, ConditionValue = "" }) =>
    holds(tagOf(source, ConditionKey), ConditionValue),
  );

const meetsConditions = ({ Conditions }: Document, source: BackupSource): boolean =>
  all(Conditions?.StringEquals, source, (tag, value) => tag === value) &&
  all(Conditions?.StringNotEquals, source, (tag, value) => tag !== value) &&
  all(Conditions?.StringLike, source, (tag, value) => tag !== undefined && matchesWildcard(value, tag)) &&
  all(Conditions?.StringNotLike, source, (tag, value) => tag === undefined || !matchesWildcard(value, tag));

const hasOneOf = ({ ListOfTags }: Document, source: BackupSource): boolean =>
  (ListOfTags ?? []).some(
    ({ ConditionKey, ConditionValue }) => tagOf(source, ConditionKey) === ConditionValue,
  );

/** Restored for a test, and to be deleted: no plan backs it up. */
const isUnderRestoreTest = (source: BackupSource): boolean => "awsbackup-restore-test" in source.tags;

/** Whether a selection takes a resource in, by what both are at this moment. */
export function selects(account: BackupView, selection: Selection, source: BackupSource): boolean {
  const naming = namingPatterns(selection, source);
  if (!takesIn(selection, source, naming)) return false;
  return (
    // The service's own plan, of automatic EFS backups, asks nobody.
    isReserved(selection.BackupPlanId) ||
    isOptedIn(account, source.type) ||
    naming.some(pattern => overridesOptIn(pattern, source))
  );
}

/** The same, were the Region opted in to every type. */
export const selectsButForOptIn = (selection: Selection, source: BackupSource): boolean =>
  takesIn(selection, source, namingPatterns(selection, source));

function takesIn(
  { BackupSelection: document }: Selection,
  source: BackupSource,
  naming: readonly string[],
): boolean {
  return (
    (naming.length > 0 || hasOneOf(document, source)) &&
    !(document.NotResources ?? []).some(pattern => matchesWildcard(pattern, source.arn)) &&
    meetsConditions(document, source) &&
    !isUnderRestoreTest(source)
  );
}

const namingPatterns = ({ BackupSelection }: Selection, source: BackupSource): readonly string[] =>
  (BackupSelection.Resources ?? []).filter(pattern => matchesWildcard(pattern, source.arn));
