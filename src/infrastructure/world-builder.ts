import type { ServiceName } from "../model";
import type { ResourceSeed } from "../seeding/resources";
import type { Fixture } from "../seeding/seed";
import { assertFixture, type Report, type SeededPlace } from "./check-fixture";
import { ReadingProblems } from "./problems";
import type { Infrastructure, SkippedResource, Warning } from "./result";

/** A list of a fixture: `backup.vaults`. */
export type ListName = {
  readonly [Service in ServiceName]: `${Service}.${string & keyof NonNullable<Fixture[Service]>}`;
}[ServiceName];

/** What an entry of the fixture was made from. */
export interface Origin {
  /** Its own name, with which problems begin: a logical id, an address, a file. */
  readonly name: string;
  /** Puts a problem, which speaks of the fixture's members, into the words of the source, and says where it is. */
  readonly reword?: (problem: string) => { readonly where: string; readonly problem: string };
}

/** Collects the entries of a fixture with their origins, and what was left out or assumed. */
export class WorldBuilder {
  readonly problems: ReadingProblems;
  readonly #place: SeededPlace;
  readonly #lists = new Map<ServiceName, Map<string, object[]>>();
  readonly #resources = new Map<string, ResourceSeed>();
  readonly #origins = new Map<string, Origin>();
  readonly #skipped: SkippedResource[] = [];
  readonly #warnings = new Map<string, Warning>();

  /** `what` names the document in errors, such as `the template`. Its resources are in `place`. */
  constructor(what: string, place: SeededPlace) {
    this.problems = new ReadingProblems(what);
    this.#place = place;
  }

  /** Adds an entry. Its members are checked at the end, as a fixture's are. */
  add(list: ListName, item: object, origin: Origin): void {
    const [service, name] = splitName(list);
    const lists = this.#lists.get(service) ?? new Map<string, object[]>();
    const items = lists.get(name) ?? [];
    this.#origins.set(`${list}[${items.length}]`, origin);
    items.push(item);
    this.#lists.set(service, lists.set(name, items));
  }

  /** Adds a resource of another service, which plans select and jobs back up. The first one of an ARN counts. */
  addResource(resource: ResourceSeed, origin: Origin): void {
    if (this.#resources.has(resource.arn)) return;
    this.#origins.set(`resources[${this.#resources.size}]`, origin);
    this.#resources.set(resource.arn, resource);
  }

  /** Whether the resource of an ARN was added. */
  hasResource(arn: string): boolean {
    return this.#resources.has(arn);
  }

  skip(name: string, type: string, reason: string): void {
    this.#skipped.push({ name, type, reason });
  }

  /** Adds a warning, once. */
  warn(where: string, text: string): void {
    this.#warnings.set(`${where}: ${text}`, { where, text });
  }

  /** The result. Throws one error with every problem, in the words of the source. */
  finish(): Infrastructure {
    const names = new Set([...this.#origins.values()].map(({ name }) => name));
    const unreadable = new Set([...names].filter(this.problems.concern));
    const places = new Set(this.problems.places);
    const fixture = this.#checked((path, problem) => {
      const { name, reword } = this.#origins.get(path) ?? { name: path };
      if (unreadable.has(name)) return;
      const found = reword?.(problem) ?? { where: name, problem };
      if (!places.has(found.where)) this.problems.add(found.where, found.problem, name);
    });
    this.problems.throwIfAny();
    return { fixture, ...this.notes };
  }

  /** Reports the problems of the entries as a fixture has them, by path. The fixture is valid if there are none. */
  check(report: Report): Fixture {
    return this.#checked(report);
  }

  /** What was left out and assumed so far. */
  get notes(): Omit<Infrastructure, "fixture"> {
    return { skipped: this.#skipped, warnings: [...this.#warnings.values()] };
  }

  #checked(report: Report): Fixture {
    const sections = [...this.#lists].map(([service, lists]) => [service, Object.fromEntries(lists)]);
    const resources = [...this.#resources.values()];
    const fixture: object = { ...Object.fromEntries(sections), ...(resources.length > 0 && { resources }) };
    assertFixture(fixture, this.#place, report);
    return fixture;
  }
}

export function splitName(list: ListName): readonly [ServiceName, string] {
  const [service, name = ""] = list.split(".");
  return [service === "efs" || service === "fsx" ? service : "backup", name];
}
