import { nearest, suggestion, typingErrors } from "../../src/model/nearest";

test.each([
  ["vaults", "vaults", 0],
  ["vaults", "VAULTS", 0],
  ["vault", "vaults", 1],
  ["vaultss", "vaults", 1],
  ["vualts", "vaults", 1],
  ["vaukts", "vaults", 1],
  ["", "now", 3],
  ["now", "", 3],
  ["regoin", "region", 1],
  ["kitten", "sitting", 3],
  ["ca", "abc", 3],
])("between %j and %j: %i", (a, b, errors) => {
  expect(typingErrors(a, b)).toBe(errors);
  expect(typingErrors(b, a)).toBe(errors);
});

describe("the nearest of the known names", () => {
  const known = ["vaults", "plans", "recoveryPoints", "backupJobs", "copyJobs"];

  test.each([
    ["vault", "vaults"],
    ["Plans", "plans"],
    ["recoverypoint", "recoveryPoints"],
    ["copyjbos", "copyJobs"],
  ])("%j is %j", (name, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });

  test.each(["ec2", "jobs", "", "recovery", "backupPlans"])("%j has none", name => {
    expect(nearest(name, known)).toBeUndefined();
  });

  test("is the one with the fewest errors, and of two the first", () => {
    expect(nearest("abcdef", ["abcxyf", "abcdxf"])).toBe("abcdxf");
    expect(nearest("abcdef", ["abcdeX", "abcdXf"])).toBe("abcdeX");
  });

  test("of a very long name is found at once", () => {
    expect(nearest("v".repeat(10_000_000), known)).toBeUndefined();
  });
});

test("a message ends with the nearest name, or with all names where none is near", () => {
  expect(suggestion("vualts", ["vaults", "plans"])).toBe('did you mean "vaults"?');
  expect(suggestion("ec2", ["vaults", "plans"])).toBe("choose one of vaults, plans");
});
