import { quoted } from "../core/basics";
import { nextOf, type Timed } from "../core/time";
import { type Account, runOperation, type Shape } from "../core/world";
import { type OperationModel, type ServiceName, serviceModel } from "../model";
import { type Collection, type Item, invalidItem, type SeedContext } from "./collection";
import { type Members, structureOf } from "./members";
import { overlaid } from "./overlay";
import { formsOf } from "./reading";

/**
 * A kind of thing that is put into the world the way it comes there: by the operation that creates it, with all the
 * rules and defaults of that, and then let be finished.
 */
export interface Replay<S extends Shape> {
  /** The creating operation. */
  readonly by: string;
  readonly table: keyof S["tables"] & string;
  /** What shows such a thing, and so what else can be said of it: `DescribeFileSystems.FileSystems`. */
  readonly shownBy: string;
  /** The member of that operation's input that names the thing, where it is called otherwise than in the thing. */
  readonly askedFor?: string;
  /** Where the creating operation's answer names it: `FileSystem.FileSystemId`. */
  readonly namedBy: string;
  /** The member whose ARN ends in an id of its own, where the thing is known by its name. */
  readonly arnEndsInId?: string;
  /** The names that make up the table's key, outermost first, where one is not enough. */
  readonly within?: string;
  /** Further operations that the item's members may be meant for, such as `PutBackupPolicy`. */
  readonly also?: readonly string[];
  /** Members that follow from other things: shown, but never kept. */
  readonly computed?: readonly string[];
  /** Members that describing shows and the mock does not keep. */
  readonly unkept?: readonly string[];
  /** An item in the words of creating, where describing has others. */
  readonly reword?: (item: Members) => Members;
  /** Members, however deep, that a fixture may set to something else than creating it does, besides what happens in time. */
  readonly settable?: readonly string[];
  /** The key of the thing that an item describes, if that came with another one. */
  readonly cameAs?: (shown: Members, account: Account<S>) => string | undefined;
  /** Puts down what is only on record, and run no more: a job that has ended. Returns its key. */
  readonly recorded?: (item: Members, account: Account<S>) => string | undefined;
  /** Brings what came with a thing in line with what the item says of that. */
  readonly arrange?: (key: string, shown: Members, account: Account<S>) => void;
  /** What has to be arranged for the item to come out as it says, such as a job that failed. */
  readonly prepare?: (item: Readonly<Record<string, unknown>>, account: Account<S>) => void;
}

/** Declares the collections of a service that are made by replaying. */
export const replaysOf =
  <S extends Shape>(service: ServiceName) =>
  <Sdk, Created extends object>(replay: Replay<S>): Collection<S, Sdk, Created> => ({
    inputsOf: [replay.by, ...(replay.also ?? [])],
    shown: { by: replay.shownBy, ask: thing => asking(service, replay, thing) },
    // The table holds the records of the things that the operation creates.
    make: (item: Item<Sdk>, account: Account<S>, context: SeedContext, shown: Members) =>
      new Replaying(replay, { ...item }, shown, account, context).made() as Created,
    names: [idOf(replay)],
    ...(replay.unkept && { unkept: replay.unkept }),
    ...(replay.reword && { reword: replay.reword }),
    isThere: (shown, account) => replay.cameAs?.(shown, account) !== undefined,
  });

const idOf = ({ namedBy }: { readonly namedBy: string }): string => namedBy.split(".").at(-1) ?? "";

/** The input by which a thing is shown. FSx takes a list, by the plural. */
function asking<S extends Shape>(service: ServiceName, replay: Replay<S>, thing: object): Members {
  const { shownBy, within } = replay;
  const id = idOf(replay);
  const name: unknown = Reflect.get(thing, id);
  const { askedFor = id } = replay;
  const [operation = ""] = shownBy.split(".");
  const input = serviceModel(service).operation(operation)?.input;
  return {
    ...(input?.member(askedFor) ? { [askedFor]: name } : { [`${askedFor}s`]: [name] }),
    ...(within !== undefined && { [within]: Reflect.get(thing, within) }),
  };
}

/** Members that tell how a thing fared: its dates, its state and why, how far it is and how large. */
const course =
  /(Date|Time|Minutes|Status|State|Lifecycle|Message|Details|Reason|PercentDone|ProgressPercent|Bytes)$/;

const idForm = /^(?:[a-z]+-)?([0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const uuidAtEnd = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Makes one thing. */
class Replaying<S extends Shape> {
  readonly #replay: Replay<S>;
  readonly #item: Members;
  readonly #shown: Members;
  readonly #account: Account<S>;
  readonly #context: SeedContext;
  /** The member that names the thing. */
  readonly #id: string;

  constructor(replay: Replay<S>, item: Members, shown: Members, account: Account<S>, context: SeedContext) {
    this.#replay = replay;
    this.#item = item;
    this.#shown = shown;
    this.#account = account;
    this.#context = context;
    this.#id = idOf(replay);
  }

  made(): object {
    const there = this.#replay.cameAs?.(this.#shown, this.#account);
    if (there !== undefined) {
      const { set } = this.#context;
      if (set.has(there)) throw invalidItem(`names ${there}, which there is already`);
      set.add(there);
      return this.#withTheRest(there, true);
    }
    const recorded = this.#replay.recorded?.(this.#item, this.#account);
    if (recorded !== undefined) {
      this.#finish(recorded);
      return this.#withTheRest(recorded, false);
    }
    const key = this.#create();
    this.#finish(key);
    for (const operation of this.#replay.also ?? []) this.#doAlso(operation, key);
    this.#finish(key);
    this.#replay.arrange?.(key, this.#shown, this.#account);
    return this.#withTheRest(key, false);
  }

  #create(): string {
    const operation = this.#operation(this.#replay.by);
    const input = this.#pick(operation);
    for (const { name, required, idempotencyToken } of operation.input.members) {
      if (required && !idempotencyToken && input[name] === undefined) throw invalidItem(`lacks ${name}`);
    }
    const { ids } = this.#context.transaction;
    const given = this.#item[this.#id];
    const digits =
      (typeof given === "string" ? this.#digitsOf(given, operation) : undefined) ?? this.#idInArn();
    if (typeof given === "string" && this.#table()?.has(given))
      throw invalidItem(`names ${given}, which there is already`);
    this.#replay.prepare?.(this.#item, this.#account);
    if (digits !== undefined) ids.give(digits);
    const before = this.#table()?.size;
    const answer = this.#run(operation, input);
    if (ids.notTaken !== undefined) throw new Error(`${operation.name} did not take the id ${ids.notTaken}.`);
    const name = this.#replay.namedBy
      .split(".")
      .reduce<unknown>((value, name) => Reflect.get(Object(value), name), answer);
    if (typeof name !== "string") throw new Error(`${operation.name} does not say ${this.#replay.namedBy}.`);
    if (given !== undefined && given !== name) {
      throw invalidItem(
        `has ${this.#id} ${quoted(given)}, which would be ${quoted(name)} here; leave it out`,
      );
    }
    if (this.#table()?.size === before) throw invalidItem(`asks for ${name} once more; leave its token out`);
    return this.#replay.within === undefined ? name : `${String(this.#item[this.#replay.within])}/${name}`;
  }

  /** Lets everything of that name come to rest, or to the state that the item is to be in. */
  #finish(key: string): void {
    const { transaction, service, place } = this.#context;
    for (const [name, steps] of Object.entries(service.steps)) {
      const table = transaction.table(service, place, name);
      for (let record = table?.get(key); record && !this.#isAsWanted(record); record = table?.get(key)) {
        const next = nextOf(record);
        const step = next?.inFlight ? steps?.[next.step] : undefined;
        if (!step) break;
        step(record, transaction.account(service, place));
      }
    }
  }

  #isAsWanted(record: Timed & object): boolean {
    return stateMembers.some(
      name => this.#item[name] !== undefined && Reflect.get(record, name) === this.#item[name],
    );
  }

  #doAlso(name: string, key: string): void {
    const operation = this.#operation(name);
    const { [this.#id]: _, ...members } = this.#pick(operation);
    if (Object.keys(members).length > 0) this.#run(operation, { [this.#id]: key, ...members });
  }

  /** What the item says beyond what creating it takes: its dates, its sizes, its state. Of what came with another, all. */
  #withTheRest(key: string, cameWithAnother: boolean): object {
    const table = this.#table();
    const record = table?.get(key);
    if (!table || !record) throw new Error(`${this.#replay.by} left no ${this.#replay.table} ${key}.`);
    const { by, also = [], shownBy, computed = [], unkept = [] } = this.#replay;
    const { taken, shown } = formsOf(serviceModel(this.#context.service.name), [by, ...also], shownBy);
    const kept = structureOf(
      shown.name,
      shown.members.filter(({ name }) => !computed.includes(name) && !unkept.includes(name)),
    );
    const rules = { isSettable: (name: string) => this.#isSettable(name), all: cameWithAnother };
    const changed = overlaid(kept, taken, record, this.#shown, rules);
    return changed === record ? record : table.update(key, Object(changed));
  }

  /** The id at the end of the thing's ARN. */
  #idInArn(): string | undefined {
    const { arnEndsInId } = this.#replay;
    const arn = arnEndsInId === undefined ? undefined : this.#item[arnEndsInId];
    return typeof arn === "string" ? uuidAtEnd.exec(arn)?.[1] : undefined;
  }

  /** The digits of an id that is to be given. Names are the caller's own, and creating takes them as they are. */
  #digitsOf(given: string, { input }: OperationModel): string | undefined {
    return this.#id.endsWith("Id") && !input.member(this.#id) ? idForm.exec(given)?.[1] : undefined;
  }

  /** What happens to a thing in time may have happened otherwise; what it is, creating it has decided. */
  #isSettable(name: string): boolean {
    return course.test(name) || (this.#replay.settable?.includes(name) ?? false);
  }

  #table() {
    const { transaction, service, place } = this.#context;
    return transaction.table(service, place, this.#replay.table);
  }

  #operation(name: string): OperationModel {
    const operation = serviceModel(this.#context.service.name).operation(name);
    if (!operation) throw new Error(`There is no operation ${name} to seed by.`);
    return operation;
  }

  #pick(operation: OperationModel): Record<string, unknown> {
    const members = operation.input.members.flatMap(({ name }) =>
      this.#item[name] === undefined ? [] : [[name, this.#item[name]]],
    );
    return Object.fromEntries(members);
  }

  #run(operation: OperationModel, input: Members): object {
    const { transaction, service, place } = this.#context;
    const handler = service.operations[operation.name];
    if (handler?.kind !== "write") throw new Error(`${operation.name} makes nothing.`);
    return runOperation(handler, input, transaction.account(service, place));
  }
}

/** How the three services call the state of a thing. */
const stateMembers = ["LifeCycleState", "Lifecycle", "Status", "State", "DeploymentStatus", "CreationStatus"];
