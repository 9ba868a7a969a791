/** A request, and the description of its result. */
export type Asked = readonly [input: object, description: object | undefined];

/** By operation, requests that together use its whole input. */
export type AskedOf = Readonly<Record<string, () => Promise<Asked[]>>>;

export const Tags = [{ Key: "team", Value: "storage" }];
