import { quoted } from "../core/basics";
import { nextOf, type Timed } from "../core/time";
import { type Account, runOperation, type Shape } from "../core/world";
import { type OperationModel, serviceModel } from "../model";
import { alreadyExists, contradicts, invalidItem, type SeedContext } from "./collection";
import { itemShapes } from "./item-reader";
import { type Members, structureOf } from "./members";
import { overlaid } from "./overlay";
import { idMember, type Replay } from "./replay";

/** Members that show the progress of a resource: dates, state, messages, sizes. A fixture may always set them. */
const progress =
  /(Date|Time|Minutes|Status|State|Lifecycle|Message|Details|Reason|PercentDone|ProgressPercent|Bytes)$/;

const idForm = /^(?:[a-z]+-)?([0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const uuidAtEnd = /-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The members in which the three services show the state of a resource. */
const stateMembers = ["LifeCycleState", "Lifecycle", "Status", "State", "DeploymentStatus", "CreationStatus"];

/** Seeds one item by replaying operations. */
export class ItemReplay<S extends Shape> {
  readonly #replay: Replay<S>;
  readonly #item: Members;
  readonly #described: Members;
  readonly #account: Account<S>;
  readonly #context: SeedContext;
  /** The member with the id. */
  readonly #id: string;

  constructor(
    replay: Replay<S>,
    item: Members,
    described: Members,
    account: Account<S>,
    context: SeedContext,
  ) {
    this.#replay = replay;
    this.#item = item;
    this.#described = described;
    this.#account = account;
    this.#context = context;
    this.#id = idMember(replay);
  }

  run(): object {
    const present = this.#replay.keyIfPresent?.(this.#described, this.#account);
    if (present !== undefined) {
      const { usedNames } = this.#context;
      if (usedNames.has(present)) throw alreadyExists(present);
      usedNames.add(present);
      return this.#withDescription(present, true);
    }
    const inserted = this.#replay.insertRecord?.(this.#item, this.#account);
    if (inserted !== undefined) {
      this.#takeSteps(inserted);
      return this.#withDescription(inserted, false);
    }
    const key = this.#create();
    this.#takeSteps(key);
    for (const operation of this.#replay.furtherOperations ?? []) this.#runFurther(operation, key);
    this.#takeSteps(key);
    this.#replay.adjust?.(key, this.#described, this.#account);
    return this.#withDescription(key, false);
  }

  #create(): string {
    const operation = this.#operation(this.#replay.operation);
    const input = this.#inputOf(operation);
    for (const { name, required, idempotencyToken } of operation.input.members) {
      if (required && !idempotencyToken && input[name] === undefined) {
        throw invalidItem(`${name} is required`);
      }
    }
    const given = this.#item[this.#id];
    if (typeof given === "string" && this.#table()?.has(given)) throw alreadyExists(given);
    this.#replay.prepare?.(this.#item, this.#account);
    const size = this.#table()?.size;
    const id = this.#runWithGivenId(operation, input);
    if (given !== undefined && given !== id) {
      throw invalidItem(contradicts(this.#id, quoted(given), quoted(id)));
    }
    if (this.#table()?.size === size) {
      throw invalidItem(`the idempotency token already belongs to ${id}; leave it out`);
    }
    const { parent } = this.#replay;
    return parent === undefined ? id : `${String(this.#item[parent])}/${id}`;
  }

  /** Runs the creating operation so that it generates the id of the item. */
  #runWithGivenId(operation: OperationModel, input: Members): string {
    const { ids } = this.#context.transaction;
    const given = this.#item[this.#id];
    const digits =
      (typeof given === "string" ? this.#digitsOf(given, operation) : undefined) ?? this.#uuidInArn();
    // Without one, what an item that failed has not taken must not come here.
    ids.give(digits);
    const output = this.#run(operation, input);
    if (ids.notTaken !== undefined) throw new Error(`${operation.name} did not take the id ${ids.notTaken}.`);
    const id = this.#replay.idPath
      .split(".")
      .reduce<unknown>((value, name) => Reflect.get(Object(value), name), output);
    if (typeof id !== "string") throw new Error(`${operation.name} does not return ${this.#replay.idPath}.`);
    return id;
  }

  /** Takes the steps of all records with this key, until they are settled or in the state of the item. */
  #takeSteps(key: string): void {
    const { transaction, service, place } = this.#context;
    for (const [name, steps] of Object.entries(service.steps)) {
      const table = transaction.table(service, place, name);
      for (let record = table?.get(key); record && !this.#hasGivenState(record); record = table?.get(key)) {
        const next = nextOf(record);
        const step = next?.inFlight ? steps?.[next.step] : undefined;
        if (!step) break;
        step(record, transaction.account(service, place));
      }
    }
  }

  #hasGivenState(record: Timed & object): boolean {
    return stateMembers.some(
      name => this.#item[name] !== undefined && Reflect.get(record, name) === this.#item[name],
    );
  }

  #runFurther(name: string, key: string): void {
    const operation = this.#operation(name);
    const { [this.#id]: _, ...members } = this.#inputOf(operation);
    if (Object.keys(members).length > 0) this.#run(operation, { [this.#id]: key, ...members });
  }

  /** Overlays the record with what the item says beyond the creating operation's input: dates, sizes, states. */
  #withDescription(key: string, cameWithAnother: boolean): object {
    const table = this.#table();
    const record = table?.get(key);
    const {
      operation,
      furtherOperations = [],
      description: described,
      computed = [],
      notStored = [],
    } = this.#replay;
    if (!table || !record) throw new Error(`${operation} left no ${this.#replay.table} ${key}.`);
    const model = serviceModel(this.#context.service.name);
    const { input, description } = itemShapes(model, [operation, ...furtherOperations], described.by);
    const stored = structureOf(
      description.name,
      description.members.filter(({ name }) => !computed.includes(name) && !notStored.includes(name)),
    );
    const rules = { isSettable: (name: string) => this.#isSettable(name), all: cameWithAnother };
    const changed = overlaid(stored, input, record, this.#described, rules);
    return changed === record ? record : table.update(key, Object(changed));
  }

  #uuidInArn(): string | undefined {
    const { arnWithUuid } = this.#replay;
    const arn = arnWithUuid === undefined ? undefined : this.#item[arnWithUuid];
    return typeof arn === "string" ? uuidAtEnd.exec(arn)?.[1] : undefined;
  }

  /** The digits of a generated id. A name that is part of the operation's input has none. */
  #digitsOf(given: string, { input }: OperationModel): string | undefined {
    return this.#id.endsWith("Id") && !input.member(this.#id) ? idForm.exec(given)?.[1] : undefined;
  }

  #isSettable(name: string): boolean {
    return progress.test(name) || (this.#replay.settable?.includes(name) ?? false);
  }

  #table() {
    const { transaction, service, place } = this.#context;
    return transaction.table(service, place, this.#replay.table);
  }

  #operation(name: string): OperationModel {
    const operation = serviceModel(this.#context.service.name).operation(name);
    if (!operation) throw new Error(`No operation ${name} to seed with.`);
    return operation;
  }

  /** The members of the item that belong to an operation's input. */
  #inputOf(operation: OperationModel): Record<string, unknown> {
    const members = operation.input.members.flatMap(({ name }) =>
      this.#item[name] === undefined ? [] : [[name, this.#item[name]]],
    );
    return Object.fromEntries(members);
  }

  #run(operation: OperationModel, input: Members): object {
    const { transaction, service, place } = this.#context;
    const handler = service.operations[operation.name];
    if (handler?.kind !== "write") throw new Error(`${operation.name} is not a writing operation.`);
    return runOperation(handler, input, transaction.account(service, place));
  }
}
