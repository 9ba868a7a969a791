import { checkOutput, type OperationModel, type ServiceName } from "../../../src/model/index";
import { refuseAlias, vandalise } from "./copies";

/** Errors that services answer whether an operation declares them or not. */
const alsoAnswered: Readonly<Record<ServiceName, ReadonlySet<string>>> = {
  // Broken input, vaults that the caller may not see, and plans, selections and vaults that are AWS's own.
  backup: new Set([
    "AccessDeniedException",
    "InvalidParameterValueException",
    "InvalidRequestException",
    "MissingParameterValueException",
  ]),
  efs: new Set(["ValidationException"]),
  // A client request token that comes again with something else, and file systems of which a backup is being made.
  fsx: new Set(["IncompatibleParameterError", "BackupInProgress"]),
};

/** What an operation is refused with is the client's own exception, and one that it can be refused with. */
export function checkError({ service, name, errors }: OperationModel, error: Error): void {
  if (typeof Reflect.get(error, "$fault") !== "string") {
    throw new Error(`${service} ${name} failed by itself: ${error.stack}`);
  }
  if (!errors.includes(error.name) && !alsoAnswered[service].has(error.name)) {
    throw new Error(`${name} was refused with ${error.name}, none of ${errors.join(", ")}`);
  }
}

/** AWS itself answers a lifecycle in backups of volumes that its model does not have. */
const isOfAws = (message: string): boolean =>
  /Volume\.Lifecycle must be one of .* not "ACTIVE"$/.test(message);

/** An answer is one that the model allows, and the caller's own to do anything with. */
export function checkAnswer({ name, output: shape }: OperationModel, output: object): void {
  const [problem] = checkOutput(shape, output).filter(({ message }) => !isOfAws(message));
  if (problem) throw new Error(`${name} answered what it cannot: ${problem.message}`);
  refuseAlias(output, name);
  vandalise(output);
}

interface Counts {
  answered: number;
  refused: number;
  readonly whys: Map<string, number>;
}

/** How often each operation was answered, and how often refused. */
export class Tally {
  readonly #counts = new Map<string, Counts>();

  count({ service, name }: OperationModel, error: Error | undefined): void {
    const key = `${service}.${name}`;
    const counts = this.#counts.get(key) ?? { answered: 0, refused: 0, whys: new Map<string, number>() };
    this.#counts.set(key, counts);
    if (error) {
      counts.refused++;
      const why = error.message.replace(/[0-9a-f-]{8,}/g, "…");
      counts.whys.set(why, (counts.whys.get(why) ?? 0) + 1);
    } else counts.answered++;
  }

  isAnswered(name: string): boolean {
    return (this.#counts.get(name)?.answered ?? 0) > 0;
  }

  total(which: "answered" | "refused"): number {
    let total = 0;
    for (const counts of this.#counts.values()) total += counts[which];
    return total;
  }

  /** A line for each operation, with what it was refused for most. */
  *lines(): Generator<string, undefined> {
    for (const [name, { answered, refused, whys }] of [...this.#counts].sort()) {
      const most = [...whys].sort(([, a], [, b]) => b - a).slice(0, 3);
      yield `${name} ${answered} ${refused} ${JSON.stringify(most)}`;
    }
  }
}
