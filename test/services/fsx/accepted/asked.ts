/** What was asked for, and how it is described once it is done. */
export type Asked = readonly [input: object, description: object | undefined];

/** By operation, requests that between them use all that it takes. */
export type AskedOf = Readonly<Record<string, () => Promise<Asked[]>>>;

export const Tags = [{ Key: "team", Value: "storage" }];
