import { MockError } from "../basics";
import type { ClockMode, SystemClock } from "../time";
import type { World } from "../world";

/** A call to answer later, or to try again later. */
interface Delayed<Answer> {
  /** Undefined for a call to try again. */
  readonly operation?: string;
  /** Milliseconds on the mock's clock. */
  readonly delay: number;
  answer(): Answer | Promise<Answer>;
  /** The answer if the time never comes. */
  fail(error: unknown): Answer | Promise<Answer>;
}

/** Answers calls after a delay on the mock's clock, in the order of their times. */
export class Delays {
  readonly #world: World;
  readonly #clock: ClockMode;
  readonly #system: SystemClock | undefined;

  constructor(world: World, clock: ClockMode, system: SystemClock | undefined) {
    this.#world = world;
    this.#clock = clock;
    this.#system = system;
  }

  /** Resolves to the answer when time has got there. With `clock: "auto"`, it moves time there. */
  answer<Answer>({ operation, delay, answer, fail }: Delayed<Answer>): Promise<Answer> {
    const world = this.#world;
    const at = world.now + delay;
    let isOver = false;
    let settle: (answer: Answer | Promise<Answer>) => void = () => {};
    const promise = new Promise<Answer>(resolve => {
      settle = resolve;
    });
    const over = (result: () => Answer | Promise<Answer>) => () => {
      isOver = true;
      settle(result());
    };
    const cancel = over(() => fail(resetMeanwhile(operation)));
    const takeBack = world.alarm(at, over(answer), cancel);
    this.#system?.followAt(at, () => isOver);
    if (this.#clock === "auto") {
      // Later than now, so that calls made together are answered in the order of their times.
      void Promise.resolve().then(() => {
        const fault = this.#faultOfPassing(at);
        if (!takeBack()) return;
        // While a move makes room for other work, time stands still: it is answered now.
        over(fault === undefined ? answer : () => fail(fault))();
      });
    }
    return promise;
  }

  /** Resolves when time has got there, to try a call again. */
  pass(delay: number): Promise<void> {
    return this.answer<void>({ delay, answer: () => {}, fail: error => Promise.reject(error) });
  }

  /** Lets time pass. Returns what went wrong, if anything. */
  #faultOfPassing(until: number): unknown {
    try {
      this.#world.passAll(until);
      return undefined;
    } catch (thrown) {
      return thrown;
    }
  }
}

const resetMeanwhile = (operation: string | undefined): MockError =>
  new MockError(
    "ResetMeanwhile",
    operation === undefined
      ? "Cannot try a call again: the mock was reset while it waited; await the call before aws.reset()."
      : `Cannot answer ${operation}Command: the mock was reset before its delayed stub answered; await the call before aws.reset().`,
  );
