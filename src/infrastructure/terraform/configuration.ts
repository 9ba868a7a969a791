import { isObject, type Members, memberOf, objectsIn, textOf } from "../members";
import { stepsOf } from "./addresses";

/** An expression as written: its constant value, or what it refers to. */
export interface Expression {
  readonly constant: unknown;
  /** The most specific references only: of `aws_x.y.id` and `aws_x.y`, the first. */
  readonly references: readonly string[];
}

/** A resource or data source as written. */
export interface ResourceConfiguration {
  readonly expressions: Members;
  readonly forEach: Expression;
  /** `aws`, `aws.replica`, `module.dr:aws`. */
  readonly providerKey: string;
}

export interface ModuleCall {
  readonly expressions: Members;
  readonly forEach: Expression;
  readonly module: ModuleConfiguration;
}

export interface ModuleConfiguration {
  /** By `aws_efs_file_system.this` or `data.aws_subnet.this`. */
  readonly resources: ReadonlyMap<string, ResourceConfiguration>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  readonly outputs: ReadonlyMap<string, Expression>;
  /** The defaults of variables. */
  readonly defaults: Members;
}

/** The configuration of a plan. A state has none. */
export interface Configuration {
  /** The module at the address of a module instance. */
  module(address: string): ModuleConfiguration | undefined;
}

export function readConfiguration(root: unknown): Configuration {
  const rootModule = isObject(root) ? moduleOf(root) : undefined;
  const known = new Map<string, ModuleConfiguration | undefined>([["", rootModule]]);
  return {
    module(address) {
      if (!known.has(address)) {
        const names = stepsOf(address).flatMap(({ name }, index) => (index % 2 === 1 ? [name] : []));
        known.set(
          address,
          names.reduce((module, name) => module?.calls.get(name)?.module, rootModule),
        );
      }
      return known.get(address);
    },
  };
}

function moduleOf(module: Members): ModuleConfiguration {
  return {
    resources: new Map(
      objectsIn(module["resources"]).map(resource => [String(resource["address"]), resourceOf(resource)]),
    ),
    calls: new Map(entriesOf(module["module_calls"]).map(([name, call]) => [name, callOf(call)])),
    outputs: new Map(
      entriesOf(module["outputs"]).map(([name, output]) => [
        name,
        expressionOf(memberOf(output, "expression")),
      ]),
    ),
    defaults: Object.fromEntries(
      entriesOf(module["variables"]).map(([name, variable]) => [name, memberOf(variable, "default")]),
    ),
  };
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : [];

const resourceOf = (resource: Members): ResourceConfiguration => ({
  expressions: isObject(resource["expressions"]) ? resource["expressions"] : {},
  forEach: expressionOf(resource["for_each_expression"]),
  providerKey: textOf(resource["provider_config_key"]) ?? "",
});

function callOf(call: unknown): ModuleCall {
  const [expressions, module] = [memberOf(call, "expressions"), memberOf(call, "module")];
  return {
    expressions: isObject(expressions) ? expressions : {},
    forEach: expressionOf(memberOf(call, "for_each_expression")),
    module: moduleOf(isObject(module) ? module : {}),
  };
}

/** Reads an expression. A block, or several blocks, count as the expressions in them. */
export function expressionOf(written: unknown): Expression {
  const references = memberOf(written, "references");
  const texts = Array.isArray(references) ? references.filter(text => typeof text === "string") : [];
  return { constant: memberOf(written, "constant_value"), references: mostSpecific(texts) };
}

/** Terraform lists each reference together with its beginnings, longest first. */
const mostSpecific = (references: readonly string[]): readonly string[] =>
  references.filter(
    (reference, index) =>
      !references
        .slice(0, index)
        .some(longer => longer.startsWith(`${reference}.`) || longer.startsWith(`${reference}[`)),
  );
