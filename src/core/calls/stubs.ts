import { matches } from "../basics";

/** What a fake sees: the input, and `proceed`, which lets the model answer. */
export type Fake = (input: unknown, proceed: () => unknown) => unknown;

/** How a stub answers one call. */
export interface Behaviour {
  readonly answer: Fake;
  /** On the mock's clock, before the answer. */
  delay: number;
}

/** Answers for the calls of one operation whose input has at least what `input` says. */
export class StubRule {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly #once: Behaviour[] = [];
  #always: Behaviour | undefined;

  constructor(service: string, operation: string, input: unknown) {
    this.service = service;
    this.operation = operation;
    this.input = input;
  }

  addOnce(behaviour: Behaviour): void {
    this.#once.push(behaviour);
  }

  setAlways(behaviour: Behaviour): void {
    this.#always = behaviour;
  }

  takesCall(service: string, operation: string, input: () => unknown): boolean {
    return (
      this.service === service &&
      this.operation === operation &&
      (this.input === undefined || matches(this.input, input()))
    );
  }

  takeOnce(): Behaviour | undefined {
    return this.#once.shift();
  }

  get always(): Behaviour | undefined {
    return this.#always;
  }
}

/** All stubs of a mock. Of those that match a call, the last one made wins, and answers meant for one call go first. */
export class Stubs {
  #rules: StubRule[] = [];

  add(rule: StubRule): void {
    this.#rules.unshift(rule);
  }

  remove(rule: StubRule): void {
    this.#rules = this.#rules.filter(other => other !== rule);
  }

  clear(): void {
    this.#rules = [];
  }

  /** How a call is to be answered, or nothing when the model shall. Uses up a `Once`. */
  take(service: string, operation: string, input: () => unknown): Behaviour | undefined {
    if (this.#rules.length === 0) return undefined;
    const matching = this.#rules.filter(rule => rule.takesCall(service, operation, input));
    for (const rule of matching) {
      const behaviour = rule.takeOnce();
      if (behaviour) return behaviour;
    }
    return matching.find(rule => rule.always)?.always;
  }
}
