import { type Draft, produce } from "immer";

/** Changes a record in depth: `draft => { draft.OpenZFSConfiguration.VolumePath = path; }`. */
export type Recipe<R> = (draft: Draft<R>) => void;

/** A copy of a frozen record with the recipe's changes; what does not change is shared, what is new is frozen. */
export const edited = <R extends object>(record: R, recipe: Recipe<R>): R =>
  produce(record, draft => {
    recipe(draft);
  });
