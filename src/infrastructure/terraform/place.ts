import { defaultPlace, isAccountId, isRegionName, type Place, parseArn } from "../../core/basics";
import { isObject, type Members, memberOf, objectsIn, textOf, valueAt } from "../members";
import { expressionOf } from "./configuration";
import type { Instance, Plan } from "./plan";
import type { References, Scope } from "./references";

/** Where the resources of a document are. */
export interface Located {
  readonly place: Place;
  /** What was assumed since the document does not tell. */
  readonly assumed: readonly (keyof Place)[];
  /** The place of an instance: that of its provider, if the document tells, or else the main one. */
  placeOf(instance: Instance): Place;
}

const rootScope: Scope = { module: "", key: undefined, forEach: undefined };

const parts = ["region", "accountId"] as const;

/** Finds the Region and account of the resources. Those that are given count instead. */
export function locate(
  plan: Plan,
  document: Members,
  references: References,
  given: Partial<Place>,
): Located {
  const ofProvider = providerPlaces(document, references);
  const own = (instance: Instance): PartialPlace => placeOf(instance, ofProvider);
  const main: PartialPlace = {
    region:
      ofProvider("aws").region ??
      mostFrequent(plan.instances.map(instance => own(instance).region)) ??
      mostFrequent(arnsOf(plan).map(regionOfArn)),
    accountId: ofProvider("aws").accountId ?? accountOf(plan, document),
  };
  const place = {
    region: given.region ?? main.region ?? defaultPlace.region,
    accountId: given.accountId ?? main.accountId ?? defaultPlace.accountId,
  };
  const assumed = parts.filter(part => given[part] === undefined && main[part] === undefined);
  const isChosen = {
    region: plan.instances.some(instance => own(instance).region === place.region),
    accountId: plan.instances.some(instance => own(instance).accountId === place.accountId),
  };
  /** A place that is given chooses resources. If there are none in it, those of the main place count as being there. */
  const partOf = (part: keyof Place, instance: Instance): string => {
    const known = own(instance)[part] ?? main[part] ?? place[part];
    return known === main[part] && !isChosen[part] ? place[part] : known;
  };
  return {
    place,
    assumed,
    placeOf: instance => ({ region: partOf("region", instance), accountId: partOf("accountId", instance) }),
  };
}

/** What is known of a place. */
interface PartialPlace {
  readonly region: string | undefined;
  readonly accountId: string | undefined;
}

/** The place that an instance has of itself or of its provider. */
function placeOf({ values, written }: Instance, ofProvider: (key: string) => PartialPlace): PartialPlace {
  const provider = written && ofProvider(written.providerKey);
  return {
    region:
      asRegion(values["region"]) ??
      regionOfArn(values["arn"]) ??
      provider?.region ??
      regionOfZone(values["availability_zone"]),
    accountId: accountOfArn(values["arn"]) ?? provider?.accountId,
  };
}

/** The place of a provider by its key in the configuration, as far as it is written in constants and variables. */
function providerPlaces(document: Members, references: References): (key: string) => PartialPlace {
  const providers = valueAt(document, ["configuration", "provider_config"]);
  const known = new Map<string, PartialPlace>();
  const read = (key: string): PartialPlace => {
    const provider = memberOf(providers, key) ?? memberOf(providers, key.slice(key.indexOf(":") + 1));
    const at = (...path: (string | number)[]): readonly unknown[] => {
      const expression = expressionOf(valueAt(provider, ["expressions", ...path]));
      const targets = references.targetsOf(expression, rootScope, String(path.at(-1)));
      return targets.flatMap(target =>
        "constant" in target ? target.constant : target.instance.values[target.attribute],
      );
    };
    const [allowed, ...others] = at("allowed_account_ids");
    return {
      region: asRegion(at("region")[0]),
      accountId:
        accountOfArn(at("assume_role", 0, "role_arn")[0]) ??
        (others.length === 0 ? asAccount(allowed) : undefined),
    };
  };
  return key => {
    const place = known.get(key) ?? read(key);
    known.set(key, place);
    return place;
  };
}

const asAccount = (value: unknown): string | undefined => (isAccountId(value) ? value : undefined);

const accountOfArn = (value: unknown): string | undefined =>
  asAccount(parseArn(textOf(value) ?? "")?.accountId);

const asRegion = (value: unknown): string | undefined => (isRegionName(value) ? value : undefined);

const regionOfArn = (value: unknown): string | undefined => asRegion(parseArn(textOf(value) ?? "")?.region);

const regionOfZone = (value: unknown): string | undefined => asRegion(textOf(value)?.replace(/[a-z]$/, ""));

function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Every ARN in a value. */
function* arnsIn(value: unknown): Generator<string, undefined> {
  if (typeof value === "string") {
    if (value.startsWith("arn:")) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* arnsIn(item);
  } else if (isObject(value)) {
    for (const member of Object.values(value)) yield* arnsIn(member);
  }
}

const arnsOf = (plan: Plan): readonly string[] => plan.instances.flatMap(({ values }) => [...arnsIn(values)]);

/** The account of the caller, or of the resources, or else of any ARN. */
function accountOf(plan: Plan, document: Members): string | undefined {
  return (
    asAccount(callerIn(valueAt(document, ["prior_state", "values", "root_module"]))) ??
    asAccount(callerIn(valueAt(document, ["values", "root_module"]))) ??
    mostFrequent(
      plan.instances.map(({ values }) => accountOfArn(values["arn"]) ?? asAccount(values["owner_id"])),
    ) ??
    mostFrequent(arnsOf(plan).map(accountOfArn))
  );
}

/** The account that `data.aws_caller_identity` has found. */
function callerIn(module: unknown): unknown {
  const identity = objectsIn(memberOf(module, "resources")).find(
    ({ type }) => type === "aws_caller_identity",
  );
  if (identity) return valueAt(identity, ["values", "account_id"]);
  for (const child of objectsIn(memberOf(module, "child_modules"))) {
    const found = callerIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
