// Reads what people type or paste where a domain is asked for.

const POLICY_PATH = '/.well-known/mta-sts.txt';

/** The domain that is meant: the host of a URL, the domain of a mail address, the domain whose policy or record this is. */
export function domainOf(typed) {
  const bare = (/<([^<>]*)>/.exec(typed)?.[1] ?? typed)
    .trim().replace(/^["'(]+|["'),;]+$/g, '').replace(/^(mailto:|[a-z][a-z0-9+.-]*:\/\/)/i, '');
  const authority = bare.split(/[/?#]/, 1)[0];
  const host = authority.slice(authority.lastIndexOf('@') + 1)
    .replace(/^([^:]*):\d*$/, '$1').trim().replace(/\.+$/, '');
  const isPolicy = bare.slice(authority.length).startsWith(POLICY_PATH);
  return host.replace(isPolicy ? /^mta-sts\./i : /^(_mta-sts|_smtp\._tls)\./i, '');
}
