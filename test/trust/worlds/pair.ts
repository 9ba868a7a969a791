import { isDeepStrictEqual } from "node:util";
import type { MockAws, Snapshot } from "aws-backup-mock";
import type { Passage } from "../../../src/core/time";
import type { OperationModel } from "../../../src/model";
import { firstDifference, withoutMetadata } from "./copies";
import type { AnyInput } from "./inputs";
import { type Answer, type ClockOf, Stage } from "./stage";

/** What two worlds must have in common to be the same: everything that a file would hold. */
export const written = (aws: MockAws): string => JSON.stringify(aws.snapshot());

/** A mock and, when it has a twin, a second one that started from a file of the first one's world and does the same. */
export class Pair {
  readonly stage: Stage;
  readonly #other: Stage;
  #twin: Stage | undefined;

  constructor(clock: ClockOf) {
    this.stage = new Stage(clock);
    this.#other = new Stage(clock);
  }

  get aws(): MockAws {
    return this.stage.aws;
  }

  /** From here on there is a twin. */
  fork(): void {
    this.#twin = this.#other;
    this.#other.aws.rollback(JSON.parse(written(this.aws)));
  }

  /** From here on there is none. */
  part(): void {
    this.#twin = undefined;
  }

  /** Throws when the twin lives in another world. */
  compare(): void {
    if (!this.#twin) return;
    const [one, two] = [written(this.aws), written(this.#twin.aws)];
    if (one === two) return;
    // What was absent in the file is absent in its members' order as well.
    const difference = firstDifference(JSON.parse(one), JSON.parse(two));
    if (difference) throw new Error(`The world that went on from a file is another one: ${difference}`);
  }

  async send(at: number, model: OperationModel, input: AnyInput): Promise<Answer> {
    const asked = this.#twin && structuredClone(input);
    const answer = await this.stage.send(at, model, input);
    if (!this.#twin) return answer;
    const same = await this.#twin.send(at, model, asked ?? {});
    if (!isSame(answer, same)) {
      const answers = [answer, same].map(given => JSON.stringify(given)).join("\n");
      throw new Error(`${model.name} is answered otherwise in the world from a file:\n${answers}`);
    }
    return answer;
  }

  advance(milliseconds: number): Promise<Passage> {
    return this.#pass(({ clock }) => clock.advance(milliseconds));
  }

  settle(): Promise<Passage> {
    return this.#pass(aws => aws.settle());
  }

  async #pass(move: (aws: MockAws) => Promise<Passage>): Promise<Passage> {
    const passage = await move(this.aws);
    if (this.#twin && !isDeepStrictEqual(await move(this.#twin.aws), passage)) {
      throw new Error("Something else came to pass in the world from a file");
    }
    return passage;
  }

  /** Does something to both. */
  each(act: (aws: MockAws) => void): void {
    act(this.aws);
    if (this.#twin) act(this.#twin.aws);
  }

  /** A way back for both. */
  keep(): () => void {
    const back: (readonly [MockAws, Snapshot])[] = [];
    this.each(aws => back.push([aws, aws.snapshot()]));
    return () => {
      for (const [aws, snapshot] of back) aws.rollback(snapshot);
    };
  }
}

const isSame = (one: Answer, two: Answer): boolean =>
  one.output === undefined || two.output === undefined
    ? one.error?.name === two.error?.name && one.error?.message === two.error?.message
    : isDeepStrictEqual(withoutMetadata(one.output), withoutMetadata(two.output));
