import { compilePattern } from "../../src/model/patterns";
import { allShapes } from "../support/model-walk";
import { sampleOf } from "../support/pattern-samples";

const patterned = [...allShapes()].flatMap(shape =>
  "pattern" in shape && shape.pattern !== undefined ? [{ ...shape, pattern: shape.pattern }] : [],
);

describe("patterns of the models", () => {
  test("every pattern is understood, and a sample matches it within its shape's length", () => {
    for (const { name, pattern, min = 0, max = Number.POSITIVE_INFINITY } of patterned) {
      const sample = sampleOf(pattern);
      expect({ name, pattern, sample }).toEqual({ name, pattern, sample: expect.any(String) });
      expect({ name, matches: compilePattern(pattern).test(sample ?? "") }).toEqual({ name, matches: true });
      expect({
        name,
        fits: sample !== undefined && sample.length <= max && sample.length + 20 >= min,
      }).toEqual({
        name,
        fits: true,
      });
    }
    expect(patterned.length).toBeGreaterThan(80);
  });

  test("a pattern that is not anchored matches anywhere", () => {
    expect(compilePattern("\\S").test("  described  ")).toBe(true);
    expect(compilePattern("\\S").test("   ")).toBe(false);
  });

  test("letters of any script are letters, and an inline (?i) ignores case", () => {
    expect(compilePattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$").test("Übergröße 値")).toBe(true);
    expect(compilePattern("^(?i)(true|false)$").test("False")).toBe(true);
  });

  test("a pattern without a maximum length cannot run away on a long text", () => {
    const long = `${"0".repeat(50_000)}\n`;
    const unbounded = patterned.filter(({ max }) => max === undefined);
    const begin = performance.now();
    for (const { pattern } of unbounded) compilePattern(pattern).test(long);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
