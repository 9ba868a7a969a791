import { MockError, type Place, quoted, sentence } from "../core/basics";
import { type AnyKind, edit, type World } from "../core/world";
import { kindNamed } from "./named-kind";

const isEditable = ({ description, members }: AnyKind): boolean =>
  description !== undefined || members !== undefined;

/** Edits a record of a kind. */
export function editRecord(
  world: World,
  place: Place,
  name: string,
  key: string,
  recipe: (draft: never) => void,
): void {
  const found = kindNamed(world, name, isEditable);
  if (typeof found === "string") {
    throw new MockError("InvalidEdit", sentence(`Cannot edit ${name} ${quoted(key)}: ${found}`));
  }
  const { service, table } = found;
  // The kind is that of the draft, by the types of `aws.edit`.
  edit(world, { place, service, table, name: key }, draft => recipe(draft as never));
}
