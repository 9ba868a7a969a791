/** The addresses of an IPv4 range that a network interface can have: AWS keeps the first four and the last. */
interface Range {
  readonly first: number;
  readonly last: number;
}

const octet = 256;
const toText = (address: number): string =>
  [3, 2, 1, 0].map(place => Math.floor(address / octet ** place) % octet).join(".");

/** An IPv4 address as a number; undefined when it is none. */
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

/** Whether a network interface can have an address in a range such as `10.0.1.0/24`. */
export function isWithin(cidr: string, address: string): boolean {
  const { first, last } = rangeOf(cidr);
  const number = toNumber(address);
  return number !== undefined && number >= first && number <= last;
}

/** The first address of a range that is not taken. */
export function freeAddress(cidr: string, taken: ReadonlySet<string>): string | undefined {
  const { first, last } = rangeOf(cidr);
  for (let address = first; address <= last; address++) {
    const text = toText(address);
    if (!taken.has(text)) return text;
  }
  return undefined;
}

/** The range of 256 addresses around an address. */
export const rangeAround = (address: string): string => address.replace(/\d+$/, "0/24");

/** The four groups that the subnets of a VPC, which all have 64 bits of their own, are told apart by. */
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

/** The first address of an IPv6 range that is not taken. */
export function freeIpv6Address(cidr: string, taken: ReadonlySet<string>): string {
  const network = ipv6Network(cidr.replace(/\/\d+$/, ""));
  for (let host = 4; ; host++) {
    const address = `${network}::${host.toString(16)}`;
    if (!taken.has(address)) return address;
  }
}
