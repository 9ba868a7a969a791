import type { ItemShapes } from "./item-reader";
import type { Members } from "./members";

/** A record made from an item of a fixture, with what is needed to compare its description with the item. */
export interface SeededItem {
  /** Path of the item in the fixture. */
  readonly path: string;
  /** The part of the item that a description shows. */
  readonly described: Members;
  readonly record: object;
  /** The operation that describes the record, and the member of its output that holds it: `DescribeFileSystems.FileSystems`. */
  readonly describedBy: string;
  /** The input that describes this record only. */
  readonly input: object;
  readonly shapes: ItemShapes;
  /** Members that the mock does not store. */
  readonly notStored: readonly string[];
}
