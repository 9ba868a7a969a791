/** Expressions as the configuration of a plan has them. */
type Written = Readonly<Record<string, unknown>>;

/** One instance of a resource, or of a data source that was read while planning. */
export interface Given {
  /** `module.backup.aws_backup_vault.this["a"]`. */
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What is known after apply. Default: `arn` and `id`. */
  readonly unknown?: unknown;
  /** Its expressions in the configuration. Default: constants for all values that are texts. */
  readonly written?: Written;
  readonly forEach?: unknown;
  /** Default: `aws`. */
  readonly provider?: string;
}

/** A call of a module, by the names of the calls that lead to it: `backup.vault`. */
interface Call {
  readonly expressions?: Written;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly forEach?: unknown;
  /** Defaults of variables. */
  readonly defaults?: Written;
}

interface Surroundings {
  /** The provider configurations, by key. Default: `aws` in eu-west-1. */
  readonly providers?: Readonly<Record<string, unknown>>;
  readonly calls?: Readonly<Record<string, Call>>;
  readonly variables?: Written;
  readonly others?: Written;
}

/** A reference as an expression. */
export const ref = (...references: readonly string[]) => ({ references });
export const constant = (value: unknown) => ({ constant_value: value });
export const providerIn = (region: unknown) => ({ name: "aws", expressions: { region } });

const addressForm =
  /^((?:module\.[^.[]+(?:\["[^"]*"\]|\[\d+\])?\.)*)(data\.)?([^.]+)\.([^.[]+)(?:\[(.+)\])?$/;

function partsOf(address: string) {
  const [, modules = "", data, type = "", name = "", key] = addressForm.exec(address) ?? [];
  const module = modules.replace(/\.$/, "");
  const calls = module
    .replace(/\[[^\]]*\]/g, "")
    .split(/\.?module\./)
    .filter(text => text !== "");
  return {
    module,
    calls,
    isData: data !== undefined,
    type,
    name,
    key: key === undefined ? undefined : JSON.parse(key),
  };
}

function resourceOf({ address, values }: Given) {
  const { isData, type, name, key } = partsOf(address);
  return {
    address,
    mode: isData ? "data" : "managed",
    type,
    name,
    ...(key !== undefined && { index: key }),
    provider_name: "registry.terraform.io/hashicorp/aws",
    schema_version: 0,
    values,
    sensitive_values: {},
  };
}

/** The module with its instances, and the modules in it. */
function moduleTree(given: readonly Given[], address = ""): Record<string, unknown> {
  const own = given.filter(each => partsOf(each.address).module === address);
  const depth = address === "" ? 0 : address.split(/module\./).length - 1;
  const inside = given.flatMap(each => {
    const { module } = partsOf(each.address);
    if (module === address || !module.startsWith(address === "" ? "module." : `${address}.`)) return [];
    return [
      module
        .match(/module\.[^.[]+(?:\["[^"]*"\]|\[\d+\])?/g)
        ?.slice(0, depth + 1)
        .join(".") ?? "",
    ];
  });
  const children = [...new Set(inside)].map(child => moduleTree(given, child));
  return {
    ...(address !== "" && { address }),
    ...(own.length > 0 && { resources: own.map(resourceOf) }),
    ...(children.length > 0 && { child_modules: children }),
  };
}

const constantsOf = (values: Written): Written =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, constant(value)]] : [],
    ),
  );

function configurationOf(given: readonly Given[], calls: Readonly<Record<string, Call>>, path = ""): object {
  const resources = new Map<string, object>();
  for (const { address, written, values, forEach, provider = "aws" } of given) {
    const { calls: names, isData, type, name } = partsOf(address);
    if (names.join(".") !== path) continue;
    const own = `${isData ? "data." : ""}${type}.${name}`;
    resources.set(own, {
      address: own,
      mode: isData ? "data" : "managed",
      type,
      name,
      provider_config_key: provider,
      expressions: written ?? constantsOf(values),
      schema_version: 0,
      ...(forEach !== undefined && { for_each_expression: forEach }),
    });
  }
  const prefix = path === "" ? "" : `${path}.`;
  const names = [...given.map(({ address }) => partsOf(address).calls.join(".")), ...Object.keys(calls)];
  const inner = names
    .filter(name => name.startsWith(prefix) && name !== path)
    .map(name => name.slice(prefix.length).split(".")[0]);
  const { outputs = {}, defaults = {} } = calls[path] ?? {};
  return {
    resources: [...resources.values()],
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, expression]) => [name, { expression }])),
    variables: Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, { default: value }]),
    ),
    module_calls: Object.fromEntries(
      [...new Set(inner)].map(name => {
        const call = calls[`${prefix}${name}`] ?? {};
        return [
          name,
          {
            source: `./${name}`,
            expressions: call.expressions ?? {},
            ...(call.forEach !== undefined && { for_each_expression: call.forEach }),
            module: configurationOf(given, calls, `${prefix}${name}`),
          },
        ];
      }),
    ),
  };
}

/** A plan as `terraform show -json` prints it. */
export function terraformPlan(given: readonly Given[], surroundings: Surroundings = {}): object {
  const {
    providers = { aws: providerIn(constant("eu-west-1")) },
    calls = {},
    variables = {},
    others = {},
  } = surroundings;
  const isData = ({ address }: Given): boolean => partsOf(address).isData;
  const managed = given.filter(each => !isData(each));
  return {
    format_version: "1.2",
    terraform_version: "1.9.8",
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    planned_values: { root_module: moduleTree(managed) },
    resource_changes: managed.map(each => ({
      ...resourceOf(each),
      change: {
        actions: ["create"],
        before: null,
        after: each.values,
        after_unknown: each.unknown ?? { arn: true, id: true },
      },
    })),
    prior_state: { format_version: "1.0", values: { root_module: moduleTree(given.filter(isData)) } },
    configuration: { provider_config: providers, root_module: configurationOf(given, calls) },
    ...others,
  };
}

/** A state as `terraform show -json` prints it. */
export const terraformState = (given: readonly Given[]): object => ({
  format_version: "1.0",
  terraform_version: "1.9.8",
  values: { root_module: moduleTree(given) },
});
