import type { Accounts } from "./accounts";
import { Addresses } from "./addresses";
import { idLike, type Piece, patternLike, piecesOf, splitAtArns } from "./identifiers";
import type { Treatment } from "./members";
import { plainForm } from "./members";
import { nameLike } from "./names";
import type { Segment } from "./segments";
import { enumValues, isArnField, isAwsText, isAwsWord } from "./words";

/** Replaces secrets. Every operation with a password accepts it. */
export const secretStandIn = "Replaced-Pa55word";

/** What becomes of texts that were not seen before. */
interface NewTexts {
  name(text: string): Segment;
  /** A name inside a longer text. */
  fragment(text: string): Segment;
  id(text: string): Segment;
  ip(text: string): Segment;
  secret(text: string): Segment;
}

/** Shorter names are replaced inside sentences only if they are in quotes. */
const shortestInside = 3;

/** An ARN, valid or not. */
const arnForm = /^arn:[\w-]*:[^\s:]*:[^\s:]*:[^\s:]*(?::\S*)?$/;

/** Instants and the relative dates of fixtures. */
const dateForm =
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$|^(?:in )?\d+ (?:millisecond|second|minute|hour|day|week)s?(?: ago)?$/;

/** Values of settings, such as switches and numbers. */
const setting =
  /^(?:true|false|null|enabled|disabled|none|minutes|hours|days|weeks|months|years|\*|\d{1,9}(?:\.\d+)?)$/i;

/**
 * Replaces names, ids, accounts, addresses and secrets consistently. Texts of inputs are replaced by others of the same
 * form. Texts that the service has generated become patterns, and references once a step has saved them.
 */
export class Anonymizer {
  readonly #accounts: Accounts;
  readonly #addresses = new Addresses();
  readonly #replaced = new Map<string, string>();
  readonly #fragments = new Map<string, string>();
  readonly #enumValues = enumValues();
  #known: RegExp | undefined;
  #names = 0;
  #ids = 0;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /** Whether the text has a replacement already. */
  knows(text: string): boolean {
    return this.#replaced.has(text);
  }

  /** Sets the replacement of a text, unless it has one. */
  learn(text: string, replacement: string): void {
    if (this.#replaced.has(text)) return;
    this.#replaced.set(text, replacement);
    this.#known = undefined;
  }

  account(accountId: string): string {
    return this.#accounts.replace(accountId);
  }

  /** Anonymizes a text of an input. */
  input(text: string, treatment: Treatment): string {
    // Only outputs have sentences of AWS.
    return this.#segments(text, treatment === "prose" ? "name" : treatment, this.#asReplacement)
      .map(each => (typeof each === "string" ? each : ""))
      .join("");
  }

  /** Anonymizes a text of an answer. */
  output(text: string, treatment: Treatment): readonly Segment[] {
    return this.#segments(text, treatment, asPattern);
  }

  readonly #asReplacement: NewTexts = {
    name: text => this.#keep(text, this.#fragments.get(text) ?? this.#nameLike(text)),
    fragment: text => {
      const made = this.#fragments.get(text) ?? this.#nameLike(text);
      this.#fragments.set(text, made);
      return made;
    },
    id: text => this.#keep(text, idLike(text, ++this.#ids)),
    ip: text => this.#keep(text, this.#addresses.replace(text)),
    secret: text => this.#keep(text, secretStandIn),
  };

  #keep(text: string, replacement: string): string {
    this.learn(text, replacement);
    return this.#replaced.get(text) ?? replacement;
  }

  /** A replacement that differs from the text and from all other replacements. */
  #nameLike(text: string): string {
    const taken = new Set(this.#replaced.values());
    for (let tries = 0; tries < 1_000; tries++) {
      const made = nameLike(text, this.#names++);
      if (made !== text && !taken.has(made) && !this.#replaced.has(made)) return made;
    }
    return nameLike(text, 0);
  }

  #segments(text: string, treatment: Treatment, newTexts: NewTexts): readonly Segment[] {
    const known = this.#replaced.get(text);
    if (known !== undefined) return [known];
    if (arnForm.test(text)) return this.#arn(text, newTexts);
    if (treatment === "secret") return text === "" ? [text] : [newTexts.secret(text)];
    if (treatment === "prose") return this.#prose(text, newTexts);
    if (this.#isVocabulary(text) || (treatment === "plain" && this.#isPlain(text))) return [text];
    if (treatment === "metadata" && setting.test(text)) return [text];
    return this.#name(text, newTexts);
  }

  #isVocabulary(text: string): boolean {
    return (
      this.#enumValues.has(text) || dateForm.test(text) || /^(?:true|false)$/i.test(text) || isAwsText(text)
    );
  }

  /** A plain value has no identifiers in it. */
  #isPlain(text: string): boolean {
    return plainForm.test(text) && piecesOf(text).every(({ kind }) => kind === undefined || kind === "uuid");
  }

  #name(text: string, newTexts: NewTexts): readonly Segment[] {
    const segments = this.#mixed(text, newTexts);
    if (segments.every(each => typeof each === "string")) this.learn(text, segments.join(""));
    // If a part is unknown, describe the text as a whole.
    const foreign = segments.some(each => typeof each !== "string" && each.pattern === anything);
    return foreign ? [newTexts.name(text)] : segments;
  }

  /** A name, or a text that consists of known texts, identifiers and names. */
  #mixed(text: string, newTexts: NewTexts): readonly Segment[] {
    const pieces = this.#pieces(text);
    if (pieces.length === 1 && pieces.every(isPlainText)) return [newTexts.name(text)];
    return pieces.flatMap(piece =>
      isPlainText(piece) && !this.#isVocabulary(piece.text)
        ? [newTexts.fragment(piece.text)]
        : this.#piece(piece, newTexts),
    );
  }

  #prose(text: string, newTexts: NewTexts): readonly Segment[] {
    return this.#pieces(text).flatMap(piece => this.#piece(piece, newTexts));
  }

  #piece({ text, kind, replacement }: KnownPiece, newTexts: NewTexts): readonly Segment[] {
    if (replacement !== undefined) return [replacement];
    switch (kind) {
      case "arn":
        return this.#arn(text, newTexts);
      case "uuid":
      case "id":
        return [newTexts.id(text)];
      case "account":
        return [this.account(text)];
      case "ip":
        return [newTexts.ip(text)];
      case "email":
      case "accessKey":
      case "organization":
      case "variant":
        return [newTexts.fragment(text)];
      case "host":
        return [isAwsText(text) ? text : newTexts.fragment(text)];
      case undefined:
        return [text.replaceAll("${", "#{")];
    }
  }

  /** Keeps partition, service, Region and the words for the type of the resource. */
  #arn(arn: string, newTexts: NewTexts): readonly Segment[] {
    const [prefix = "", partition = "", service = "", region = "", account = "", ...resource] =
      arn.split(":");
    if (account === "aws" && isArnField.service(service)) return [arn];
    const tokens = resource.join(":").split(/([:/])/);
    return [
      `${prefix}:`,
      isArnField.partition(partition) ? partition : newTexts.fragment(partition),
      ":",
      isArnField.service(service) ? service : newTexts.fragment(service),
      ":",
      isArnField.region(region) ? region : newTexts.fragment(region),
      ":",
      ...(/^\*?$/.test(account) ? [account] : this.#mixed(account, newTexts)),
      ...(arn.split(":").length > 5 ? [":"] : []),
      ...tokens.flatMap(token =>
        /^[:/*]?$/.test(token) || (isAwsWord(token) && tokens.length > 1)
          ? [token]
          : this.#mixed(token, newTexts),
      ),
    ];
  }

  /** Splits a text into ARNs, known texts, identifiers and the text between them. */
  #pieces(text: string): readonly KnownPiece[] {
    return splitAtArns(text).flatMap((part, index): readonly KnownPiece[] => {
      if (index % 2 === 0) return this.#piecesBetweenArns(part);
      const replacement = this.#replaced.get(part);
      return [{ text: part, kind: "arn", ...(replacement !== undefined && { replacement }) }];
    });
  }

  #piecesBetweenArns(text: string): readonly KnownPiece[] {
    const known = this.#knownTexts();
    if (!known) return piecesOf(text);
    return text.split(known).flatMap((part, index): readonly KnownPiece[] => {
      if (index % 2 === 0) return piecesOf(part);
      const replacement = this.#replaced.get(part);
      return [{ text: part, kind: "variant", ...(replacement !== undefined && { replacement }) }];
    });
  }

  /** Finds known texts inside others, ignoring case, longest first. Short ones are found in quotes only. */
  #knownTexts(): RegExp | undefined {
    if (this.#known || this.#replaced.size === 0) return this.#known;
    const texts = [...this.#replaced.keys()].sort((one, other) => other.length - one.length);
    const long = texts.filter(text => text.length >= shortestInside).map(escaped);
    const short = texts.filter(text => text.length < shortestInside).map(escaped);
    const anywhere = `(?<![A-Za-z0-9])(?:${long.join("|")})(?![A-Za-z0-9])`;
    const inQuotes = `(?<=['"])(?:${short.join("|")})(?=['"])`;
    const found = [...(long.length > 0 ? [anywhere] : []), ...(short.length > 0 ? [inQuotes] : [])];
    this.#known = new RegExp(`(${found.join("|")})`, "i");
    return this.#known;
  }
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

interface KnownPiece extends Omit<Piece, "kind"> {
  /** `variant`: a known text, possibly with other capitals. Only an exact match has a replacement. */
  readonly kind: Piece["kind"] | "variant";
  /** The replacement of a known text. */
  readonly replacement?: string;
}

const isPlainText = ({ kind }: KnownPiece): boolean => kind === undefined;

const anything = ".+";

const asPattern: NewTexts = {
  name: original => ({ original, pattern: anything }),
  fragment: original => ({ original, pattern: anything }),
  id: original => ({ original, pattern: patternLike(original) }),
  ip: original => ({ original, pattern: "\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?" }),
  secret: original => ({ original, pattern: anything }),
};
