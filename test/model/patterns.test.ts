import { compilePattern, linearEquivalents } from "../../src/model/patterns";
import { allShapes } from "../support/model-walk";
import { sampleOf } from "../support/pattern-samples";
import { cpuTime } from "./cpu-time";

const patterned = [...allShapes()].flatMap(shape =>
  "pattern" in shape && shape.pattern !== undefined ? [{ ...shape, pattern: shape.pattern }] : [],
);

describe("patterns of the models", () => {
  test("every pattern compiles, and its sample matches within the length of its shape", () => {
    for (const { name, pattern, min = 0, max = Number.POSITIVE_INFINITY } of patterned) {
      const sample = sampleOf(pattern);
      expect({ name, pattern, sample }).toEqual({ name, pattern, sample: expect.any(String) });
      expect({ name, matches: compilePattern(pattern).test(sample ?? "") }).toEqual({ name, matches: true });
      const fits = sample !== undefined && sample.length <= max && sample.length + 20 >= min;
      expect({ name, fits }).toEqual({ name, fits: true });
    }
    expect(patterned.length).toBeGreaterThan(80);
  });

  test("a pattern without anchors matches anywhere", () => {
    expect(compilePattern("\\S").test("  described  ")).toBe(true);
    expect(compilePattern("\\S").test("   ")).toBe(false);
  });

  test("\\p{L} matches letters of any script, and an inline (?i) ignores case", () => {
    expect(compilePattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$").test("Übergröße 値")).toBe(true);
    expect(compilePattern("^(?i)(true|false)$").test("False")).toBe(true);
  });
});

describe("the time that a pattern takes", () => {
  /** Texts that make a backtracking pattern run away: a repeated piece of a match, and then something that fails. */
  function adversarialTexts(sample: string, length: number): string[] {
    const pieces = new Set<string>([...sample, "a", "0", ":", "-", ".", "/", " ", "a:", "a-", "0:", "1."]);
    for (let start = 0; start < sample.length; start += 3) pieces.add(sample.slice(start, start + 3));
    return [...pieces].flatMap(piece => {
      const long = piece.repeat(Math.ceil(length / piece.length));
      return [long, `${long}\n`, `${sample}${long}\n`, `${sample.slice(0, -1)}${long}!`];
    });
  }

  test("is short for every pattern, at the longest text that its shape allows and beyond", () => {
    for (const { name, pattern, max = 20_000 } of patterned) {
      const matcher = compilePattern(pattern);
      const texts = adversarialTexts(sampleOf(pattern) ?? "", Math.max(max, 2_000));
      const slow = cpuTime(() => texts.forEach(text => void matcher.test(text))) > 1_000;
      expect({ name, slow }).toEqual({ name, slow: false });
    }
  });

  test("grows no faster than the text, for an ARN of FSx with many colons", () => {
    const pattern = patterned.find(({ name }) => name === "ResourceARN")?.pattern ?? "";
    const matcher = compilePattern(pattern);
    for (const field of [":", "a:", "a-:", "A:", "1.1.1.1:"]) {
      const match = () => {
        matcher.test(`arn:A:fsx:a:123456789012:${field.repeat(100_000)}\n`);
        matcher.test(`arn:a:fsx:A-:123456789012:${field.repeat(100_000)}/`);
      };
      expect(cpuTime(match)).toBeLessThan(1_000);
    }
  });
});

describe("a pattern that is replaced by a linear one", () => {
  test("is one of the models", () => {
    const patterns = patterned.map(({ pattern }) => pattern);
    for (const pattern of linearEquivalents.keys()) expect(patterns).toContain(pattern);
  });

  function original(pattern: string): RegExp {
    try {
      return new RegExp(pattern, "u");
    } catch {
      return new RegExp(pattern);
    }
  }

  /** All sequences of `length` of these parts. */
  function sequences(parts: readonly string[], length: number): string[] {
    if (length === 0) return [""];
    return sequences(parts, length - 1).flatMap(text => parts.map(part => text + part));
  }

  /** Every text of up to `length` of these parts, after a prefix. */
  function texts(parts: readonly string[], length: number, prefix = ""): string[] {
    const lengths = Array.from({ length: length + 1 }, (_, count) => count);
    return lengths.flatMap(count => sequences(parts, count)).map(text => prefix + text);
  }

  function expectSame(pattern: string, tried: readonly string[]): void {
    const expected = original(pattern);
    const matcher = compilePattern(pattern);
    const different = tried.filter(text => matcher.test(text) !== expected.test(text));
    expect(different).toEqual([]);
    const matching = tried.filter(text => expected.test(text)).length;
    expect(matching).toBeGreaterThan(100);
    expect(tried.length - matching).toBeGreaterThan(100);
  }

  test("accepts the same versions of a file system", () => {
    expectSame("^[0-9](.[0-9]*)*$", texts(["0", "7", ".", "a", "\n", "\u2028", "𠀀"], 6));
  });

  test("accepts the same paths on EFS", () => {
    const pattern = "^(\\/|(\\/(?!\\.)+[^$#<>;`|&?{}^*/\\n]+){1,4})$";
    expectSame(pattern, texts(["/", ".", "a", "$", "\n", "𠀀", "\ud840"], 6));
    expectSame(pattern, texts(["/a", "/.", "/", "a."], 6));
  });

  test("accepts the same ARNs of FSx", () => {
    const pattern = [...linearEquivalents.keys()].find(key => key.startsWith("^arn:")) ?? "";
    const tried: string[] = [];
    for (const partition of ["aws", "aws-", "AWS", ""]) {
      for (const service of ["fsx", "efs"]) {
        for (const region of ["us-east-1", "US", "a-", "a--b", "1.2.3.4", ""]) {
          for (const account of ["123456789012", "12345678901"]) {
            const prefix = `arn:${partition}:${service}:${region}:${account}`;
            tried.push(prefix);
            const fields = [":", ":a", ":a-", ":A", ":/a", ":-", ":1.2.3.4", ":a.-b", ":a\n"];
            tried.push(...texts(fields, 3, prefix));
          }
        }
      }
    }
    expectSame(pattern, tried);
    expectSame(pattern, texts([":", ":a", ":A", ":a-", ":/"], 6, "arn:aws:fsx:US-:123456789012"));
    expectSame(pattern, texts([":", "a", "-", ".", "/"], 6, "arn:aws:fsx:us-east-1:123456789012"));
  });
});
