import { isObject, type Members, memberOf, objectsIn, textOf } from "../members";
import { type Key, moduleAddress, stepsOf } from "./addresses";
import { type Configuration, type ResourceConfiguration, readConfiguration } from "./configuration";
import type { TerraformDocument } from "./document";

/** One instance of a resource, or of a data source. */
export interface Instance {
  /** `module.backup.aws_backup_vault.this["a"]`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly key: Key | undefined;
  /** The address of the module instance that it is in; empty in the root module. */
  readonly module: string;
  readonly isData: boolean;
  /** Its provider, as the source of it: `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string;
  /** The attributes that are known. */
  readonly values: Members;
  /** `true` in place of each attribute that is known after apply; undefined where the document does not tell. */
  readonly unknown: unknown;
  /** How the resource is written; undefined in a state. */
  readonly written: ResourceConfiguration | undefined;
}

/** A plan or a state, with its parts where they can be found. */
export interface Plan {
  readonly isPlan: boolean;
  /** The instances that will be there, in the order of the document. */
  readonly instances: readonly Instance[];
  readonly configuration: Configuration;
  /** The values of the root module's variables, by name. */
  readonly variables: Members;
  /** The instances of a resource or data source of a module instance. */
  instancesOf(module: string, type: string, name: string, isData: boolean): readonly Instance[];
  /** The keys of the instances of a module call. */
  keysOfModule(parent: string, call: string): readonly (Key | undefined)[];
}

const groupOf = (module: string, type: string, name: string, isData: boolean): string =>
  [module, isData ? "data" : "", type, name].join("|");

/** Makes a plan of a document. */
export function planOf({ root, document, isPlan }: TerraformDocument): Plan {
  const configuration = readConfiguration(memberOf(document["configuration"], "root_module"));
  const changes = new Map(
    objectsIn(document["resource_changes"]).map(change => [
      String(change["address"]),
      memberOf(change["change"], "after_unknown"),
    ]),
  );
  const found: Instance[] = [];
  const groups = new Map<string, Instance[]>();
  const modules = new Map<string, (Key | undefined)[]>();
  const collect = (module: Members, address: string): void => {
    for (const resource of objectsIn(module["resources"])) {
      const instance = instanceOf(resource, address, changes, configuration);
      const group = groupOf(address, instance.type, instance.name, instance.isData);
      const others = groups.get(group);
      if (others?.some(known => known.address === instance.address)) continue;
      if (others) others.push(instance);
      else groups.set(group, [instance]);
      if (!instance.isData) found.push(instance);
    }
    for (const child of objectsIn(module["child_modules"])) {
      const childAddress = textOf(child["address"]) ?? "";
      const last = stepsOf(childAddress).at(-1);
      if (!last) continue;
      const call = moduleAddress(address, last.name);
      modules.set(call, [...(modules.get(call) ?? []), last.key]);
      collect(child, childAddress);
    }
  };
  collect(root, "");
  // Data sources that were read while planning stand here only.
  const prior = memberOf(memberOf(document["prior_state"], "values"), "root_module");
  if (isPlan && isObject(prior)) collect(onlyData(prior), "");
  return {
    isPlan,
    instances: found,
    configuration,
    variables: variablesOf(document["variables"]),
    instancesOf: (module, type, name, isData) => groups.get(groupOf(module, type, name, isData)) ?? [],
    keysOfModule: (parent, call) => [...new Set(modules.get(moduleAddress(parent, call)) ?? [undefined])],
  };
}

const onlyData = (module: Members): Members => ({
  ...module,
  resources: objectsIn(module["resources"]).filter(({ mode }) => mode === "data"),
  child_modules: objectsIn(module["child_modules"]).map(onlyData),
});

function instanceOf(
  resource: Members,
  module: string,
  changes: ReadonlyMap<string, unknown>,
  configuration: Configuration,
): Instance {
  const { address, type, name, index, mode, provider_name: provider, values } = resource;
  const full = String(address);
  const isData = mode === "data";
  return {
    address: full,
    type: String(type),
    name: String(name),
    key: typeof index === "string" || typeof index === "number" ? index : undefined,
    module,
    isData,
    provider: textOf(provider) ?? "",
    values: isObject(values) ? values : {},
    unknown: changes.get(full),
    written: configuration
      .module(module)
      ?.resources.get(`${isData ? "data." : ""}${String(type)}.${String(name)}`),
  };
}

const variablesOf = (variables: unknown): Members =>
  isObject(variables)
    ? Object.fromEntries(
        Object.entries(variables).map(([name, variable]) => [name, memberOf(variable, "value")]),
      )
    : {};
