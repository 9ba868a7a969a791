import { type ServiceName, serviceModel } from "../../model";
import { MockError, type Place, placeKey, quoted, sentence, suggestion } from "../basics";
import { type DraftTable, edited, type Recipe, type Table, type TableSpec } from "../store";
import { isWork, type Next, nextOf, type Timed } from "../time";
import type { Account } from "./account";
import { editProblems } from "./edit-check";
import { withChanges } from "./edit-merge";
import { shownOtherwise } from "./edit-shown";
import { type AnyKind, isInWork, stateOf, workOn } from "./kind";
import type { AnyService } from "./service";
import type { Shape } from "./shape";
import type { Transaction } from "./transaction";
import type { World } from "./world";

/** A record to edit. */
export interface EditTarget {
  readonly place: Place;
  readonly service: ServiceName;
  readonly table: string;
  /** The key, or another name of the record, such as its ARN. */
  readonly name: string;
}

/** An edit in progress. */
interface Edit {
  readonly place: Place;
  readonly service: AnyService;
  readonly table: string;
  readonly spec: TableSpec<object>;
  readonly kind: AnyKind;
  readonly key: string;
  /** `fsx.fileSystems fs-0123…` */
  readonly what: string;
  readonly before: object;
  readonly after: object;
}

/** The state is not one that the record comes to by itself. */
class NotReached extends Error {}

/**
 * Changes a record by a recipe. It is checked by what describes it, and what is pending for it follows its new state.
 * Throws a {@link MockError}, and changes nothing, if the service could not show it.
 */
export function edit(world: World, target: EditTarget, recipe: Recipe<object>): void {
  const found = editOf(world, target, recipe);
  if (!found) return;
  try {
    checkEdit(found);
    if (isStateEdit(found)) reachOrSet(world, found);
    else world.transact(transaction => setDirectly(transaction, found));
  } catch (thrown) {
    if (thrown instanceof MockError) throw thrown;
    throw invalidEdit(found, [
      `the service could not show it (${thrown instanceof Error ? thrown.message : thrown})`,
    ]);
  }
  world.passAll(world.now);
}

/** The edit that a recipe makes; undefined if it changes nothing. */
function editOf(world: World, { place, service: name, table, name: of }: EditTarget, recipe: Recipe<object>) {
  const service = world.service(name);
  const kind = world.kindOf(name, table);
  if (!service || !kind) throw new Error(`No kind ${name}.${table} to edit.`);
  const record = recordNamed(world, service, table, place, of);
  const spec = service.tables[table];
  if (!spec) throw new Error(`No table ${table}.`);
  const key = spec.key(record);
  const what = `${name}.${table} ${key}`;
  // In a change, so that the recipe cannot make another one.
  const after = world.transact(() => applied(what, record, recipe));
  if (after === record) return undefined;
  return { place, service, table, spec, kind, key, what, before: record, after } satisfies Edit;
}

function applied(what: string, record: object, recipe: Recipe<object>): object {
  return edited(record, draft => {
    const result: unknown = recipe(draft);
    if (result instanceof Promise) {
      result.catch(() => {});
      throw invalidEdit({ what }, ["its function is asynchronous; await first, then edit"]);
    }
  });
}

function recordNamed(world: World, service: AnyService, table: string, place: Place, name: string): object {
  const at = placeKey(place);
  const records: Table<object> | undefined = (world.state.places[at] ?? world.pristine(at))[service.name]?.[
    table
  ];
  const spec = service.tables[table];
  const byKey = records?.get(name);
  if (byKey) return byKey;
  for (const record of records ?? []) if (spec?.aliases(record).includes(name)) return record;
  const keys = [...(records ?? [])].map(record => spec?.key(record) ?? "");
  const known =
    keys.length > 0 ? suggestion(name, keys.slice(0, 20)) : "there are none here; create one first";
  throw new MockError(
    "UnknownId",
    sentence(`Cannot edit ${service.name}.${table} ${quoted(name)}: no record has this key or ARN; ${known}`),
  );
}

function checkEdit(edit: Edit): void {
  const { service, spec, kind, before, after } = edit;
  const problems = editProblems({ model: serviceModel(service.name), kind, spec }, before, after);
  if (problems.length > 0) throw invalidEdit(edit, problems);
  if (!isStateEdit(edit) || !kind.isJob) return;
  if (isInWork(kind, stateOf(kind, before)) || !isInWork(kind, stateOf(kind, after))) return;
  throw invalidEdit(edit, [
    `it has ended in ${stateOf(kind, before)}, and a job that has ended does not run again; start another one`,
  ]);
}

const isStateEdit = ({ kind, before, after }: Edit): boolean =>
  stateOf(kind, before) !== stateOf(kind, after);

/** Takes the record to its new state as AWS does, if it can come to that by itself; otherwise sets it. */
function reachOrSet(world: World, edit: Edit): void {
  try {
    world.transact(transaction => reach(transaction, edit));
  } catch (thrown) {
    if (!(thrown instanceof NotReached)) throw thrown;
    const { kind, before } = edit;
    if (kind.isJob && isInWork(kind, stateOf(kind, before))) throw invalidEdit(edit, [thrown.message]);
    world.transact(transaction => setDirectly(transaction, edit));
  }
}

function reach(transaction: Transaction, edit: Edit): void {
  const { kind, key, before, after } = edit;
  const { records, account } = open(transaction, edit);
  const wanted = stateOf(kind, after);
  const timed: Timed = { outcome: undefined };
  if ("outcome" in before) records.update(key, timed);
  let last: string | undefined;
  for (;;) {
    const record: (Timed & object) | undefined = records.get(key);
    const state = record && stateOf(kind, record);
    if (record && state === wanted) {
      finish(transaction, edit, Object(withChanges(before, after, record)));
      return;
    }
    if (!record) throw new NotReached("it would be gone");
    // A step that leaves both as they were only waits for something else.
    const position = `${state} ${nextOf(record)?.step}`;
    if (position === last || !takeStep(edit, record, account, wanted ?? "")) {
      throw new NotReached(whyNot(edit, record));
    }
    last = position;
  }
}

const whyNot = ({ kind, before }: Edit, record: object): string => {
  const message: unknown = Reflect.get(record, "StatusMessage");
  const state = stateOf(kind, record);
  return state === stateOf(kind, before)
    ? `it cannot leave ${state} like this; see what it waits for`
    : `it would come to ${state}${typeof message === "string" ? ` (${message})` : ""}`;
};

/** Takes the request, the failure or the step that brings a record nearer to a state. False if there is none. */
function takeStep(
  { kind, service, table }: Edit,
  record: Timed & object,
  account: Account<Shape>,
  wanted: string,
): boolean {
  const state = stateOf(kind, record) ?? "";
  const request = isInWork(kind, state) ? kind.requests?.[wanted] : undefined;
  const failure = kind.failures?.[wanted];
  const next = nextOf(record);
  const step = next && isWork(next) ? service.steps[table]?.[next.step] : undefined;
  if (request) request(record, account);
  else if (failure?.from.includes(state)) failure.fail(record, account, undefined);
  else if (step) step(record, account);
  else return false;
  return true;
}

/** Puts the edited record in place. Its pending step follows its state. */
function setDirectly(transaction: Transaction, edit: Edit): void {
  const { after } = edit;
  const { account } = open(transaction, edit);
  finish(transaction, edit, isStateEdit(edit) ? { ...after, next: nextAfter(edit, account) } : after);
}

function nextAfter({ kind, before, after }: Edit, account: Account<Shape>): Next | undefined {
  // An ended job stays listed as long as before.
  if (kind.isJob) return nextOf(before);
  const work = workOn(kind, after);
  return work && account.inFlight(work.step, account.duration(work.duration, after) * (work.share ?? 1));
}

function finish(transaction: Transaction, edit: Edit, record: object): void {
  const { kind, spec, service, key, before } = edit;
  const { records, account } = open(transaction, edit);
  const fault = kind.fault?.(before, record, account);
  if (fault !== undefined) throw invalidEdit(edit, [fault]);
  const replaced = records.replace(record);
  kind.edited?.(before, replaced, account);
  const model = serviceModel(service.name);
  const after = records.get(key) ?? replaced;
  const problems = shownOtherwise({ service, kind, spec, model, account }, before, after);
  if (problems.length > 0) throw invalidEdit(edit, problems);
}

function open(transaction: Transaction, { service, table, place }: Edit) {
  transaction.muteEvents();
  const records: DraftTable<object> | undefined = transaction.table(service, place, table);
  if (!records) throw new Error(`No table ${table}.`);
  return { records, account: transaction.account(service, place) };
}

const invalidEdit = ({ what }: Pick<Edit, "what">, problems: readonly string[]): MockError => {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const lines = problems.map(problem => `  ${sentence(problem)}`);
  return new MockError(
    "InvalidEdit",
    [`Invalid edit of ${what} (${count}); nothing changed:`, ...lines].join("\n"),
  );
};
