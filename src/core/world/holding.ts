import { MockError, type PlaceKey, placeOfKey } from "../basics";
import { type Next, nextOf, held as onHold, type Timed } from "../time";
import type { AnyService } from "./service";
import type { Transaction } from "./transaction";
import type { World } from "./world";

/** A record with a next step, and where it is. */
interface Pending {
  readonly place: PlaceKey;
  readonly service: AnyService;
  readonly table: string;
  readonly key: string;
  readonly next: Next;
}

/** The records with this id or ARN that have a next step. Throws a {@link MockError} if there is no such record. */
function pendingOf(world: World, name: string): readonly Pending[] {
  const found: Pending[] = [];
  let known = false;
  for (const [place, services] of Object.entries(world.state.places)) {
    for (const service of world.services) {
      for (const [table, spec] of Object.entries(service.tables)) {
        for (const record of services[service.name]?.[table] ?? []) {
          const key = spec.key(record);
          if (key !== name && !spec.aliases(record).includes(name)) continue;
          known = true;
          const next = nextOf(record);
          if (next) found.push({ place: place as PlaceKey, service, table, key, next });
        }
      }
    }
  }
  if (!known) {
    throw new MockError(
      "UnknownId",
      `Cannot find ${name}: no record has this id or ARN; pass one from an answer or from aws.state.`,
    );
  }
  return found;
}

function setNext(transaction: Transaction, { place, service, table, key }: Pending, next: Next): void {
  const change: Timed = { next };
  transaction.table(service, placeOfKey(place), table)?.update(key, change);
}

/** Keeps a record in its state until it is released. */
export function hold(world: World, name: string): void {
  const pending = pendingOf(world, name).filter(({ next }) => next.held === undefined);
  if (pending.length === 0) return;
  world.transact(transaction => {
    for (const record of pending) setNext(transaction, record, onHold(record.next));
  });
}

/** Ends a hold. A step that came due meanwhile happens now. */
export function release(world: World, name: string): void {
  const pending = pendingOf(world, name).filter(({ next }) => next.held !== undefined);
  if (pending.length === 0) return;
  world.transact(transaction => {
    for (const record of pending) {
      const { held, ...next } = record.next;
      setNext(transaction, record, {
        ...next,
        inFlight: held?.inFlight ?? false,
        at: Math.max(next.at, transaction.now),
      });
    }
  });
  world.passAll(world.now);
}
