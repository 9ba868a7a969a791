import { parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Plan } from "../records/plans";
import type { BackupSource } from "../records/resources";
import type { Selection } from "../records/selections";
import { allSources, assumedSource } from "../resources/sources";
import { SelectionMatcher } from "./selection-matching";

/** The resources that a plan selects at this moment, each with the first selection that includes it. */
export function* selectedResources(
  account: BackupView,
  plan: Plan,
): Generator<readonly [BackupSource, Selection], undefined> {
  const selections = [...account.backup.selections.by("plan", plan.BackupPlanId)];
  if (selections.length === 0) return;
  // Copied first: backing up an assumed resource adds it to the known ones.
  const matchers = selections.map(selection => new SelectionMatcher(selection));
  for (const source of [...allSources(account), ...assumedSources(account, selections)]) {
    const matcher = matchers.find(candidate => candidate.selects(account, source));
    if (matcher) yield [source, matcher.selection];
  }
}

/** Resources that selections name and that have not been seeded: they are assumed to exist. */
function assumedSources(account: BackupView, selections: readonly Selection[]): readonly BackupSource[] {
  const assumed = new Map<string, BackupSource>();
  for (const { BackupSelection } of selections) {
    for (const text of BackupSelection.Resources ?? []) {
      const isKnown = text.includes("*") || account.backup.resources.has(text);
      const arn = isKnown ? undefined : parseArn(text);
      const source = arn && assumedSource(account, arn);
      if (source) assumed.set(text, source);
    }
  }
  return [...assumed.values()];
}
