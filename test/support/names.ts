// A host name that resolves to 127.0.0.1 until a test loses it.
import dns from 'node:dns';

type Lookup = typeof dns.lookup;

/** Substitutes for the resolver of this process, until `restore`. */
export function loseName(name: string) {
  const { lookup } = dns;
  let isLost = false;
  const substitute = (host: string, ...args: unknown[]) => {
    const call = lookup as unknown as (host: string, ...args: unknown[]) => void;
    if (host !== name) {
      call(host, ...args);
      return;
    }
    // .invalid never resolves (RFC 6761).
    call(isLost ? 'lost.invalid' : '127.0.0.1', ...args);
  };
  dns.lookup = substitute as Lookup;
  return {
    lose: () => {
      isLost = true;
    },
    find: () => {
      isLost = false;
    },
    restore: () => {
      dns.lookup = lookup;
    },
  };
}
