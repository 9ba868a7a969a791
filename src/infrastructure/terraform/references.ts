import { memberOf } from "../members";
import { type Key, moduleAddress, type Step, stepsOf } from "./addresses";
import { type Expression, expressionOf } from "./configuration";
import type { Instance, Plan } from "./plan";

/** What an expression leads to: an attribute of an instance, or a value that is written down. */
export type Target =
  | { readonly instance: Instance; readonly attribute: string }
  | { readonly constant: unknown };

/** Where an expression stands. */
export interface Scope {
  /** The address of the module instance. */
  readonly module: string;
  /** The key of the resource or module call that the expression belongs to. */
  readonly key: Key | undefined;
  /** The `for_each` of that resource or module call. */
  readonly forEach: Expression | undefined;
}

/** Where the expressions of a resource stand. */
export const scopeOf = ({ module, key, written }: Instance): Scope => ({
  module,
  key,
  forEach: written?.forEach,
});

/** An expression with the attribute that it has to be, for references that name none. */
interface Question {
  readonly scope: Scope;
  readonly wanted: string;
  /** Whether the expression says `each` or `count`. */
  readonly followsKey: boolean;
  readonly depth: number;
}

/** Expressions through more modules are not followed: no real configuration has as many. */
const deepest = 30;

/** The names that a reference may begin with, other than types of resources. */
const meta: ReadonlySet<string> = new Set(["count", "path", "self", "terraform", "local"]);

/** Follows expressions through variables, outputs and `for_each` to instances and constants. */
export class References {
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** What an expression leads to. `wanted` is the attribute that it has to be, where a reference names none. */
  targetsOf(expression: Expression, scope: Scope, wanted: string, depth = 0): readonly Target[] {
    if (expression.constant !== undefined) return [{ constant: expression.constant }];
    if (depth > deepest) return [];
    const followsKey = expression.references.some(text => /^(each\.|count\.index)/.test(text));
    const question = { scope, wanted, followsKey, depth: depth + 1 };
    return expression.references.flatMap(text => this.#follow(stepsOf(text), question));
  }

  #follow(steps: readonly Step[], question: Question): readonly Target[] {
    switch (steps[0]?.name) {
      case "var":
        return this.#variable(steps, question);
      case "module":
        return this.#output(steps, question);
      case "each":
        return this.#each(steps, question);
      case "data":
        return this.#instances(steps.slice(1), question, true);
      default:
        return meta.has(steps[0]?.name ?? "") ? [] : this.#instances(steps, question, false);
    }
  }

  #variable([, variable, ...inside]: readonly Step[], { scope, wanted, depth }: Question): readonly Target[] {
    if (!variable) return [];
    const { configuration, variables } = this.#plan;
    const fallback = memberOf(configuration.module(scope.module)?.defaults, variable.name);
    const last = stepsOf(scope.module).at(-1);
    if (!last) return constants([memberOf(variables, variable.name) ?? fallback], variable, inside);
    const outer = parentOf(scope.module);
    const call = configuration.module(outer)?.calls.get(last.name);
    const written = memberOf(call?.expressions, variable.name);
    if (written === undefined) return constants([fallback], variable, inside);
    const outside = { module: outer, key: last.key, forEach: call?.forEach };
    const attribute = inside.at(-1)?.name ?? wanted;
    const targets = this.targetsOf(expressionOf(written), outside, attribute, depth);
    const values = targets.flatMap(target => ("constant" in target ? [target.constant] : []));
    return [...targets.filter(target => "instance" in target), ...constants(values, variable, inside)];
  }

  #output([, call, output, ...inside]: readonly Step[], question: Question): readonly Target[] {
    if (!call) return [];
    const { scope, wanted, depth } = question;
    const keys = pickKeys(this.#plan.keysOfModule(scope.module, call.name), call.key, question);
    return keys.flatMap(key => {
      const module = moduleAddress(scope.module, call.name, key);
      const outputs = this.#plan.configuration.module(module)?.outputs;
      const expression = output ? outputs?.get(output.name) : likelyOutput(outputs, wanted);
      const within = { module, key: undefined, forEach: undefined };
      return expression ? this.targetsOf(expression, within, inside.at(-1)?.name ?? wanted, depth) : [];
    });
  }

  #each([, word, ...inside]: readonly Step[], { scope, wanted, depth }: Question): readonly Target[] {
    const { forEach, key } = scope;
    if (key === undefined) return [];
    if (word?.name === "key") return [{ constant: key }];
    if (!forEach) return [];
    const attribute = inside.at(-1)?.name ?? wanted;
    const targets = this.targetsOf(forEach, { ...scope, forEach: undefined }, attribute, depth);
    const instances = targets.filter(target => "instance" in target);
    const ofKey = instances.filter(({ instance }) => instance.key === key);
    const values = targets.flatMap(target => ("constant" in target ? [memberOf(target.constant, key)] : []));
    // A variable may hold the resources of all keys, and the plan does not say which ones belong to which key.
    return [...(ofKey.length > 0 ? ofKey : instances), ...constants(values, undefined, inside)];
  }

  #instances(
    [type, resource, attribute]: readonly Step[],
    question: Question,
    isData: boolean,
  ): readonly Target[] {
    if (!type || !resource) return [];
    const { scope, wanted } = question;
    const instances = this.#plan.instancesOf(scope.module, type.name, resource.name, isData);
    const all = instances.map(({ key }) => key);
    const keys = new Set(pickKeys(all, resource.key, question));
    return instances
      .filter(({ key }) => keys.has(key))
      .map(instance => ({ instance, attribute: attribute?.name ?? wanted }));
  }
}

/** The address of the module that a module instance is in. */
function parentOf(module: string): string {
  const calls = stepsOf(module).filter((_, index) => index % 2 === 1);
  return calls.slice(0, -1).reduce((address, { name, key }) => moduleAddress(address, name, key), "");
}

/** The keys that a reference means: the one it names, the one of the referring instance if it says `each`, or all. */
function pickKeys(
  keys: readonly (Key | undefined)[],
  named: Key | undefined,
  { scope, followsKey }: Question,
): readonly (Key | undefined)[] {
  if (named !== undefined) return keys.filter(key => key === named);
  return followsKey && keys.includes(scope.key) ? [scope.key] : keys;
}

/** The output that `module.x` means where the reference does not say which, as in a `for` expression. */
function likelyOutput(
  outputs: ReadonlyMap<string, Expression> | undefined,
  wanted: string,
): Expression | undefined {
  const exact = outputs?.get(wanted);
  if (exact) return exact;
  const likely = [...(outputs ?? [])].filter(([name]) => name.endsWith(`_${wanted}`));
  return likely.length === 1 ? likely[0]?.[1] : undefined;
}

/** The parts of constant values that a reference goes on to. */
function constants(
  values: readonly unknown[],
  first: Step | undefined,
  inside: readonly Step[],
): readonly Target[] {
  const steps = [first?.key, ...inside.flatMap(({ name, key }) => [name, key])];
  const path = steps.filter(part => part !== undefined);
  return values.flatMap(value => {
    const constant = path.reduce<unknown>(memberOf, value);
    return constant === undefined || constant === null ? [] : [{ constant }];
  });
}
