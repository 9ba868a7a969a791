/** Which code of a service the handler of an operation can reach. */
import ts from "typescript";
import { type Service, type Sources, serviceOf } from "./program";

/**
 * A part of the sources that runs, or does not, as a whole: a top-level statement without the members of its object
 * literals, or one such member. Members are reached when code that is reached accesses a member of this name.
 */
interface Piece {
  /** The top-level statements that it refers to. */
  readonly statements: Set<ts.Node>;
  /** The names of the members that it accesses. */
  readonly names: Set<string>;
  /** The members of object literals in it. */
  readonly members: { readonly name: string; readonly piece: Piece }[];
}

const newPiece = (): Piece => ({ statements: new Set(), names: new Set(), members: [] });

export class Reach {
  readonly #sources: Sources;
  readonly #service: Service;
  readonly #pieces = new Map<ts.Node, Piece>();
  readonly #pieceOf = new Map<ts.Node, Piece>();

  constructor(sources: Sources, service: Service) {
    this.#sources = sources;
    this.#service = service;
    for (const file of sources.filesOf(service)) {
      for (const statement of file.statements) {
        const piece = newPiece();
        this.#pieces.set(statement, piece);
        this.#collect(statement, piece);
      }
    }
  }

  /** The operations that reach a node, by the piece that it is in. */
  operations(): (node: ts.Node) => readonly string[] {
    const users = new Map<Piece, string[]>();
    for (const [operation, start] of this.#handlers()) {
      for (const piece of this.#from(start)) users.set(piece, [...(users.get(piece) ?? []), operation]);
    }
    return node => {
      const piece = this.#pieceOf.get(node);
      return (piece && users.get(piece)) ?? [];
    };
  }

  #collect(node: ts.Node, piece: Piece): void {
    this.#pieceOf.set(node, piece);
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node) && this.#isOwn(node.name)) piece.names.add(node.name.text);
    if (ts.isBindingElement(node)) piece.names.add((node.propertyName ?? node.name).getText());
    if (ts.isIdentifier(node)) this.#refer(node, piece);
    ts.forEachChild(node, child => {
      const name = ts.isObjectLiteralExpression(node) ? memberName(child) : undefined;
      const inner = name === undefined ? piece : newPiece();
      if (name !== undefined) piece.members.push({ name, piece: inner });
      this.#collect(child, inner);
    });
  }

  /** Whether a member is declared by the service: `table.update` is none of its rules. */
  #isOwn(name: ts.MemberName): boolean {
    const declaration = this.#sources.declarationOf(name);
    return declaration !== undefined && serviceOf(declaration.getSourceFile().fileName) === this.#service;
  }

  #refer(node: ts.Identifier, piece: Piece): void {
    const declaration = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#sources.checker.getShorthandAssignmentValueSymbol(node.parent)?.declarations?.[0]
      : undefined;
    const found = resolved(this.#sources, declaration, node);
    if (found && serviceOf(found.getSourceFile().fileName) === this.#service) {
      piece.statements.add(topLevel(found));
    }
  }

  #from(start: ts.Node): ReadonlySet<Piece> {
    const first = this.#pieces.get(start);
    const reached = new Set<Piece>(first ? [first] : []);
    const names = new Set<string>();
    for (let before = -1; before !== reached.size + names.size; ) {
      before = reached.size + names.size;
      for (const { statements, names: accessed, members } of reached) {
        for (const name of accessed) names.add(name);
        for (const statement of statements) add(reached, this.#pieces.get(statement));
        for (const { name, piece } of members) if (names.has(name)) reached.add(piece);
      }
    }
    return reached;
  }

  /** The handlers of the service, from its table of operations. */
  #handlers(): readonly (readonly [operation: string, statement: ts.Node])[] {
    const table = this.#sources
      .filesOf(this.#service)
      .find(({ fileName }) => fileName.endsWith(`/${this.#service}/operations.ts`));
    const handlers: (readonly [string, ts.Node])[] = [];
    const see = (node: ts.Node): void => {
      const declaration = ts.isPropertyAssignment(node)
        ? this.#sources.declarationOf(node.initializer)
        : undefined;
      if (ts.isPropertyAssignment(node) && declaration) {
        handlers.push([node.name.getText(), topLevel(declaration)]);
      }
      ts.forEachChild(node, see);
    };
    if (table) see(table);
    return handlers;
  }
}

function add(reached: Set<Piece>, piece: Piece | undefined): void {
  if (piece) reached.add(piece);
}

/** What an identifier refers to, through imports. */
function resolved(
  sources: Sources,
  declaration: ts.Declaration | undefined,
  node: ts.Identifier,
): ts.Declaration | undefined {
  if (!declaration) return sources.declarationOf(node);
  const isImported = ts.isImportSpecifier(declaration);
  return isImported ? sources.declarationOf(declaration.name) : declaration;
}

/** The name of a member of an object literal that the mock's own code accesses: AWS's members are capitalised. */
function memberName(node: ts.Node): string | undefined {
  const isMember =
    ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isShorthandPropertyAssignment(node);
  const name = isMember && ts.isIdentifier(node.name) ? node.name.text : undefined;
  return name !== undefined && /^[a-z]/.test(name) ? name : undefined;
}

/** The top-level statement that a node is in. */
function topLevel(node: ts.Node): ts.Node {
  let at = node;
  while (at.parent && !ts.isSourceFile(at.parent)) at = at.parent;
  return at;
}
