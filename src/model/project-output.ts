import { Layouts, type Projector, type Seen } from "./layouts";
import type { MapShape, Shape, StructureShape } from "./shapes";
import { dateAt, epochOf, isRecord, setEntry } from "./values";

/**
 * Copies the members of a shape from a value of the state into an output as the SDK returns it: an independent plain
 * object, instants as `Date`s, without members that are absent or not in the shape.
 *
 * A record that changes on its own has `next: { at, inFlight }`. Given `seen`, the earliest `at` of the records in
 * flight is noted there, and whether one is on hold. Given `$metadata`, the output has it as its last member.
 */
export function projectOutput(
  shape: StructureShape,
  value: object | undefined,
  seen?: Seen,
  $metadata?: object,
): Record<string, unknown> {
  return structureProjector(shape)(value ?? empty, seen, $metadata) ?? {};
}

const empty = Object.freeze({});

/** Copies a structure; the outermost one of an output also gets `$metadata`. */
type StructureProjector = (
  value: unknown,
  seen: Seen | undefined,
  $metadata?: object,
) => Record<string, unknown> | undefined;

const structures = new WeakMap<StructureShape, StructureProjector>();

function structureProjector(shape: StructureShape): StructureProjector {
  let projector = structures.get(shape);
  if (!projector) {
    projector = makeStructureProjector(shape);
    structures.set(shape, projector);
  }
  return projector;
}

function makeStructureProjector(shape: StructureShape): StructureProjector {
  const layouts = new Layouts(
    shape.members.map(({ name, target }) => ({ name, project: projectorOf(target) })),
  );
  return (value, seen, $metadata) => {
    if (!isRecord(value)) return undefined;
    if (seen) noteNext(value, seen);
    const layout = layouts.of(Object.keys(value));
    const values = Object.values(value);
    const shown: unknown[] = [];
    let present = layout;
    for (const part of layout.parts) {
      const stored = values[part.slot];
      const copied = part.project ? part.project(stored, seen) : scalar(stored);
      if (copied === undefined) present = present.without(part);
      else shown.push(copied);
    }
    if ($metadata) shown.push($metadata);
    const copy = { ...($metadata ? present.blankAnswer : present.blank) };
    let filled = 0;
    for (const name in copy) copy[name] = shown[filled++];
    return copy;
  };
}

/** A scalar is copied unchanged; an object in its place is left out. */
const scalar = (value: unknown): unknown => (typeof value === "object" ? undefined : value);

function noteNext({ next }: Readonly<Record<string, unknown>>, seen: Seen): void {
  if (!isRecord(next)) return;
  const { at, inFlight, held } = next;
  if (held) seen.held = true;
  if (inFlight === true && typeof at === "number" && (seen.due === undefined || at < seen.due)) seen.due = at;
}

function projectorOf(shape: Shape): Projector | undefined {
  switch (shape.type) {
    case "structure":
      return (value, seen) => structureProjector(shape)(value, seen);
    case "list":
      return listProjector(projectorOf(shape.item));
    case "map":
      return mapProjector(shape);
    case "timestamp":
      return instant;
    default:
      return undefined;
  }
}

function instant(value: unknown): Date | undefined {
  const at = typeof value === "number" ? value : epochOf(value);
  return at === undefined ? undefined : dateAt(at);
}

function listProjector(project: Projector | undefined): Projector {
  return (value, seen) => {
    if (!Array.isArray(value)) return undefined;
    if (!project) return value.slice();
    return value.map(item => project(item, seen));
  };
}

function mapProjector(shape: MapShape): Projector {
  const project = projectorOf(shape.value);
  return (value, seen) => {
    if (!isRecord(value)) return undefined;
    const copy: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const entry = value[key];
      setEntry(copy, key, project ? project(entry, seen) : entry);
    }
    return copy;
  };
}
