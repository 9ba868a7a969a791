import type { FixtureOrigin } from "../../seeding/origin";
import type { Fixture } from "../../seeding/seed";
import { Assumptions } from "../assumptions";
import type { Entry, Wording } from "../entry";
import { inOrder } from "../order";
import { withoutOrphans } from "../orphans";
import { memberInProblem } from "../problem-paths";
import { cannotRead } from "../problems";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import { LeftOut } from "./left-out";
import type { ShownResource } from "./resources";

/** What answers show. */
export interface Contents {
  readonly entries: readonly Entry[];
  readonly resources: readonly ShownResource[];
}

/** What is wrong with an entry. */
interface Problem {
  readonly problem: string;
  /** The member that is wrong, if the entry can do without it. */
  readonly member: string | undefined;
}

/** The problems by the path of their entries. */
type Problems = Map<string, Problem[]>;

const words: Wording = {
  document: "dump",
  rule: index => `BackupPlan.Rules[${index}]`,
  targetVault: "TargetBackupVaultName",
  airGappedVault: "TargetLogicallyAirGappedBackupVaultArn",
  copies: "CopyActions",
  tieredVault: "BackupVaultName",
  selected: "BackupSelection.Resources",
};

/** From this attempt on, an entry with a problem is skipped, no longer shortened. */
const mostAttempts = 8;

/**
 * A valid world of what answers show. A member that the mock cannot show as AWS did is left out of its entry with a
 * warning, and an entry that its rules do not allow is skipped: the account has it, whatever the mock's rules say.
 */
export function validWorld(given: Contents, origin: FixtureOrigin, notes: WorldBuilder): Infrastructure {
  const leftOut = new LeftOut();
  let contents = given;
  for (let attempt = 1; ; attempt++) {
    const entries = inOrder(withoutOrphans(contents.entries, words.document, notes));
    const { resources } = contents;
    const { fixture, problems, assumed } = attempted({ entries, resources }, origin);
    if (problems.size === 0) {
      const { skipped, warnings } = notes.notes;
      return { fixture, skipped, warnings: [...warnings, ...leftOut.warnings, ...assumed] };
    }
    contents = {
      entries: corrected(entries, problems, notes, attempt < mostAttempts ? leftOut : undefined),
      resources: possible(resources, problems, notes),
    };
    refuse(problems);
  }
}

function attempted({ entries, resources }: Contents, origin: FixtureOrigin) {
  const builder = new WorldBuilder("the dump", origin);
  for (const { list, item, origin: from } of entries) builder.add(list, item, from);
  for (const { resource } of resources) builder.addResource(resource, { name: resource.arn });
  new Assumptions(entries, words, origin, builder).add();
  const [wrong, contradicting]: [Problems, Problems] = [new Map(), new Map()];
  const fixture = builder.check((path, problem, { member = optionalMember(problem), isContradiction }) => {
    const problems = isContradiction ? contradicting : wrong;
    problems.set(path, [...(problems.get(path) ?? []), { problem, member }]);
  });
  const whole: Fixture = { origin, ...fixture };
  // What counts others cannot be right as long as some of these are wrong.
  const problems = wrong.size > 0 ? wrong : contradicting;
  return { fixture: whole, problems, assumed: builder.notes.warnings };
}

/** The member that the API's model refuses. Nothing can do without what identifies it. */
function optionalMember(problem: string): string | undefined {
  const member = memberInProblem(problem)?.path;
  return member !== undefined && /^\w+(?:Id|Arn|ARN|Name)$/.test(member) ? undefined : member;
}

/** The entries without what is wrong. The problems that this solves are taken out of the map. */
function corrected(
  entries: readonly Entry[],
  problems: Problems,
  notes: WorldBuilder,
  leftOut: LeftOut | undefined,
): readonly Entry[] {
  const counts = new Map<string, number>();
  return entries.flatMap(entry => {
    const index = counts.get(entry.list) ?? 0;
    counts.set(entry.list, index + 1);
    const path = `${entry.list}[${index}]`;
    const [first, ...others] = problems.get(path) ?? [];
    if (!first) return [entry];
    problems.delete(path);
    const item = [first, ...others].reduce<Entry["item"] | undefined>(
      (rest, { problem, member }) =>
        rest && member !== undefined
          ? leftOut?.without({ ...entry, item: rest }, member, problem)
          : undefined,
      entry.item,
    );
    if (item) return [{ ...entry, item }];
    notes.skip(entry.name, entry.type, first.problem);
    return [];
  });
}

function possible(
  resources: readonly ShownResource[],
  problems: Problems,
  notes: WorldBuilder,
): readonly ShownResource[] {
  return resources.filter(({ resource, type }, index) => {
    const [first] = problems.get(`resources[${index}]`) ?? [];
    if (!first) return true;
    problems.delete(`resources[${index}]`);
    notes.skip(resource.arn, type, first.problem);
    return false;
  });
}

/** Problems of what was assumed, which nothing else can solve. */
function refuse(problems: Problems): void {
  for (const [path, [first]] of problems) throw cannotRead("the dump", path, first?.problem ?? "");
}
