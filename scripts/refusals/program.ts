/** The TypeScript program of the sources, and how to find what an expression refers to. */
import { resolve } from "node:path";
import ts from "typescript";

const root = resolve(import.meta.dirname, "../..");
export const services = ["backup", "efs", "fsx"] as const;

export type Service = (typeof services)[number];

export class Sources {
  readonly checker: ts.TypeChecker;
  readonly #program: ts.Program;

  constructor() {
    const { config } = ts.readConfigFile(resolve(root, "tsconfig.json"), path => ts.sys.readFile(path));
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    this.#program = ts.createProgram([resolve(root, "src/integrations/index.ts")], options);
    this.checker = this.#program.getTypeChecker();
  }

  /** The files of a service. */
  filesOf(service: Service): readonly ts.SourceFile[] {
    return this.#program.getSourceFiles().filter(({ fileName }) => serviceOf(fileName) === service);
  }

  /** The declaration that an identifier or a property access refers to. */
  declarationOf(node: ts.Node): ts.Declaration | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    if (!symbol) return undefined;
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return (isAlias ? this.checker.getAliasedSymbol(symbol) : symbol).declarations?.[0];
  }
}

/** The service that a file belongs to. */
export const serviceOf = (fileName: string): Service | undefined =>
  services.find(service => fileName.includes(`/src/services/${service}/`));

/** Visits a node and everything in it. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, child => visit(child, see));
}

/** The function that a declaration declares, if it does. */
export function functionOf(declaration: ts.Declaration | undefined): ts.FunctionLikeDeclaration | undefined {
  if (!declaration) return undefined;
  if (ts.isFunctionLike(declaration) && "body" in declaration) return declaration;
  if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) return undefined;
  const { initializer } = declaration;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) ? initializer : undefined;
}
