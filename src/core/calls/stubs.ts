import { matches, type NearMiss, nearer, nearMiss } from "../basics";

/** Answers a call: `proceed` runs the model. */
export type Fake = (input: unknown, proceed: () => unknown) => unknown;

/** How a stub answers one call. */
export interface Behaviour {
  readonly answer: Fake;
  /** Milliseconds on the mock's clock before the answer. */
  delay: number;
  /** How the test set it: `resolvesOnce`. */
  readonly method: string;
  isUsed?: boolean;
}

/** An answer for one call, or a delay, that no call has used. */
export interface UnusedAnswer {
  readonly rule: StubRule;
  readonly method: string;
  /** In milliseconds. */
  readonly delay: number;
}

/** The answers to calls of one operation whose input has at least the members of `input`. */
export class StubRule {
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly #once: Behaviour[] = [];
  #always: Behaviour | undefined;
  #missed: NearMiss | undefined;

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
    if (this.service !== service || this.operation !== operation) return false;
    if (this.input === undefined) return true;
    const given = input();
    if (matches(this.input, given)) return true;
    this.#missed = nearer(this.#missed, nearMiss(this.input, given));
    return false;
  }

  /** The call that missed it most closely. */
  get missed(): NearMiss | undefined {
    return this.#missed;
  }

  /** Its answers for one call, and its delays, that no call has used. */
  unused(): readonly UnusedAnswer[] {
    const always = this.#always && !this.#always.isUsed && this.#always.delay > 0 ? [this.#always] : [];
    return [...this.#once, ...always].map(({ method, delay }) => ({ rule: this, method, delay }));
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

  /** What no call has used, in the order in which it was set. */
  unused(): readonly UnusedAnswer[] {
    return this.#rules.toReversed().flatMap(rule => rule.unused());
  }

  /** How to answer a call, or undefined for the model. Consumes a `Once` answer. */
  take(service: string, operation: string, input: () => unknown): Behaviour | undefined {
    if (this.#rules.length === 0) return undefined;
    const matching = this.#rules.filter(rule => rule.takesCall(service, operation, input));
    for (const rule of matching) {
      const behaviour = rule.takeOnce();
      if (behaviour) return behaviour;
    }
    const always = matching.find(rule => rule.always)?.always;
    if (always) always.isUsed = true;
    return always;
  }
}
