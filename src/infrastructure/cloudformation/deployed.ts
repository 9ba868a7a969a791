import type { Place } from "../../core/basics";
import type { Members } from "../../seeding/members";
import { suffixOf } from "./made-up";

/** A resource of a template, as if it were deployed. */
export interface Deployed {
  readonly logicalId: string;
  readonly type: string;
  /** Its properties, without functions. */
  readonly properties: Members;
  readonly place: Place;
  readonly stackName: string;
  /** The file system, virtual machine or volume of Amazon FSx in the same template that has this id. */
  sibling(id: string): Deployed | undefined;
}

/** What is known of a type of resource: the values that other resources get of it. */
export interface ResourceKind {
  /** What `Ref` gives. */
  readonly ref: (resource: Deployed) => string;
  /** What `Fn::GetAtt` gives, by the names of the attributes. Properties of the same name are found without an entry. */
  readonly attributes?: Readonly<Record<string, (resource: Deployed) => unknown>>;
}

/** The name from which the made-up values of a resource follow. */
export const keyOf = ({ stackName, logicalId, place }: Deployed): string =>
  `${place.accountId}/${place.region}/${stackName}/${logicalId}`;

/** The name that CloudFormation gives to a resource without one. */
export const generatedName = (resource: Deployed): string =>
  `${resource.stackName}-${resource.logicalId}-${suffixOf(keyOf(resource))}`;

/** A property as a text. Undefined if the template does not have it. */
export function textAt({ properties }: Deployed, name: string): string | undefined {
  const value = properties[name];
  return value === undefined || typeof value === "object" ? undefined : String(value);
}

/** The name in a property, or else the one that CloudFormation generates. */
export const nameAt =
  (property: string) =>
  (resource: Deployed): string =>
    textAt(resource, property) ?? generatedName(resource);

/** The name in a property, or a generated one, in small letters as services require. */
export const lowerNameAt =
  (property: string) =>
  (resource: Deployed): string =>
    nameAt(property)(resource).toLowerCase();
