import { readFileSync } from "node:fs";
import { join } from "node:path";

const bodyOf = (file: string): string | undefined =>
  readFileSync(join(__dirname, file), "utf8").split("// The rest is the same in both files.\n")[1];

test.each([
  ["before.test.ts", "after.test.ts", "toHaveReceivedCommandWith"],
  ["suite-before.test.ts", "suite-after.test.ts", "commandCalls"],
])("moving over from %s to %s changes imports and setup only", (before, after, content) => {
  expect(bodyOf(after)).toContain(content);
  expect(bodyOf(after)).toBe(bodyOf(before));
});
