import { readFileSync } from "node:fs";
import { join } from "node:path";

const bodyOf = (file: string): string | undefined =>
  readFileSync(join(__dirname, file), "utf8").split("// What follows is the same in both.\n")[1];

test("a suite moves over by its imports and its setup: all of its tests stay as they are", () => {
  expect(bodyOf("after.test.ts")).toContain("toHaveReceivedCommandWith");
  expect(bodyOf("after.test.ts")).toBe(bodyOf("before.test.ts"));
});
