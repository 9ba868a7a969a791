/** The default account of a mock. */
const ownAccount = "123456789012";

/** Replaces account ids: the own account by the mock's default, others by 222222222222, 333333333333 and so on. */
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

/** The most frequent account in owner ids and in ARNs of the three services. */
export const accountOfAnswers = (answers: unknown): string | undefined => mostFrequent(answers, inOwnArns);

/** The most frequent account id anywhere in the values. */
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
