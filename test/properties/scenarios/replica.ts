import { isDeepStrictEqual } from "node:util";
import type { MockAws, Snapshot } from "aws-backup-mock";
import type { Passage } from "../../../src/core/time";
import type { OperationModel } from "../../../src/model/index";
import type { AnyInput } from "../generators/context";
import { firstDifference, withoutMetadata } from "../invariants/difference";
import { type CallResult, type ClockMode, Harness } from "./harness";

/** The state as JSON, as a file would hold it. Equal states have equal JSON. */
export const serialize = (aws: MockAws): string => JSON.stringify(aws.snapshot());

/** A mock and, once started, a replica that was restored from its JSON and must behave in the same way. */
export class ReplicatedHarness {
  readonly primary: Harness;
  readonly #spare: Harness;
  #replica: Harness | undefined;

  constructor(clock: ClockMode) {
    this.primary = new Harness(clock);
    this.#spare = new Harness(clock);
  }

  get aws(): MockAws {
    return this.primary.aws;
  }

  /** From now on everything is done on a replica as well. */
  startReplica(): void {
    this.#replica = this.#spare;
    // Which calls a program repeats while it waits is not part of the state: both forget it.
    this.aws.rollback(this.aws.snapshot());
    this.#spare.aws.rollback(JSON.parse(serialize(this.aws)));
  }

  get hasReplica(): boolean {
    return this.#replica !== undefined;
  }

  stopReplica(): void {
    this.#replica = undefined;
  }

  /** Throws if the replica is in another state. */
  compare(): void {
    if (!this.#replica) return;
    const [one, two] = [serialize(this.aws), serialize(this.#replica.aws)];
    if (one === two) return;
    // JSON drops undefined members, so the members of the replica's records can be in another order.
    const difference = firstDifference(JSON.parse(one), JSON.parse(two));
    if (difference) throw new Error(`The replica is in another state: ${difference}`);
  }

  async send(at: number, model: OperationModel, input: AnyInput): Promise<CallResult> {
    const copy = this.#replica && structuredClone(input);
    const result = await this.primary.send(at, model, input);
    if (!this.#replica) return result;
    const replicaResult = await this.#replica.send(at, model, copy ?? {});
    if (!isSame(result, replicaResult)) {
      const results = [result, replicaResult].map(each => JSON.stringify(each)).join("\n");
      throw new Error(`${model.name} has another result on the replica:\n${results}`);
    }
    return result;
  }

  advance(milliseconds: number): Promise<Passage> {
    return this.#passTime(({ clock }) => clock.advance(milliseconds));
  }

  settle(): Promise<Passage> {
    return this.#passTime(aws => aws.settle());
  }

  async #passTime(move: (aws: MockAws) => Promise<Passage>): Promise<Passage> {
    const passage = await move(this.aws);
    if (this.#replica && !isDeepStrictEqual(await move(this.#replica.aws), passage)) {
      throw new Error("Time passed differently on the replica");
    }
    return passage;
  }

  /** Does something to the mock and its replica. */
  each(act: (aws: MockAws) => void): void {
    act(this.aws);
    if (this.#replica) act(this.#replica.aws);
  }

  /** Takes a snapshot of both; the returned function rolls both back. */
  checkpoint(): () => void {
    const snapshots: (readonly [MockAws, Snapshot])[] = [];
    this.each(aws => snapshots.push([aws, aws.snapshot()]));
    return () => {
      for (const [aws, snapshot] of snapshots) aws.rollback(snapshot);
    };
  }
}

const isSame = (one: CallResult, two: CallResult): boolean =>
  one.output === undefined || two.output === undefined
    ? one.error?.name === two.error?.name && one.error?.message === two.error?.message
    : isDeepStrictEqual(withoutMetadata(one.output), withoutMetadata(two.output));
