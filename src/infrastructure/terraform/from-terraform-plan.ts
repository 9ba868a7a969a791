import { MockError, type Place, quoted, readPlace, sentence, suggestion } from "../../core/basics";
import { Assumptions } from "../assumptions";
import type { Entry, Wording } from "../entry";
import { withoutOrphans } from "../orphans";
import type { Infrastructure } from "../result";
import { WorldBuilder } from "../world-builder";
import { withAdditions } from "./additions";
import { readDocument, type TerraformDocument } from "./document";
import { type Addition, isRead, outcomeOf } from "./entries";
import { warnOfUnknownTags } from "./instance-tags";
import { inOrder } from "./order";
import { type Located, locate } from "./place";
import { type Instance, planOf } from "./plan";
import { addProtected, isProtected } from "./protected";
import { References } from "./references";
import { reasonOf } from "./skipped";
import { Values } from "./values";

/** What to read of a plan, and where it is applied. */
export interface TerraformOptions {
  /** The Region whose resources are read. Default: that of the provider `aws`, or else of most resources and ARNs. */
  readonly region?: string;
  /** The account. Default: that of the caller and of the ARNs in the plan. */
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
  const unknown = Object.keys(options).find(name => !Object.hasOwn(optionNames, name));
  if (unknown === undefined) return readPlace({ region: options.region, accountId: options.accountId });
  const reason = `unknown option ${quoted(unknown)}; ${suggestion(unknown, Object.keys(optionNames))}`;
  throw new MockError("InvalidOption", sentence(`Cannot read the Terraform plan: ${reason}`));
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

/**
 * Reads a plan or a state of Terraform or OpenTofu, as `terraform show -json` prints it: parsed or as text. The fixture has
 * the resources of AWS Backup, Amazon EFS and Amazon FSx that will be there after apply, and with ARN and tags those of
 * other services that AWS Backup protects. What is only known after apply is taken from where it refers to, or has a
 * made-up value in the right form, the same each time. Resources of other Regions are skipped.
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
  const entries: Entry[] = [];
  const additions: Addition[] = [];
  for (const instance of read.instances) {
    const reason = reasonToSkip(instance, located);
    if (reason === undefined) warnOfUnknownTags(instance, values, builder);
    const outcome = reason === undefined && isRead(instance.type) && outcomeOf(instance, values, builder);
    if (outcome && "entry" in outcome) entries.push(outcome.entry);
    else if (outcome && "addition" in outcome) additions.push(outcome.addition);
    else {
      const why = reason ?? (outcome ? outcome.skipped : addProtected(instance, values, place, builder));
      if (why !== undefined) builder.skip(instance.address, instance.type, why);
    }
  }
  const complete = withoutOrphans(withAdditions(entries, additions, builder), words.document, builder);
  for (const { list, item, origin } of inOrder(complete)) builder.add(list, item, origin);
  new Assumptions(complete, words, place, builder).add();
  return { ...builder.finish(), place };
}

/** Why an instance is not read at all: it is of another service or in another Region. */
function reasonToSkip(instance: Instance, { place, regionOf }: Located): string | undefined {
  const { type } = instance;
  if (!isRead(type) && !isProtected(type)) return reasonOf(type);
  const region = regionOf(instance) ?? place.region;
  if (region === place.region) return undefined;
  return `it is in ${region}; read the plan again with { region: "${region}" }, and seed that fixture with aws.in({ region: "${region}" }).seed`;
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
