import type { asSet } from "sorted-btree";
import SortedBTree from "sorted-btree";

type BTreeClass = typeof SortedBTree;

/**
 * `sorted-btree` is CommonJS marked `__esModule`. Node imports the whole `module.exports`, with the class under
 * `default`; transpilers that honour the mark (jest with swc) import the class itself, and its types know only that.
 * So import the class from here, never from the package.
 */
const classOf = (imported: BTreeClass | { readonly default: BTreeClass }): BTreeClass =>
  "default" in imported ? imported.default : imported;

/** A sorted map with a cheap `clone`: both trees share their common nodes. */
export const BTree: BTreeClass = classOf(SortedBTree);

/** The type of the class, taken from a named export, which is the same in every module system. */
export type BTree<K, V> = Parameters<typeof asSet<K, V>>[0];
