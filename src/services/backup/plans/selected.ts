import { parseArn } from "../../../core/basics";
import type { BackupView } from "../account/account";
import type { Plan } from "../records/plans";
import type { BackupSource } from "../records/resources";
import type { Selection } from "../records/selections";
import { allSources, assumedSource } from "../resources/sources";
import { selects } from "./selecting";

/** The resources that a plan is for at this moment, each with the first selection that takes it in. */
export function* selectedBy(
  account: BackupView,
  plan: Plan,
): Generator<readonly [BackupSource, Selection], undefined> {
  const selections = [...account.backup.selections.by("plan", plan.BackupPlanId)];
  if (selections.length === 0) return;
  // Backing up what is assumed puts it among what there is.
  for (const source of [...allSources(account), ...assumedSources(account, selections)]) {
    const selection = selections.find(candidate => selects(account, candidate, source));
    if (selection) yield [source, selection];
  }
}

/** The ARNs of some, such as buckets, do not tell where they are; the others are backed up where they are. */
function isHere({ place }: BackupView, arn: string): boolean {
  const { region = "", accountId = "" } = parseArn(arn) ?? {};
  return (region === "" || region === place.region) && (accountId === "" || accountId === place.accountId);
}

/** What selections name that nobody has told anything of. */
function assumedSources(account: BackupView, selections: readonly Selection[]): readonly BackupSource[] {
  const assumed = new Map<string, BackupSource>();
  for (const { BackupSelection } of selections) {
    for (const arn of BackupSelection.Resources ?? []) {
      const isOne = !arn.includes("*") && isHere(account, arn);
      const source = isOne ? assumedSource(account, arn) : undefined;
      if (source) assumed.set(arn, source);
    }
  }
  return [...assumed.values()];
}
