import type { BackupSelection } from "@aws-sdk/client-backup";
import { matchesPattern, selectionWildcards } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import type { BackupView } from "../account/account";
import { isReserved } from "../account/names";
import type { BackupSource } from "../records/resources";
import type { Selection } from "../records/selections";
import { isOptedIn } from "../settings/region-settings";

type SelectionDocument = Stored<BackupSelection>;
type Condition = { readonly ConditionKey?: string | undefined; readonly ConditionValue?: string | undefined };

const tagPrefix = "aws:ResourceTag/";

/** Whether a text matches a pattern, in which `*` stands for any characters but white space. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  matchesPattern(pattern, text, selectionWildcards);

/** `*` and `arn:aws:ec2:*` name a service, not a resource type. The Region's opt-in setting applies to them. */
const isServiceWide = (pattern: string): boolean => /^(\*|arn:[^:]*:[^:]*(:\*)+)$/.test(pattern);

/** Types whose ARNs have the same form as those of another type, so that a pattern does not name them clearly. */
const sharedArnTypes: ReadonlySet<string> = new Set(["Aurora", "DocumentDB", "Neptune", "FSx"]);

/** Types that obey the opt-in setting even when an ARN names a single resource of theirs. */
const alwaysObeyOptIn: ReadonlySet<string> = new Set(["Aurora", "DocumentDB", "Neptune"]);

const namesSingleResource = (pattern: string): boolean => !pattern.includes("*");

/** Whether a pattern names a resource type clearly, so that the Region's opt-in setting does not apply. */
const overridesOptIn = (pattern: string, source: BackupSource): boolean =>
  !alwaysObeyOptIn.has(source.type) &&
  (namesSingleResource(pattern) || (!isServiceWide(pattern) && !sharedArnTypes.has(source.type)));

const tagOf = (source: BackupSource, key: string | undefined): string | undefined =>
  key === undefined ? undefined : source.tags[key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key];

const allHold = (
  conditions: readonly Condition[] | undefined,
  source: BackupSource,
  holds: (tag: string | undefined, value: string) => boolean,
): boolean =>
  (conditions ?? []).every(({ ConditionKey, ConditionValue = "" }) =>
    holds(tagOf(source, ConditionKey), ConditionValue),
  );

const meetsConditions = ({ Conditions }: SelectionDocument, source: BackupSource): boolean =>
  allHold(Conditions?.StringEquals, source, (tag, value) => tag === value) &&
  allHold(Conditions?.StringNotEquals, source, (tag, value) => tag !== value) &&
  allHold(Conditions?.StringLike, source, (tag, value) => tag !== undefined && matchesWildcard(value, tag)) &&
  allHold(
    Conditions?.StringNotLike,
    source,
    (tag, value) => tag === undefined || !matchesWildcard(value, tag),
  );

const hasAnyTag = ({ ListOfTags }: SelectionDocument, source: BackupSource): boolean =>
  (ListOfTags ?? []).some(
    ({ ConditionKey, ConditionValue }) => tagOf(source, ConditionKey) === ConditionValue,
  );

/** Resources restored by a restore test are deleted soon. Plans do not back them up. */
const isRestoreTest = (source: BackupSource): boolean => "awsbackup-restore-test" in source.tags;

/** Patterns of ARNs, with the exact ones told apart: a selection can name hundreds of resources. */
class ArnPatterns {
  readonly #exact: ReadonlySet<string>;
  readonly #wildcards: readonly string[];

  constructor(patterns: readonly string[] = []) {
    this.#exact = new Set(patterns.filter(namesSingleResource));
    this.#wildcards = patterns.filter(pattern => !namesSingleResource(pattern));
  }

  /** The patterns that match an ARN. */
  matching(arn: string): readonly string[] {
    const matching = this.#wildcards.filter(pattern => matchesWildcard(pattern, arn));
    return this.#exact.has(arn) ? [arn, ...matching] : matching;
  }
}

/** A selection, prepared for asking about many resources. */
export class SelectionMatcher {
  readonly selection: Selection;
  readonly #resources: ArnPatterns;
  readonly #notResources: ArnPatterns;

  constructor(selection: Selection) {
    const { Resources, NotResources } = selection.BackupSelection;
    this.selection = selection;
    this.#resources = new ArnPatterns(Resources);
    this.#notResources = new ArnPatterns(NotResources);
  }

  /** Whether the selection includes a resource, in the present state of both. */
  selects(account: BackupView, source: BackupSource): boolean {
    const naming = this.#resources.matching(source.arn);
    if (!this.#includes(source, naming)) return false;
    return (
      // The service's own plan, of automatic EFS backups, ignores the opt-in setting.
      isReserved(this.selection.BackupPlanId) ||
      isOptedIn(account, source.type) ||
      naming.some(pattern => overridesOptIn(pattern, source))
    );
  }

  /** Whether the selection would include a resource if the Region were opted in to every type. */
  selectsIgnoringOptIn(source: BackupSource): boolean {
    return this.#includes(source, this.#resources.matching(source.arn));
  }

  #includes(source: BackupSource, naming: readonly string[]): boolean {
    const document = this.selection.BackupSelection;
    return (
      (naming.length > 0 || hasAnyTag(document, source)) &&
      this.#notResources.matching(source.arn).length === 0 &&
      meetsConditions(document, source) &&
      !isRestoreTest(source)
    );
  }
}
