import { describedShape, projectOutput, type ServiceModel } from "../../model";
import { AwsError, matches, quoted } from "../basics";
import type { TableSpec } from "../store";
import type { Account } from "./account";
import type { AnyKind } from "./kind";
import { runOperation } from "./run-operation";
import type { AnyService } from "./service";
import type { Shape } from "./shape";

/** Where an edited record is described. */
export interface ShownBy {
  readonly service: AnyService;
  readonly kind: AnyKind;
  readonly spec: TableSpec<object>;
  readonly model: ServiceModel;
  readonly account: Account<Shape>;
}

/** What a service shows of a record; the error if it refuses, and undefined if no operation describes the record alone. */
export function descriptionOf(
  { service, kind, spec, account }: ShownBy,
  record: object,
): object | AwsError | undefined {
  const { by = "", inputFor } = kind.description ?? {};
  const [operation = "", member] = by.split(".");
  const handler = service.operations[operation];
  if (!inputFor || handler?.kind !== "read") return undefined;
  try {
    const output = runOperation(handler, inputFor(record), account);
    const shown: unknown = member === undefined ? output : Reflect.get(output, member);
    if (!Array.isArray(shown)) return Object(shown);
    return shown.map(Object).find((item: object) => spec.key(item) === spec.key(record));
  } catch (thrown) {
    if (thrown instanceof AwsError) return thrown;
    throw thrown;
  }
}

/** The service shows some structures that are absent as empty ones. */
const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** Members of an edited record that the service shows otherwise, since they follow from something else. */
export function shownOtherwise(of: ShownBy, before: object, after: object): readonly string[] {
  const shown = descriptionOf(of, after);
  const { description } = of.kind;
  if (!shown || !description) return [];
  if (shown instanceof AwsError) {
    // A policy may have denied the description before.
    const wasShown = !(descriptionOf(of, before) instanceof AwsError);
    return wasShown ? [`the service would refuse to describe it: ${shown.message || shown.name}`] : [];
  }
  const shape = describedShape(of.model, description.by);
  const [stored, described] = [projectOutput(shape, after), projectOutput(shape, shown)];
  return shape.members
    .filter(({ name }) => Reflect.get(before, name) !== Reflect.get(after, name))
    .filter(
      ({ name }) =>
        !matches(stored[name], described[name]) && !(stored[name] === undefined && isEmpty(described[name])),
    )
    .map(
      ({ name }) => `${name} would be ${quoted(described[name]) ?? "absent"}: it follows from something else`,
    );
}
