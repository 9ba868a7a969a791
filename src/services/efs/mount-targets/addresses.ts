/** The assignable addresses of an IPv4 range. AWS reserves the first four and the last one. */
interface Range {
  readonly first: number;
  readonly last: number;
}

const octet = 256;
const toText = (address: number): string =>
  [3, 2, 1, 0].map(position => Math.floor(address / octet ** position) % octet).join(".");

/** An IPv4 address as a number; undefined for any other text. */
function toNumber(text: string): number | undefined {
  const parts = text.split(".").map(Number);
  return parts.every(part => part < octet)
    ? parts.reduce((address, part) => address * octet + part, 0)
    : undefined;
}

function rangeOf(cidr: string): Range {
  const [base = "", bits = "32"] = cidr.split("/");
  const start = toNumber(base) ?? 0;
  return { first: start + 4, last: start + 2 ** (32 - Number(bits)) - 2 };
}

/** Whether an address is assignable in a range such as `10.0.1.0/24`. */
export function isWithin(cidr: string, address: string): boolean {
  const { first, last } = rangeOf(cidr);
  const number = toNumber(address);
  return number !== undefined && number >= first && number <= last;
}

/** The first free address of a range. */
export function freeAddress(cidr: string, taken: ReadonlySet<string>): string | undefined {
  const { first, last } = rangeOf(cidr);
  for (let address = first; address <= last; address++) {
    const text = toText(address);
    if (!taken.has(text)) return text;
  }
  return undefined;
}

/** The /24 range that contains an address. */
export const rangeAround = (address: string): string => address.replace(/\d+$/, "0/24");

/** The first four groups of an address, which identify a /64 subnet. */
function ipv6Network(address: string): string {
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const left = head.split(":").filter(group => group !== "");
  const right = tail.split(":").filter(group => group !== "");
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** Whether an address is in an IPv6 range such as `2600:1f18:0:1::/64`. */
export const isWithinIpv6 = (cidr: string, address: string): boolean =>
  ipv6Network(cidr.replace(/\/\d+$/, "")) === ipv6Network(address);

/** The first free address of an IPv6 range. */
export function freeIpv6Address(cidr: string, taken: ReadonlySet<string>): string {
  const network = ipv6Network(cidr.replace(/\/\d+$/, ""));
  for (let host = 4; ; host++) {
    const address = `${network}::${host.toString(16)}`;
    if (!taken.has(address)) return address;
  }
}
