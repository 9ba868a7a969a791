/** The value under a name of the user's. Names such as `constructor`, which every object has, are not found. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
