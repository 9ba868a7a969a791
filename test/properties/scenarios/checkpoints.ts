import type { AccountState } from "aws-backup-mock";
import type { WorldState } from "../../../src/core/world";
import type { Random } from "../generators/random";
import { stateOf } from "../invariants/state";
import type { ReplicatedHarness } from "./replica";

interface Checkpoint {
  readonly rollBack: () => void;
  readonly internal: WorldState;
  readonly visible: AccountState;
}

/** Snapshots taken during a scenario; a rollback restores the same state objects. */
export class Checkpoints {
  readonly #harness: ReplicatedHarness;
  #checkpoints: Checkpoint[] = [];

  constructor(harness: ReplicatedHarness) {
    this.#harness = harness;
  }

  get isEmpty(): boolean {
    return this.#checkpoints.length === 0;
  }

  add(): void {
    const { aws } = this.#harness;
    this.#checkpoints.push({
      rollBack: this.#harness.checkpoint(),
      internal: stateOf(aws),
      visible: aws.state,
    });
  }

  clear(): void {
    this.#checkpoints = [];
  }

  rollBack(random: Random): void {
    this.#rollBackTo(random.pick(this.#checkpoints));
  }

  rollBackToFirst(): void {
    const [first] = this.#checkpoints;
    if (first) this.#rollBackTo(first);
  }

  #rollBackTo({ rollBack, internal, visible }: Checkpoint): void {
    const { aws } = this.#harness;
    rollBack();
    if (stateOf(aws) !== internal || aws.state !== visible) {
      throw new Error("A rollback led to another state than that of the snapshot");
    }
  }
}
