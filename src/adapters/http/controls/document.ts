/** An answer that is not JSON. */
export class Document {
  /** The media type. */
  readonly type: string;
  readonly text: string;

  constructor(type: string, text: string) {
    this.type = type;
    this.text = text;
  }
}
