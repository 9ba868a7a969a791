import type { Members } from "./members";
import type { Forms } from "./reading";

/** A thing that was made of an item, to be held against what the item says. */
export interface Made {
  /** Where the item stands in the fixture. */
  readonly path: string;
  /** What the item says in the words of describing. */
  readonly given: Members;
  readonly record: object;
  /** The output, or the list or structure in it, that shows such a thing: `DescribeFileSystems.FileSystems`. */
  readonly shownBy: string;
  /** What the operation is asked to show just this thing. */
  readonly input: object;
  readonly forms: Forms;
  /** Members that are shown, but not kept. */
  readonly unkept: readonly string[];
}
