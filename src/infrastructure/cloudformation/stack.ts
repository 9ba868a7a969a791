import { type Place, quoted, suggestion } from "../../core/basics";
import { isObject, type Members } from "../../seeding/members";
import { own } from "../own";
import type { WorldBuilder } from "../world-builder";
import { holds } from "./conditions";
import type { Deployed } from "./deployed";
import { Evaluation } from "./evaluation";
import { forEachName, mostRounds, type NamedMember, unrolled } from "./for-each";
import { inside, type Surroundings, type Where } from "./function-types";
import { templateFunctions } from "./functions";
import { kindOf } from "./kinds";
import { macrosOf } from "./macros";
import { madeUpText } from "./made-up";
import type { Parameter } from "./parameters";
import { pseudoParameters } from "./pseudo-parameters";
import { References } from "./references";

/** What a test says about the deployment of a template. */
export interface Deployment {
  readonly place: Place;
  readonly stackName: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The values that other stacks export, by name. */
  readonly imports: Readonly<Record<string, string>>;
}

/** A template as if it were deployed: what its names stand for. */
export class Stack implements Surroundings {
  readonly place: Place;
  /** Which resources refer to which. */
  readonly references = new References();
  readonly #template: Members;
  readonly #deployment: Deployment;
  readonly #builder: WorldBuilder;
  readonly #pseudo: ReadonlyMap<string, unknown>;
  readonly #evaluation = new Evaluation(templateFunctions, this);
  readonly #conditions = new Map<string, boolean | "open">();
  #declaredConditions: Members = {};
  #rounds = 0;
  readonly #deployed = new Map<string, Deployed>();
  /** Empty while loops are unrolled, whose collections cannot refer to resources. */
  #resources: Members = {};
  #siblings: ReadonlyMap<string, Deployed> | undefined;

  constructor(template: Members, deployment: Deployment, builder: WorldBuilder) {
    this.place = deployment.place;
    this.#template = template;
    this.#deployment = deployment;
    this.#builder = builder;
    this.#pseudo = pseudoParameters(deployment.place, deployment.stackName);
    this.#declaredConditions = this.#withoutLoops("Conditions");
    this.#resources = this.#withoutLoops("Resources");
  }

  /** The declarations of the resources by logical id, loops unrolled. */
  get resources(): Members {
    return this.#resources;
  }

  /** Whether a resource is created: its condition, if it has one, holds. */
  isCreated(logicalId: string): boolean {
    const name = this.#conditionOf(logicalId);
    return name === undefined || this.condition(name, { owner: logicalId, path: `${logicalId}.Condition` });
  }

  /** The resource with a logical id. Its properties are evaluated when they are first asked for. */
  deployed(logicalId: string): Deployed {
    const existing = this.#deployed.get(logicalId);
    if (existing) return existing;
    const declaration = this.#resources[logicalId];
    const members = isObject(declaration) ? declaration : {};
    const evaluate = () =>
      this.#evaluation.evaluate(members["Properties"] ?? {}, { owner: logicalId, path: logicalId });
    let properties: Members | undefined;
    const deployed: Deployed = {
      logicalId,
      type: String(members["Type"]),
      place: this.place,
      stackName: this.#deployment.stackName,
      sibling: id => this.#siblingWith(id),
      get properties() {
        if (properties) return properties;
        // A resource that refers to itself by way of others sees no properties; the circle is reported at the end.
        properties = {};
        const evaluated = evaluate();
        properties = isObject(evaluated) ? evaluated : {};
        return properties;
      },
    };
    this.#deployed.set(logicalId, deployed);
    return deployed;
  }

  reference(name: string, at: Where): unknown {
    if (this.#pseudo.has(name)) return this.#pseudo.get(name);
    const parameter = this.#deployment.parameters.get(name);
    if (parameter) {
      if (parameter.madeUp)
        this.warn(
          parameterAt(name),
          `AWS Systems Manager has the value; ${quoted(parameter.value)} was made up; give the value in the option parameters`,
        );
      return parameter.value;
    }
    const declared = this.#template["Parameters"];
    if (isObject(declared) && Object.hasOwn(declared, name)) {
      // A parameter without a value is reported once, with all others.
      this.#builder.problems.excuse(at.owner);
      return madeUpText(name);
    }
    return this.#resourceFor(name, at, resource => kindOf(resource.type).ref(resource));
  }

  attribute(logicalId: string, name: string, at: Where): unknown {
    return this.#resourceFor(logicalId, at, resource => {
      const known = own(kindOf(resource.type).attributes ?? {}, name);
      if (known) return known(resource);
      const property = name
        .split(".")
        .reduce<unknown>(
          (value, part) => (isObject(value) ? own(value, part) : undefined),
          resource.properties,
        );
      return property ?? madeUpText(`${this.#deployment.stackName}/${logicalId}.${name}`);
    });
  }

  condition(name: string, at: Where): boolean {
    const known = this.#conditions.get(name);
    if (known === "open") {
      this.problem(at, `the condition ${name} refers to itself; take it out of the circle`);
      return false;
    }
    if (known !== undefined) return known;
    const conditions = this.#declaredConditions;
    if (!Object.hasOwn(conditions, name)) {
      this.problem(
        at,
        `the condition ${quoted(name)} does not exist; ${this.#choice(Object.keys(conditions), name, "add it")}`,
      );
      return false;
    }
    this.#conditions.set(name, "open");
    const path = `Conditions.${name}`;
    const value = holds(conditions[name], { owner: path, path }, this.#evaluation.evaluate, this);
    this.#conditions.set(name, value);
    return value;
  }

  mapping(name: string): Members | undefined {
    const mappings = this.#template["Mappings"];
    const mapping = isObject(mappings) ? own(mappings, name) : undefined;
    return isObject(mapping) ? mapping : undefined;
  }

  imported(name: string, at: Where): string {
    const given = own(this.#deployment.imports, name);
    if (given !== undefined) return given;
    this.warn(
      at,
      `another stack exports ${quoted(name)}; its value was made up; give it in the option imports`,
    );
    return madeUpText(`import ${name}`);
  }

  addRounds(count: number): boolean {
    this.#rounds += count;
    return this.#rounds <= mostRounds;
  }

  problem({ owner, path }: Where, text: string): void {
    this.#builder.problems.add(path, text, owner);
  }

  warn({ path }: Where, text: string): void {
    this.#builder.warn(path, text);
  }

  #conditionOf(logicalId: string): string | undefined {
    const declaration = this.#resources[logicalId];
    const name = isObject(declaration) ? declaration["Condition"] : undefined;
    return typeof name === "string" ? name : undefined;
  }

  #resourceFor(name: string, at: Where, read: (resource: Deployed) => unknown): unknown {
    if (!Object.hasOwn(this.#resources, name)) {
      if (this.#hasMacros) {
        this.warn(at, `a macro makes ${quoted(name)}; its value was made up`);
        return madeUpText(`${this.#deployment.stackName}/${name}`);
      }
      const names = Object.keys(this.#resources);
      this.problem(
        at,
        `${quoted(name)} does not exist in the template; ${this.#choice(names, name, "add it")}`,
      );
      return undefined;
    }
    if (!this.isCreated(name)) {
      this.problem(
        at,
        `${name} is not created, since its condition ${this.#conditionOf(name)} is false; make the reference depend on the condition, or give other parameters`,
      );
      return undefined;
    }
    this.references.add(at.owner, name);
    return read(this.deployed(name));
  }

  /** Whether a macro, such as that of the Serverless Application Model, adds resources to the template. */
  get #hasMacros(): boolean {
    return macrosOf(this.#template).length > 0;
  }

  /** A suggestion, or what to do if there are too many names to list. */
  #choice(names: readonly string[], name: string, otherwise: string): string {
    const suggested = suggestion(name, names);
    return suggested.startsWith("did you mean") ? suggested : otherwise;
  }

  #siblingWith(id: string): Deployed | undefined {
    this.#siblings ??= new Map(
      Object.keys(this.#resources).flatMap(logicalId => {
        const resource = this.deployed(logicalId);
        if (!/^AWS::FSx::(FileSystem|StorageVirtualMachine|Volume)$/.test(resource.type)) return [];
        const { ref, attributes } = kindOf(resource.type);
        const root = attributes?.["RootVolumeId"]?.(resource);
        return [
          [ref(resource), resource] as const,
          ...(root === undefined ? [] : [[String(root), resource] as const]),
        ];
      }),
    );
    return this.#siblings.get(id);
  }

  /** A section of the template, with its loops unrolled. */
  #withoutLoops(section: string): Members {
    const unroll = (members: readonly NamedMember[]): readonly NamedMember[] =>
      members.flatMap(([name, value]) => {
        if (!name.startsWith(forEachName)) return [[name, value] satisfies NamedMember];
        const at = inside({ owner: name, path: section }, name);
        return unroll(unrolled(name, value, at, this.#evaluation.evaluate, this));
      });
    const declared = this.#template[section];
    return Object.fromEntries(unroll(Object.entries(isObject(declared) ? declared : {})));
  }
}

const parameterAt = (name: string): Where => ({ owner: name, path: `Parameters.${name}` });
