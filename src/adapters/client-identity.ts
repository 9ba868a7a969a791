/** On a client: what stands for it in the record of calls. */
const identityKey = Symbol.for("aws-backup-mock.identity");

/** An object that stands for a client, so that what keeps it does not keep the client from being collected. */
export function identityOf(client: object): object {
  const known: unknown = Reflect.get(client, identityKey);
  if (typeof known === "object" && known !== null) return known;
  const identity = Object.freeze({});
  Object.defineProperty(client, identityKey, { value: identity });
  return identity;
}
