import { readFileSync } from "node:fs";
import { join } from "node:path";

const bodyOf = (file: string): string | undefined =>
  readFileSync(join(__dirname, file), "utf8").split("// The rest is the same in both files.\n")[1];

test("moving over changes imports and setup only", () => {
  expect(bodyOf("after.test.ts")).toContain("toHaveReceivedCommandWith");
  expect(bodyOf("after.test.ts")).toBe(bodyOf("before.test.ts"));
});
