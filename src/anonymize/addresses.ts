/**
 * Replaces IP addresses. The first two bytes are replaced together, so addresses of one network stay in one network.
 * Private addresses stay private, since services check that.
 */
export class Addresses {
  readonly #networks = new Map<string, string>();

  /** The replacement of an address. A mask is kept. */
  replace(address: string): string {
    const [first = "", second = "", ...rest] = address.split(".");
    if (first === "127" || first === "0" || (first === "198" && second === "19")) return address;
    const network = `${first}.${second}`;
    const known = this.#networks.get(network);
    const replaced = known ?? this.#networkLike(first, second);
    this.#networks.set(network, replaced);
    return [replaced, ...rest].join(".");
  }

  #networkLike(first: string, second: string): string {
    const number = this.#networks.size;
    if (first === "10") return `10.${number % 256}`;
    if (first === "172" && Number(second) >= 16 && Number(second) <= 31) return `172.${16 + (number % 16)}`;
    if (first === "192" && second === "168") return "192.168";
    return `198.${51 + number}`;
  }
}
