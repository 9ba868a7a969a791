import { superLinear } from "../../scripts/model/pattern-complexity";
import { linearEquivalents } from "../../src/model/patterns";

describe("the check of regular expressions", () => {
  test.each([
    ["a loop inside a loop", "^(a+)+$", "exponential"],
    ["a loop inside a loop with a high count", "^(a|aa){1,2000}$", "exponential"],
    ["a high count that matches every short text", "^(?:[\\s\\S]|a){1,2000}$", "exponential"],
    ["two loops over the same characters", "^[a-z]{1,100}[a-z0-9]{1,100}$", "polynomial"],
    ["a search for a loop before the end", "\\d+$", "polynomial"],
    ["a lookahead with a loop inside a loop", "^(?=[a-z]*[a-z]*!)x$", "polynomial"],
    ["a lookahead that it cannot judge", "^a*(?!b)c$", "not proved"],
  ])("refuses %s: %s", async (_what, source, problem) => {
    expect(await superLinear(source, "")).toContain(problem);
  });

  test.each([
    "^[a-z]{1,2000}$",
    "^(?![aA]ws:)[a-z:]+$",
    "^([0-9]{1,3}\\.){3}[0-9]{1,3}$",
    "^(\\d{12})|(\\d{4}-){3}$",
  ])("accepts %s", async source => {
    expect(await superLinear(source, "")).toBeUndefined();
  });

  test("refuses every pattern of the models that has a linear replacement", async () => {
    for (const pattern of linearEquivalents.keys()) expect(await superLinear(pattern, "")).toBeDefined();
  });
});
