import { MockError, matches, matchesExactly, type NearMiss, nearer, nearMiss } from "../basics";

/** The operation that is called. */
export interface CalledOperation {
  readonly service: string;
  readonly operation: string;
}

/** Answers a call: `proceed` runs the model. */
export type Fake = (input: unknown, proceed: () => unknown, called: CalledOperation) => unknown;

/** What happens to a command without a stub: the model answers, or it is an error. */
export type Unstubbed = "model" | "error";

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

/** The answers to calls of one operation, or of any, whose input has at least the members of `input`. */
export class StubRule {
  /** Undefined: any operation. */
  readonly called: CalledOperation | undefined;
  readonly input: unknown;
  /** Whether the input may have no other members. */
  readonly isStrict: boolean;
  readonly #once: Behaviour[] = [];
  #always: Behaviour | undefined;
  #missed: NearMiss | undefined;

  constructor(called: CalledOperation | undefined, input: unknown, isStrict: boolean) {
    this.called = called;
    this.input = input;
    this.isStrict = isStrict;
  }

  addOnce(behaviour: Behaviour): void {
    this.#once.push(behaviour);
  }

  setAlways(behaviour: Behaviour): void {
    this.#always = behaviour;
  }

  takesCall(service: string, operation: string, input: () => unknown): boolean {
    const { called } = this;
    if (called && (called.service !== service || called.operation !== operation)) return false;
    if (this.input === undefined) return true;
    const given = input();
    if (this.isStrict ? matchesExactly(this.input, given) : matches(this.input, given)) return true;
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
  /** What happens to commands without a stub. It stays when the stubs are cleared. */
  unstubbed: Unstubbed = "model";

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

/** For a command that has no stub where every command needs one. */
export const unstubbedCall = ({ operation }: CalledOperation): MockError =>
  new MockError(
    "UnstubbedCall",
    `Cannot answer ${operation}Command: no stub matches it, and aws.onUnstubbed("error") keeps the model from answering; stub it with aws.on(${operation}Command), or let the model answer with aws.onUnstubbed("model").`,
  );
