import { MockError, type PlaceKey } from "../basics";
import { type AnyTables, frozenCopy, inspected, loadTable, Table, type TableDump } from "../store";
import { Agenda, nextOf } from "../time";
import { type BusEvent, EventLog } from "./events";
import { dumpOutcome, type OutcomeDump } from "./outcome-dump";
import type { AnyService } from "./service";
import { faultOfSnapshot } from "./snapshot-check";
import type { PlaceState, WorldState } from "./state";

const format = "aws-backup-mock/1";

/**
 * The state at one moment. Constant time to take and to return to; `JSON.stringify` writes it to a file.
 *
 * @example
 * writeFileSync("account.json", JSON.stringify(aws.snapshot()));
 * const copy = mockAws({ snapshot: JSON.parse(readFileSync("account.json", "utf8")) });
 */
export class Snapshot {
  readonly #state: WorldState;

  /** @internal */
  constructor(state: WorldState) {
    this.#state = state;
    Object.freeze(this);
  }

  /** @internal The state of a snapshot. */
  static stateOf(snapshot: Snapshot): WorldState {
    return snapshot.#state;
  }

  /** @internal What `console.log` prints. */
  [inspected](): string {
    return `Snapshot (${new Date(this.#state.now).toISOString()})`;
  }

  /** The snapshot as a plain document. */
  toJSON(): SnapshotDocument {
    const { now, ids, order, events, outcomes, places } = this.#state;
    return {
      format,
      now,
      ids,
      order,
      events: { count: events.count, kept: [...events] },
      ...(outcomes.length > 0 && { outcomes: outcomes.map(dumpOutcome) }),
      places: mapValues(places, place =>
        mapValues(place, tables => mapValues(tables, table => table.dump())),
      ),
    };
  }
}

/** A snapshot as a plain document, for a file. */
export interface SnapshotDocument {
  /** The version of the format. A mock reads snapshots of its own version only. */
  readonly format: string;
  /** The time on the mock's clock, in epoch milliseconds. */
  readonly now: number;
  /** The number of ids generated so far. */
  readonly ids: number;
  /** The number of steps scheduled so far. */
  readonly order: number;
  /** The events. */
  readonly events: {
    /** The number of events so far. */
    readonly count: number;
    /** The newest ones, oldest first. */
    readonly kept: readonly BusEvent[];
  };
  /** The outcomes that no record has used. */
  readonly outcomes?: readonly OutcomeDump[];
  /** The tables, by `account/region`, service and name. */
  readonly places: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, TableDump<object>>>>>>
  >;
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** The state of a snapshot taken in this process or read from a file. Throws a {@link MockError} if it is invalid. */
export function readSnapshot(snapshot: unknown, services: Iterable<AnyService>): WorldState {
  if (snapshot instanceof Snapshot) return Snapshot.stateOf(snapshot);
  const known = [...services];
  const document = checked(snapshot, known);
  const agenda = Agenda.empty.draft();
  let inFlight = 0;
  const places: Record<PlaceKey, PlaceState> = {};
  for (const [key, place] of Object.entries(document.places)) {
    places[key as PlaceKey] = Object.freeze(
      Object.fromEntries(known.map(service => [service.name, tablesOf(service, place[service.name])])),
    );
  }
  for (const [place, services] of Object.entries(places)) {
    for (const [service, tables] of Object.entries(services)) {
      for (const [table, records] of Object.entries(tables)) {
        const address = { place: place as PlaceKey, service, table };
        for (const [sequence, record] of records.all().after(undefined)) {
          const next = nextOf(record);
          if (!next || next.held) continue;
          agenda.add(next, agenda.numberOf(address), sequence);
          if (next.inFlight) inFlight++;
        }
      }
    }
  }
  const { now, ids, order, events, outcomes = [] } = document;
  return Object.freeze({
    now,
    ids,
    order,
    inFlight,
    agenda: agenda.sealed(),
    events: EventLog.of(frozenCopy(events.kept), events.count),
    outcomes: frozenCopy(outcomes),
    places: Object.freeze(places),
  });
}

function tablesOf(
  service: AnyService,
  dumps: Readonly<Record<string, TableDump<object>>> | undefined,
): AnyTables {
  const tables: Record<string, Table<object>> = {};
  for (const [name, spec] of Object.entries(service.tables)) {
    const dump = dumps?.[name];
    tables[name] = dump ? loadTable(spec, copyOf(dump)) : Table.empty(spec);
  }
  return Object.freeze(tables);
}

/** The document is its owner's, who may change it later. */
const copyOf = ({ next, rows }: TableDump<object>): TableDump<object> => ({
  next,
  rows: rows.map(([sequence, record]) => [sequence, frozenCopy(record)]),
});

function checked(snapshot: unknown, services: readonly AnyService[]): SnapshotDocument {
  if (typeof snapshot !== "object" || snapshot === null || !isOfThisVersion(snapshot)) {
    throw refused(`it does not have the format of this version (${format})`);
  }
  const fault = faultOfSnapshot(snapshot, services);
  if (fault !== undefined) throw refused(fault);
  return snapshot;
}

/** By the format it names. `faultOfSnapshot` checks the rest. */
const isOfThisVersion = (document: object): document is SnapshotDocument =>
  "format" in document && document.format === format;

const refused = (why: string): MockError =>
  new MockError(
    "InvalidSnapshot",
    `Cannot use this snapshot: ${why}; pass what aws.snapshot() returned, or its parsed JSON.`,
  );
