/**
 * Builds the page of the endpoint from `page/` into `src/adapters/http/page/page-file.ts`: one document with its script
 * and style. Run by `npm run page`; a test checks that the file is up to date.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";

const folder = fileURLToPath(new URL("../page/", import.meta.url));
const target = new URL("../src/adapters/http/page/page-file.ts", import.meta.url);

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The source text of the module that holds the page. */
export function pageModule(): string {
  const { outputFiles } = buildSync({
    entryPoints: [`${folder}main.tsx`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
  });
  const script = (outputFiles[0]?.text ?? "").trim();
  const style = transformSync(readFileSync(`${folder}style.css`, "utf8"), {
    loader: "css",
    minify: true,
  }).code.trim();
  const html = readFileSync(`${folder}page.html`, "utf8")
    .replace("/* style */", () => style)
    .replace("/* script */", () => script);
  return [
    "// Built by `npm run page` from page/; do not edit.",
    "",
    "/** The page as one HTML document. */",
    `export const html =\n  ${JSON.stringify(html)};`,
    "",
    "/** The hashes of its script and its style, for its content security policy. */",
    `export const scriptHash = ${JSON.stringify(hashOf(script))};`,
    `export const styleHash = ${JSON.stringify(hashOf(style))};`,
    "",
  ].join("\n");
}

if (process.argv[1]?.endsWith("build-page.ts")) writeFileSync(target, pageModule());
