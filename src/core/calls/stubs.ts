import { matches } from "../basics";

/** Answers a call: `proceed` runs the model. */
export type Fake = (input: unknown, proceed: () => unknown) => unknown;

/** How a stub answers one call. */
export interface Behaviour {
  readonly answer: Fake;
  /** Milliseconds on the mock's clock before the answer. */
  delay: number;
}

/** The answers to calls of one operation whose input has at least the members of `input`. */
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

/** The stubs of a mock. The last one that matches a call wins; answers for one call go first. */
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

  /** How to answer a call, or undefined for the model. Consumes a `Once` answer. */
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
