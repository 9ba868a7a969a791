/** An address range as a number with its width: IPv4 has 32 bits, IPv6 128. */
interface Range {
  readonly base: bigint;
  readonly prefix: number;
  readonly width: 32 | 128;
}

function readV4(address: string): bigint | undefined {
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some(part => !(Number.isInteger(part) && part >= 0 && part < 256)))
    return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(address: string): bigint | undefined {
  const [left = "", right] = address.split("::");
  const groupsOf = (text: string): string[] => (text === "" ? [] : text.split(":"));
  const [before, after] = [groupsOf(left), groupsOf(right ?? "")];
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (groups.some(group => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function readRange(text: string): Range | undefined {
  const [address = "", length = ""] = text.split("/");
  const width = address.includes(":") ? 128 : 32;
  const base = width === 128 ? readV6(address) : readV4(address);
  const prefix = Number(length);
  if (base === undefined || length === "" || !(prefix >= 0 && prefix <= width)) return undefined;
  return { base, prefix, width };
}

function addressText(value: bigint, width: Range["width"]): string {
  const size = width === 32 ? 8n : 16n;
  const parts: string[] = [];
  for (let shift = BigInt(width) - size; shift >= 0n; shift -= size) {
    const part = (value >> shift) & ((1n << size) - 1n);
    parts.push(width === 32 ? part.toString() : part.toString(16));
  }
  return width === 32 ? parts.join(".") : parts.join(":").replace(/(^|:)0(:0)+$/, "::");
}

/** Ranges of `bits` host bits, one after the other, from the beginning of a range. Undefined if it cannot hold them. */
export function subRanges(text: string, count: number, bits: number): readonly string[] | undefined {
  const range = readRange(text);
  if (!range || !(count > 0 && count <= 256) || !(bits > 0 && bits <= range.width - range.prefix))
    return undefined;
  const size = 1n << BigInt(bits);
  if (BigInt(count) * size > 1n << BigInt(range.width - range.prefix)) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const address = addressText(range.base + BigInt(index) * size, range.width);
    return `${address}/${range.width - bits}`;
  });
}
