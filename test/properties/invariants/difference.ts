/** A response without its metadata, which differs from call to call. */
export function withoutMetadata(response: object): object {
  const { $metadata: _, ...members } = response as { readonly $metadata?: unknown };
  return members;
}

/** The first difference between two documents, ignoring the order of members; undefined if they are equal. */
export function firstDifference(one: unknown, two: unknown, path = ""): string | undefined {
  if (typeof one === "object" && one !== null && typeof two === "object" && two !== null) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(two)])) {
      const difference = firstDifference(Reflect.get(one, name), Reflect.get(two, name), `${path}.${name}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return Object.is(one, two) ? undefined : `${path} is ${JSON.stringify(one)} and ${JSON.stringify(two)}`;
}
