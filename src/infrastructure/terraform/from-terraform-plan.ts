import { MockError, type Place, readPlace } from "../../core/basics";
import { Assumptions } from "../assumptions";
import type { Entry, Wording } from "../entry";
import { refuseUnknownOptions } from "../options";
import { inOrder } from "../order";
import { withoutOrphans } from "../orphans";
import { withNewReplicas } from "../replicas";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import { withAdditions } from "./additions";
import { readDocument, type TerraformDocument } from "./document";
import { type Addition, isRead, outcomeOf } from "./entries";
import { warnOfUnknownTags } from "./instance-tags";
import { type Located, locate } from "./place";
import { type Instance, type Plan, planOf } from "./plan";
import { addProtected, isProtected } from "./protected";
import { References } from "./references";
import { reasonOf } from "./skipped";
import { Values } from "./values";

/** What to read of a plan, and where it is applied. */
export interface TerraformOptions {
  /** The Region whose resources are read. Default: that of the provider `aws`, or else of most resources and ARNs. */
  readonly region?: string;
  /** The account whose resources are read. Default: that of the provider's role, of the caller, or of the ARNs in the plan. */
  readonly accountId?: string;
}

/** What was made of a plan or a state. */
export interface TerraformInfrastructure extends Infrastructure {
  /** Where the resources are: the place of the mock to seed, as in `mockAws(place)` and `aws.in(place)`. */
  readonly place: Place;
}

const optionNames: { readonly [Name in keyof Required<TerraformOptions>]: true } = {
  region: true,
  accountId: true,
};

function readOptions(options: TerraformOptions): Partial<Place> {
  refuseUnknownOptions("read the Terraform plan", options, optionNames);
  return readPlace({ region: options.region, accountId: options.accountId });
}

const words: Wording = {
  document: "plan",
  rule: index => `rule[${index}]`,
  targetVault: "target_vault_name",
  airGappedVault: "target_logically_air_gapped_backup_vault_arn",
  copies: "copy_action",
  tieredVault: "backup_vault_name",
  selected: "resources",
};

const replicaWords = { document: words.document, fileSystem: "destination[0].file_system_id" };

/**
 * Reads a plan or a state of Terraform or OpenTofu, as `terraform show -json` prints it: parsed or as text. The fixture has
 * the resources of AWS Backup, Amazon EFS and Amazon FSx that will be there after apply, and with ARN and tags those of
 * other services that AWS Backup protects. What is only known after apply is taken from where it refers to, or has a
 * made-up value in the right form, the same each time. Resources of other Regions and accounts are skipped.
 *
 * Throws a {@link MockError} with the code `InvalidInfrastructure` for what is not a plan or state, and for a plan that
 * AWS would refuse: one error lists every problem by address. Throws one with `InvalidOption` for a wrong option.
 *
 * @example
 * const { fixture, place } = fromTerraformPlan(readFileSync("plan.json", "utf8"));
 * const aws = mockAws(place);
 * aws.seed(fixture);
 */
export function fromTerraformPlan(
  plan: object | string,
  options: TerraformOptions = {},
): TerraformInfrastructure {
  const given = readOptions(options);
  const source = readDocument(plan);
  const read = planOf(source);
  const references = new References(read);
  const located = locate(read, source.document, references, given);
  const { place } = located;
  const values = new Values(read, references, located);
  const builder = new WorldBuilder("the Terraform plan", place);
  warnOfDocument(source, located, builder);
  const entries = entriesOf(read, located, values, builder);
  const complete = withoutOrphans(entries, words.document, builder);
  for (const { list, item, origin } of inOrder(complete)) builder.add(list, item, origin);
  new Assumptions(complete, words, place, builder).add();
  return { ...builder.finish(), place };
}

/** The entries of all instances. Adds resources of other services to the world, and skips what is not read. */
function entriesOf(plan: Plan, located: Located, values: Values, builder: WorldBuilder): readonly Entry[] {
  const entries: Entry[] = [];
  const additions: Addition[] = [];
  for (const instance of plan.instances) {
    const skip = (reason: string): void => builder.skip(instance.address, instance.type, reason);
    const reason = reasonToSkip(instance, located);
    if (reason !== undefined) {
      skip(reason);
      continue;
    }
    warnOfUnknownTags(instance, values, builder);
    const outcome = isRead(instance.type)
      ? outcomeOf(instance, values, builder)
      : addProtected(instance, values, located.place, builder);
    if ("entry" in outcome) entries.push(outcome.entry);
    else if ("addition" in outcome) additions.push(outcome.addition);
    else if ("skipped" in outcome) skip(outcome.skipped);
  }
  return withNewReplicas(withAdditions(entries, additions, builder), replicaWords, builder);
}

/** Why an instance is not read at all: it is of another service, Region or account. */
function reasonToSkip(instance: Instance, { place, placeOf }: Located): string | undefined {
  const { type } = instance;
  if (!isRead(type) && !isProtected(type)) return reasonOf(type);
  const { region, accountId } = placeOf(instance);
  if (region === place.region && accountId === place.accountId) return undefined;
  const isHere = accountId === place.accountId;
  const [where, options] = isHere
    ? [region, `{ region: "${region}" }`]
    : [`account ${accountId}, ${region}`, `{ region: "${region}", accountId: "${accountId}" }`];
  return `it is in ${where}; read the plan again with ${options}, and seed that fixture with aws.in(${options}).seed`;
}

function warnOfDocument(
  { document, isPlan }: TerraformDocument,
  located: Located,
  builder: WorldBuilder,
): void {
  const { region, accountId } = located.place;
  if (located.assumed.includes("region")) {
    builder.warn(
      "region",
      `the plan does not name its Region; ${region} is assumed, give the option region otherwise`,
    );
  }
  if (located.assumed.includes("accountId")) {
    builder.warn(
      "accountId",
      `the plan does not name its account; ${accountId} is assumed, give the option accountId otherwise`,
    );
  }
  if (document["errored"] === true) {
    builder.warn("errored", "planning failed before it was complete; resources may be missing");
  }
  if (isPlan && document["complete"] === false) {
    builder.warn("complete", "the plan defers changes to later rounds; resources may be missing");
  }
}
