/**
 * How thoroughly property tests search. `npm test` makes a quick search; `npm run test:deep` sets TEST_DEPTH=deep (see
 * jest.deep.config.ts) for a long one. Tests that run only in a deep search are in test/deep.
 */
export const isDeep = process.env["TEST_DEPTH"] === "deep";

/** The number of samples, runs or calls to try at the current depth. */
export const atDepth = ({ quick, deep }: { readonly quick: number; readonly deep: number }): number =>
  isDeep ? deep : quick;

/** Prints what a deep search covered; quick runs stay quiet. */
export function reportCoverage(line: string): void {
  if (isDeep) process.stdout.write(`${line}\n`);
}
