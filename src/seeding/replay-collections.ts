import type { Account, Shape } from "../core/world";
import { type ServiceName, serviceModel } from "../model";
import type { Collection, Item, SeedContext } from "./collection";
import { ItemReplay } from "./item-replay";
import type { Members } from "./members";
import { idMember, type Replay } from "./replay";

/** Declares collections of a service that are seeded by replaying operations. */
export const replaysOf =
  <S extends Shape>(service: ServiceName) =>
  <Sdk, Created extends object>(replay: Replay<S>): Collection<S, Sdk, Created> => ({
    createdBy: [replay.operation, ...(replay.furtherOperations ?? [])],
    described: {
      by: replay.describedBy,
      inputFor: record => describingInput(service, replay, record),
    },
    // The table holds the records that the operation creates.
    make: (item: Item<Sdk>, account: Account<S>, context: SeedContext, described: Members) =>
      new ItemReplay(replay, { ...item }, described, account, context).run() as Created,
    ids: [idMember(replay)],
    ...(replay.notStored && { notStored: replay.notStored }),
    ...(replay.reword && { reword: replay.reword }),
    comesWithAnother: (described, account) => replay.keyIfPresent?.(described, account) !== undefined,
  });

/** The input that describes one record. FSx takes a list of ids, in the plural form of the member. */
function describingInput<S extends Shape>(service: ServiceName, replay: Replay<S>, record: object): Members {
  const { describedBy, parent } = replay;
  const id = idMember(replay);
  const value: unknown = Reflect.get(record, id);
  const { selectedBy = id } = replay;
  const [operation = ""] = describedBy.split(".");
  const input = serviceModel(service).operation(operation)?.input;
  return {
    ...(input?.member(selectedBy) ? { [selectedBy]: value } : { [`${selectedBy}s`]: [value] }),
    ...(parent !== undefined && { [parent]: Reflect.get(record, parent) }),
  };
}
