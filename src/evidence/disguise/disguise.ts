import type { Accounts } from "./accounts";
import { Addresses } from "./addresses";
import { idLike, type Piece, patternLike, piecesOf, splitAtArns } from "./identifiers";
import type { Treatment } from "./members";
import { plainForm } from "./members";
import { nameLike } from "./names";
import type { Segment } from "./segments";
import { enumValues, isArnField, isAwsText, isAwsWord } from "./words";

/** What stands for a secret: accepted as a password by every operation that takes one. */
export const secretStandIn = "Replaced-Pa55word";

/** What to do with texts that were not seen before: make up others, or tell their form alone. */
interface Strangers {
  name(text: string): Segment;
  /** A name in the midst of other text. */
  fragment(text: string): Segment;
  id(text: string): Segment;
  ip(text: string): Segment;
  secret(text: string): Segment;
}

/** Shorter texts are replaced where they stand alone, not inside others. */
const shortestInside = 3;

/** An ARN, right or wrong. */
const arnForm = /^arn:[\w-]*:[^\s:]*:[^\s:]*:[^\s:]*(?::\S*)?$/;

/** Instants and the relative dates of fixtures. */
const dateForm =
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$|^(?:in )?\d+ (?:millisecond|second|minute|hour|day|week)s?(?: ago)?$/;

/** Settings that look like texts. */
const setting =
  /^(?:true|false|null|enabled|disabled|none|minutes|hours|days|weeks|months|years|\*|\d{1,9}(?:\.\d+)?)$/i;

/**
 * Replaces whatever may tell who made a recording: the same text by the same other text all through. What an input has is
 * replaced by made-up texts of the same form; what a service made up is told by its form, until a step has saved it.
 */
export class Disguise {
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

  /** Whether an earlier step has shown this text. */
  knows(text: string): boolean {
    return this.#replaced.has(text);
  }

  /** From now on this text is written as `replacement`. */
  learn(text: string, replacement: string): void {
    if (this.#replaced.has(text)) return;
    this.#replaced.set(text, replacement);
    this.#known = undefined;
  }

  account(accountId: string): string {
    return this.#accounts.replace(accountId);
  }

  /** A text that a user gave to a service, as it is written. */
  input(text: string, treatment: Treatment): string {
    // What a user writes is not a sentence of AWS's, wherever it stands.
    return this.#segments(text, treatment === "prose" ? "name" : treatment, this.#madeUp)
      .map(each => (typeof each === "string" ? each : ""))
      .join("");
  }

  /** A text of a service's answer. */
  output(text: string, treatment: Treatment): readonly Segment[] {
    return this.#segments(text, treatment, formAlone);
  }

  readonly #madeUp: Strangers = {
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

  /** Never a text that stands for itself, or that another one is replaced by. */
  #nameLike(text: string): string {
    const taken = new Set(this.#replaced.values());
    for (let tries = 0; tries < 1_000; tries++) {
      const made = nameLike(text, this.#names++);
      if (made !== text && !taken.has(made) && !this.#replaced.has(made)) return made;
    }
    return nameLike(text, 0);
  }

  #segments(text: string, treatment: Treatment, strangers: Strangers): readonly Segment[] {
    const known = this.#replaced.get(text);
    if (known !== undefined) return [known];
    if (arnForm.test(text)) return this.#arn(text, strangers);
    if (treatment === "secret") return text === "" ? [text] : [strangers.secret(text)];
    if (treatment === "prose") return this.#prose(text, strangers);
    if (this.#isVocabulary(text) || (treatment === "plain" && this.#isPlain(text))) return [text];
    if (treatment === "metadata" && setting.test(text)) return [text];
    return this.#name(text, strangers);
  }

  #isVocabulary(text: string): boolean {
    return (
      this.#enumValues.has(text) || dateForm.test(text) || /^(?:true|false)$/i.test(text) || isAwsText(text)
    );
  }

  /** Whatever is called a plain setting does not hold identifiers. */
  #isPlain(text: string): boolean {
    return plainForm.test(text) && piecesOf(text).every(({ kind }) => kind === undefined || kind === "uuid");
  }

  #name(text: string, strangers: Strangers): readonly Segment[] {
    const segments = this.#mixed(text, strangers);
    if (segments.every(each => typeof each === "string")) this.learn(text, segments.join(""));
    // A name of which some part is not known is better told as one.
    const foreign = segments.some(each => typeof each !== "string" && each.pattern === anything);
    return foreign ? [strangers.name(text)] : segments;
  }

  /** A name, or a text made of known texts, identifiers and names. */
  #mixed(text: string, strangers: Strangers): readonly Segment[] {
    const pieces = this.#pieces(text);
    if (pieces.length === 1 && pieces.every(isPlainText)) return [strangers.name(text)];
    return pieces.flatMap(piece =>
      isPlainText(piece) && !this.#isVocabulary(piece.text)
        ? [strangers.fragment(piece.text)]
        : this.#piece(piece, strangers),
    );
  }

  #prose(text: string, strangers: Strangers): readonly Segment[] {
    return this.#pieces(text).flatMap(piece => this.#piece(piece, strangers));
  }

  #piece({ text, kind, replacement }: KnownPiece, strangers: Strangers): readonly Segment[] {
    if (replacement !== undefined) return [replacement];
    switch (kind) {
      case "arn":
        return this.#arn(text, strangers);
      case "uuid":
      case "id":
        return [strangers.id(text)];
      case "account":
        return [this.account(text)];
      case "ip":
        return [strangers.ip(text)];
      case "email":
      case "accessKey":
      case "organization":
      case "variant":
        return [strangers.fragment(text)];
      case "host":
        return [isAwsText(text) ? text : strangers.fragment(text)];
      case undefined:
        return [text.replaceAll("${", "#{")];
    }
  }

  /** Partition, service and Region stay, and words of the resource that tell its type. */
  #arn(arn: string, strangers: Strangers): readonly Segment[] {
    const [prefix = "", partition = "", service = "", region = "", account = "", ...resource] =
      arn.split(":");
    if (account === "aws" && isArnField.service(service)) return [arn];
    const tokens = resource.join(":").split(/([:/])/);
    return [
      `${prefix}:`,
      isArnField.partition(partition) ? partition : strangers.fragment(partition),
      ":",
      isArnField.service(service) ? service : strangers.fragment(service),
      ":",
      isArnField.region(region) ? region : strangers.fragment(region),
      ":",
      ...(/^\*?$/.test(account) ? [account] : this.#mixed(account, strangers)),
      ...(arn.split(":").length > 5 ? [":"] : []),
      ...tokens.flatMap(token =>
        /^[:/*]?$/.test(token) || (isAwsWord(token) && tokens.length > 1)
          ? [token]
          : this.#mixed(token, strangers),
      ),
    ];
  }

  /** ARNs, what is known already, and between these identifiers and other text. */
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

  /** Finds every known text inside another, in letters of either case, the longest first; short ones in quotes only. */
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
  /** A `variant` is a known text, maybe with other capitals; it has a replacement only if it is the very text. */
  readonly kind: Piece["kind"] | "variant";
  /** What stands for a text that was seen before. */
  readonly replacement?: string;
}

const isPlainText = ({ kind }: KnownPiece): boolean => kind === undefined;

const anything = ".+";

const formAlone: Strangers = {
  name: original => ({ original, pattern: anything }),
  fragment: original => ({ original, pattern: anything }),
  id: original => ({ original, pattern: patternLike(original) }),
  ip: original => ({ original, pattern: "\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?" }),
  secret: original => ({ original, pattern: anything }),
};
