/** The account that a mock is, unless it is told otherwise. */
const ownAccount = "123456789012";

/** Replaces account ids: the recording's own account by the mock's, others by 222222222222 and so on. */
export class Accounts {
  readonly #replaced = new Map<string, string>();

  constructor(own: string | undefined) {
    if (own !== undefined) this.#replaced.set(own, ownAccount);
  }

  replace(accountId: string): string {
    const known = this.#replaced.get(accountId);
    if (known !== undefined) return known;
    const others = [...this.#replaced.values()].filter(each => each !== ownAccount).length;
    const made = others < 8 ? String(others + 2).repeat(12) : String(100_000_000_001 + others);
    this.#replaced.set(accountId, made);
    return made;
  }
}

const inOwnArns = /"OwnerId":"(\d{12})"|arn:aws[\w-]*:(?:backup|elasticfilesystem|fsx):[\w-]*:(\d{12}):/g;
const anywhere = /(?<![0-9A-Za-z])(\d{12})(?!\d)/g;

/** The account that most owner ids and ARNs of the three services in some answers name. */
export const accountOfAnswers = (answers: unknown): string | undefined => mostFrequent(answers, inOwnArns);

/** The account that most of some values name, in whatever form. */
export const accountNamedIn = (values: unknown): string | undefined => mostFrequent(values, anywhere);

function mostFrequent(values: unknown, form: RegExp): string | undefined {
  const text = JSON.stringify(values) ?? "";
  const counts = new Map<string, number>();
  for (const found of text.matchAll(form)) {
    const account = found[1] ?? found[2] ?? "";
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
