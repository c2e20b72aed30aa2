// Reads lists of domains as people have them: lines, commas, mail addresses, URLs.

import {domainOf} from '/typed.js';

const MOST_OCTETS = 253;
const DOMAIN = /^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)*\.(?!\d+$)[\p{L}\p{M}\p{N}-]+$/u;

/** What a line names: the address in angle brackets of each part that has one, otherwise each word. */
function entries(line) {
  if (line.trim().startsWith('#')) return [];
  return line.split(/[,;\t]/).flatMap(part => /<[^<>]*>/.test(part) ? [part] : part.split(/\s+/))
    .map(part => part.trim()).filter(part => part !== '');
}

function isDomain(name) {
  return name.length <= MOST_OCTETS && DOMAIN.test(name);
}

/** The domains in their order, each once, and what was left out. */
export function domainsIn(text) {
  const domains = new Set();
  const repeated = [];
  const others = [];
  for (const entry of text.split(/\r\n?|\n/).flatMap(entries)) {
    const name = domainOf(entry).toLowerCase();
    if (!isDomain(name)) others.push(entry);
    else if (domains.has(name)) repeated.push(name);
    else domains.add(name);
  }
  return {domains: [...domains], repeated, others};
}
