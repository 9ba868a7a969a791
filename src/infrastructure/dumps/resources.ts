import { arnMismatch, type Place, parseArn } from "../../core/basics";
import type { ResourceSeed } from "../../seeding/resources";
import { textOf } from "../members";
import { isProtectable, protectable } from "../protectable";
import type { WorldBuilder } from "../world-builder";
import { type Answer, labelOf } from "./answer";
import { itemsOf } from "./items";
import type { Resources } from "./readings";

/** A resource of any service with its tags, by key. */
export interface TaggedResource {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A resource of another service, and what shows it. */
export interface ShownResource {
  readonly resource: ResourceSeed;
  /** What to call the answer in messages. */
  readonly type: string;
}

/** The services whose resources have lists of their own. */
const ownServices = ["backup", "elasticfilesystem", "fsx"];

/** The resources of other services that answers show, with their tags. */
export class ShownResources {
  readonly #resources = new Map<string, ShownResource>();
  readonly #place: Place;
  readonly #builder: WorldBuilder;

  constructor(place: Place, builder: WorldBuilder) {
    this.#place = place;
    this.#builder = builder;
  }

  add(answer: Answer, reading: Resources): void {
    for (const { ResourceArn, ResourceType, ResourceName } of itemsOf(answer.output, reading.in)) {
      if (typeof ResourceArn !== "string") continue;
      const type = textOf(ResourceType);
      this.#put(protectable({ arn: ResourceArn, type, name: textOf(ResourceName) }), labelOf(answer));
    }
  }

  /** Adds the tags of a resource, and the resource if AWS Backup can protect it. */
  addTags({ arn, tags }: TaggedResource, type: string): void {
    const known = this.#resources.get(arn)?.resource;
    if (known) this.#resources.set(arn, { resource: { ...known, tags }, type });
    else if (isProtectable(arn)) this.#put(protectable({ arn, tags }), type);
  }

  get all(): readonly ShownResource[] {
    return [...this.#resources.values()];
  }

  #put(resource: ResourceSeed, type: string): void {
    const arn = parseArn(resource.arn);
    if (arn && ownServices.includes(arn.service)) return;
    const mismatch = arn && arnMismatch(arn, this.#place);
    if (mismatch) this.#builder.skip(resource.arn, type, `it is in ${mismatch.actual}`);
    else if (!this.#resources.has(resource.arn)) this.#resources.set(resource.arn, { resource, type });
  }
}
