import {
  matchesPattern,
  policyWildcards,
  selectionWildcards,
  type Wildcards,
} from "../../../src/core/basics";

test.each([
  ["*", "", true],
  ["*", "anything at all", true],
  ["backup:*Vault*", "backup:DeleteBackupVaultAccessPolicy", true],
  ["backup:*Vault", "backup:DeleteBackupVaultAccessPolicy", false],
  ["backup:?escribe*", "backup:DescribeBackupJob", true],
  ["a?c", "ac", false],
  ["a.c", "abc", false],
  ["", "", true],
  ["", "a", false],
])("a policy's %s on %j: %s", (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

test.each([
  ["prod*", "prod-1", true],
  ["prod*", "prod 1", false],
  ["*a b*", "xa by", true],
  ["what?", "whats", false],
  ["what?", "what?", true],
])("a selection's %s on %j: %s", (pattern, text, expected) => {
  expect(matchesPattern(pattern, text, selectionWildcards)).toBe(expected);
});

/** Every text of up to so many of these characters. */
function* textsOf(characters: string, length: number): Generator<string> {
  yield "";
  if (length === 0) return;
  for (const first of characters) for (const rest of textsOf(characters, length - 1)) yield first + rest;
}

test.each([
  ["policies", policyWildcards, ".*", "."],
  ["selections", selectionWildcards, "\\S*", "\\?"],
])("the wildcards of %s agree with those of regular expressions", (_, wildcards: Wildcards, star, one) => {
  const texts = new Set(textsOf("a b", 4));
  for (const pattern of new Set(textsOf("a* ?", 4))) {
    const expression = new RegExp(`^${pattern.replaceAll("?", one).replaceAll("*", star)}$`, "s");
    for (const text of texts) {
      const agrees = matchesPattern(pattern, text, wildcards) === expression.test(text);
      if (!agrees) throw new Error(`${JSON.stringify(pattern)} on ${JSON.stringify(text)}`);
    }
  }
});

test("no pattern is slow", () => {
  const before = performance.now();
  expect(matchesPattern(`${"*a".repeat(200)}b`, "a".repeat(5_000), selectionWildcards)).toBe(false);
  expect(performance.now() - before).toBeLessThan(1_000);
});
