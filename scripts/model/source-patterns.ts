import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** A regular expression and where it comes from. */
export interface SourcePattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** The regular expression literals in the TypeScript files of a directory. */
export function sourcePatterns(directory: string): readonly SourcePattern[] {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return files.filter(name => name.endsWith(".ts")).flatMap(name => literalsOf(join(directory, name)));
}

function literalsOf(path: string): readonly SourcePattern[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found: SourcePattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        where: `${relative(process.cwd(), path)}:${line + 1}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
