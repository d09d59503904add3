import { BlockList, isIP } from 'node:net';

type Network = readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'];

/** IPv4 networks that are of this machine, of a house, or of nobody (RFC 6890). */
const NOT_PUBLIC_V4: readonly Network[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
];
/** Of IPv6 nothing but this is public, and of this not what wraps up an IPv4 address or is an example. */
const PUBLIC_V6: Network = ['2000::', 3, 'ipv6'];
const NOT_PUBLIC_V6: readonly Network[] = [
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

/** The networks that a setting calls by name. */
const NAMED: Readonly<Record<string, readonly Network[]>> = {
  loopback: [
    ['127.0.0.0', 8, 'ipv4'],
    ['::1', 128, 'ipv6'],
  ],
  linklocal: [
    ['169.254.0.0', 16, 'ipv4'],
    ['fe80::', 10, 'ipv6'],
  ],
  uniquelocal: [
    ['10.0.0.0', 8, 'ipv4'],
    ['172.16.0.0', 12, 'ipv4'],
    ['192.168.0.0', 16, 'ipv4'],
    ['fc00::', 7, 'ipv6'],
  ],
};

function listOf(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const network of networks) list.addSubnet(...network);
  return list;
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `10.1.0.0/16`, `10.1.0.7` or a name. */
function networksOf(text: string): readonly Network[] {
  const [address = '', prefix] = text.split('/');
  const family = familyOf(address);
  return NAMED[text] ?? [[address, Number(prefix ?? (family === 'ipv4' ? 32 : 128)), family]];
}

const notPublic = listOf([...NOT_PUBLIC_V4, ...NOT_PUBLIC_V6]);
const publicV6 = listOf([PUBLIC_V6]);

/** Whether an address belongs to the open network. */
export function isPublicAddress(address: string): boolean {
  const family = familyOf(address);
  return isIP(address) !== 0 && !notPublic.check(address, family) && (family === 'ipv4' || publicV6.check(address, family));
}

/** Addresses that the operator has named. */
export class AllowedAddresses {
  readonly #list: BlockList;

  /** @param networks addresses, networks like `10.1.0.0/16`, or `loopback`, `linklocal`, `uniquelocal` */
  constructor(networks: readonly string[]) {
    this.#list = listOf(networks.flatMap(networksOf));
  }

  has(address: string): boolean {
    return isIP(address) !== 0 && this.#list.check(address, familyOf(address));
  }
}
