import type { asSet } from "sorted-btree";
import SortedBTree from "sorted-btree";

type BTreeClass = typeof SortedBTree;

/**
 * `sorted-btree` is CommonJS with an `__esModule` mark. Node gives its importers the whole `module.exports`, with the
 * class under `default`; transpilers that honour the mark (jest with swc) give the class itself. Its types only know
 * the latter. So import the class from here, never from the package.
 */
const classOf = (imported: BTreeClass | { readonly default: BTreeClass }): BTreeClass =>
  "default" in imported ? imported.default : imported;

/** A sorted map whose `clone` is cheap: two trees share what they have in common. */
export const BTree: BTreeClass = classOf(SortedBTree);

/** The class's type by way of an export that is not the default one, which has the same name in every module system. */
export type BTree<K, V> = Parameters<typeof asSet<K, V>>[0];
