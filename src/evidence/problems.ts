/** Collects the problems of a document. */
export interface Found {
  add(path: string, problem: string): void;
  /** The same collection, with paths relative to this one. */
  under(path: string): Found;
}

interface Problem {
  readonly path: string;
  readonly problem: string;
}

/** Starts a collection of problems. */
export function problemFinder(): Found & { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const at = (base: string): Found => ({
    add: (path, problem) => problems.push({ path: joined(base, path), problem }),
    under: path => at(joined(base, path)),
  });
  return { ...at(""), problems };
}

const joined = (base: string, path: string): string =>
  base === "" || path === "" ? `${base}${path}` : `${base}.${path}`;
