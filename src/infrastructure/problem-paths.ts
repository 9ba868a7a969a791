/** The path of a member in problems of the API's models: `backupPlan.rules.2.member.ruleName`. */
const modelPath = /\bat '([a-zA-Z]+(?:\.[a-zA-Z0-9]+)*)'/;
/** The path of a member in problems of fixtures: `"BackupPlan.Rules[1].RuleNam"`. */
const memberPath = /^unknown member "([^"]+)"/;

const asMemberPath = (path: string): string =>
  path
    .replace(/\.(\d+)\.member/g, (_, position: string) => `[${Number(position) - 1}]`)
    .replace(/(^|\.)([a-z])/g, (_, dot: string, letter: string) => `${dot}${letter.toUpperCase()}`);

/** The member that a problem of an entry names by its path: the path as in the entry, and as the problem writes it. */
export function memberInProblem(
  problem: string,
): { readonly path: string; readonly written: string; readonly isUnknown: boolean } | undefined {
  const [, ofModel] = modelPath.exec(problem) ?? [];
  if (ofModel !== undefined) return { path: asMemberPath(ofModel), written: ofModel, isUnknown: false };
  const [, ofMember] = memberPath.exec(problem) ?? [];
  return ofMember === undefined ? undefined : { path: ofMember, written: ofMember, isUnknown: true };
}
