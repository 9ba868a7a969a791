import { quoted, suggestion } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import { forEachName, unrolled } from "./for-each";
import { functionNames, isFunctionName } from "./function-names";
import {
  type Evaluate,
  type FunctionTable,
  inside,
  noValue,
  type Surroundings,
  type Where,
} from "./function-types";
import { withoutDynamicReferences } from "./made-up";

/** Replaces the functions in values by what they give. */
export class Evaluation {
  readonly #functions: FunctionTable;
  readonly #surroundings: Surroundings;

  constructor(functions: FunctionTable, surroundings: Surroundings) {
    this.#functions = functions;
    this.#surroundings = surroundings;
  }

  /** The value without functions; {@link noValue} if it is to be left out. */
  readonly evaluate: Evaluate = (value, at) => {
    if (typeof value === "string") return withoutDynamicReferences(value);
    if (Array.isArray(value)) return this.#list(value, at);
    if (!isObject(value)) return value ?? noValue;
    const entries = Object.entries(value);
    const [first] = entries;
    if (first && entries.length === 1 && isCall(first)) return this.#call(first[0], first[1], at);
    return this.#members(entries, at);
  };

  #list(items: readonly unknown[], at: Where): unknown {
    const evaluated = items.map((item, index) => this.evaluate(item, inside(at, index)));
    return evaluated.filter(item => item !== noValue);
  }

  #members(entries: readonly (readonly [string, unknown])[], at: Where): Members {
    const members: [string, unknown][] = [];
    for (const [name, value] of entries) {
      if (name.startsWith(forEachName)) {
        const more = unrolled(name, value, at, this.evaluate, this.#surroundings);
        members.push(...Object.entries(this.#members(more, at)));
      } else if (name === "Fn::Transform") {
        this.#call(name, value, at);
      } else if (name.startsWith("Fn::")) {
        this.#surroundings.problem(
          inside(at, name),
          "a function must be the only member of its object; nest it",
        );
      } else {
        const evaluated = this.evaluate(value, inside(at, name));
        if (evaluated !== noValue) members.push([name, evaluated]);
      }
    }
    return Object.fromEntries(members);
  }

  #call(name: string, argument: unknown, at: Where): unknown {
    if (isFunctionName(name)) {
      return this.#functions[name](argument, at, this.evaluate, this.#surroundings);
    }
    this.#surroundings.problem(at, `unknown function ${quoted(name)}; ${suggestion(name, functionNames)}`);
    return noValue;
  }
}

/** Policies have members `Condition` and `Ref` that are no functions: those of a function are texts. */
function isCall([name, argument]: readonly [string, unknown]): boolean {
  if (name === "Ref" || name === "Condition") return typeof argument === "string";
  return name.startsWith("Fn::") && !name.startsWith(forEachName);
}
