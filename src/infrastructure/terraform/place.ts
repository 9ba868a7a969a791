import { isAccountId, isRegionName, type Place, parseArn } from "../../core/basics";
import { expressionOf } from "./configuration";
import { isObject, type Members, memberOf, objectsIn, textOf, valueAt } from "./members";
import type { Instance, Plan } from "./plan";
import type { References, Scope } from "./references";

/** Where the resources of a document are. */
export interface Located {
  readonly place: Place;
  /** What was assumed since the document does not tell. */
  readonly assumed: readonly (keyof Place)[];
  /** The Region of an instance, if the document tells. */
  regionOf(instance: Instance): string | undefined;
}

const rootScope: Scope = { module: "", key: undefined, forEach: undefined };

/** Finds the Region and account of the resources. Those that are given count instead. */
export function locate(
  plan: Plan,
  document: Members,
  references: References,
  given: Partial<Place>,
): Located {
  const ofProvider = providerRegions(document, references);
  const regionOf = (instance: Instance): string | undefined =>
    asRegion(instance.values["region"]) ??
    regionOfArn(instance.values["arn"]) ??
    (instance.written && ofProvider(instance.written.providerKey)) ??
    regionOfZone(instance.values["availability_zone"]);
  const region =
    ofProvider("aws") ??
    mostFrequent(plan.instances.map(regionOf)) ??
    mostFrequent(arnsOf(plan).map(regionOfArn));
  const accountId = accountOf(plan, document);
  const place = {
    region: given.region ?? region ?? "us-east-1",
    accountId: given.accountId ?? accountId ?? "123456789012",
  };
  const isAssumed = {
    region: given.region === undefined && region === undefined,
    accountId: given.accountId === undefined && accountId === undefined,
  };
  const assumed = (["region", "accountId"] as const).filter(part => isAssumed[part]);
  return { place, assumed, regionOf: elsewhereOnly(regionOf, plan, place.region, region) };
}

/**
 * A Region that is given may be another one than that of the plan: then the resources of the plan's main Region count as
 * being there. If the plan has resources in it, it chooses them.
 */
function elsewhereOnly(
  regionOf: Located["regionOf"],
  plan: Plan,
  chosen: string,
  main: string | undefined,
): Located["regionOf"] {
  if (chosen === main || plan.instances.some(instance => regionOf(instance) === chosen)) {
    return instance => regionOf(instance) ?? main;
  }
  return instance => {
    const region = regionOf(instance) ?? main;
    return region === main ? chosen : region;
  };
}

/** The Region of a provider by its key in the configuration, if it is written as a constant or a variable. */
function providerRegions(document: Members, references: References): (key: string) => string | undefined {
  const providers = valueAt(document, ["configuration", "provider_config"]);
  const known = new Map<string, string | undefined>();
  const regionOf = (key: string): string | undefined => {
    const provider = memberOf(providers, key) ?? memberOf(providers, key.slice(key.indexOf(":") + 1));
    const expression = expressionOf(valueAt(provider, ["expressions", "region"]));
    const [target] = references.targetsOf(expression, rootScope, "region");
    if (!target) return undefined;
    return asRegion("constant" in target ? target.constant : target.instance.values[target.attribute]);
  };
  return key => {
    if (!known.has(key)) known.set(key, regionOf(key));
    return known.get(key);
  };
}

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
  const asAccount = (value: unknown): string | undefined => (isAccountId(value) ? value : undefined);
  const accountOfArn = (text: unknown): string | undefined =>
    asAccount(parseArn(textOf(text) ?? "")?.accountId);
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
