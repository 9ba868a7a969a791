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

/** The account that most of a service's own ARNs and owner ids in answers name. */
export function accountIn(answers: readonly unknown[]): string | undefined {
  const counts = new Map<string, number>();
  const text = JSON.stringify(answers) ?? "";
  const named = /"OwnerId":"(\d{12})"|arn:aws[\w-]*:(?:backup|elasticfilesystem|fsx):[\w-]*:(\d{12}):/g;
  for (const [, owner, inArn] of text.matchAll(named)) {
    const account = owner ?? inArn ?? "";
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
