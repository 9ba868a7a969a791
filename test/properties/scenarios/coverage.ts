import type { OperationModel } from "../../../src/model/index";
import { operationNames, qualifiedName } from "../model/operations";

interface Counts {
  succeeded: number;
  failed: number;
  readonly messages: Map<string, number>;
}

/** Counts how often each operation succeeded and failed. */
export class OperationCoverage {
  readonly #counts = new Map<string, Counts>();

  count(operation: OperationModel, error: Error | undefined): void {
    const key = qualifiedName(operation);
    const counts = this.#counts.get(key) ?? { succeeded: 0, failed: 0, messages: new Map<string, number>() };
    this.#counts.set(key, counts);
    if (error) {
      counts.failed++;
      const message = error.message.replace(/[0-9a-f-]{8,}/g, "…");
      counts.messages.set(message, (counts.messages.get(message) ?? 0) + 1);
    } else counts.succeeded++;
  }

  /** Operations that never succeeded. */
  get missing(): readonly string[] {
    return operationNames.filter(name => !this.#counts.get(name)?.succeeded);
  }

  total(which: "succeeded" | "failed"): number {
    let total = 0;
    for (const counts of this.#counts.values()) total += counts[which];
    return total;
  }

  /** One line per operation: successes, failures and the most frequent error messages. */
  *lines(): Generator<string, undefined> {
    for (const [name, { succeeded, failed, messages }] of [...this.#counts].sort()) {
      const frequent = [...messages].sort(([, a], [, b]) => b - a).slice(0, 3);
      yield `${name} ${succeeded} ${failed} ${JSON.stringify(frequent)}`;
    }
  }
}
