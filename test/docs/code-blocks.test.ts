import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = ["README.md", ...readdirSync(join(root, "docs")).map(name => `docs/${name}`)].filter(name =>
  name.endsWith(".md"),
);

interface Block {
  readonly page: string;
  /** The file that the page says the block is from, which a test runs. */
  readonly source: string | undefined;
  readonly code: string;
}

const blocksOf = (page: string): Block[] =>
  [...read(page).matchAll(/(?:<!-- (.+) -->\n)?```(ts|js|json|toml)\n([\s\S]*?)```/g)]
    .map(([, source, language = "", code = ""]) => ({ page, source, language, code }))
    // Data may stand alone, such as an example of a format.
    .filter(({ source, language }) => source !== undefined || /^[tj]s$/.test(language))
    .filter(({ source }) => source !== "not run: needs Docker");

/** Lines without their indentation, so that a block may stand deeper in the file it is from. */
const lines = (text: string): string =>
  text
    .split("\n")
    .map(line => line.trim())
    .join("\n")
    .trim();

const blocks = pages.flatMap(blocksOf);

test("the pages have code to check", () => {
  expect(blocks.length).toBeGreaterThan(2);
});

test.each(blocks.map(block => [`${block.page}: ${block.code.split("\n")[0]}`, block] as const))(
  "%s … stands in a file that is run",
  (_, { source, code }) => {
    expect(source).toMatch(/^(examples|test)\/.+\.(ts|js|json|toml)$/);
    const run = lines(read(source ?? ""));
    // A page may leave out paragraphs and imports that only the test needs.
    for (const paragraph of code.split(/\n{2,}|\n(?=import )/)) expect(run).toContain(lines(paragraph));
  },
);
