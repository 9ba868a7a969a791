import type { Account, Shape } from "../core/world";
import type { Collection, Item, SeedContext } from "./collection";
import { ItemReplay } from "./item-replay";
import type { Members } from "./members";
import { idMember, type Replay } from "./replay";

/** Declares collections of a service that are seeded by replaying operations. */
export const replaysOf =
  <S extends Shape>() =>
  <Sdk, Created extends object>(replay: Replay<S>): Collection<S, Sdk, Created> => ({
    createdBy: [replay.operation, ...(replay.furtherOperations ?? [])],
    described: replay.description,
    // The table holds the records that the operation creates.
    make: (item: Item<Sdk>, account: Account<S>, context: SeedContext, described: Members) =>
      new ItemReplay(replay, { ...item }, described, account, context).run() as Created,
    ids: [idMember(replay)],
    ...(replay.notStored && { notStored: replay.notStored }),
    ...(replay.unread && { unread: replay.unread }),
    ...(replay.children && { children: replay.children }),
    ...(replay.reword && { reword: replay.reword }),
    comesWithAnother: (described, account) => replay.keyIfPresent?.(described, account) !== undefined,
  });
