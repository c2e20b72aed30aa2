// A text as received, with its issues in their places.

import {unfold} from '/fold.js';
import {count, element, remote, shown} from '/text.js';

const SEVERITIES = ['INFO', 'WARNING', 'ERROR'];
const MOST_LINES = 100;
const MOST_CHARACTERS = 1200;

function rank(issue) {
  return SEVERITIES.indexOf(issue.severity);
}

function octets(character) {
  const code = character.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The line cut where a place begins or ends. Places count octets; a text that is not UTF-8 has one octet a character. */
function pieces(line, issues, oneOctet) {
  const found = [];
  const add = (text, marks) => {
    const worst = Math.max(-1, ...marks.map(rank));
    if (found.at(-1)?.worst === worst) found.at(-1).text += text;
    else found.push({text, worst});
  };
  let column = 1;
  for (const character of line) {
    const next = column + (oneOctet ? 1 : octets(character));
    const begin = column;
    add(character, issues.filter(issue => issue.column < next && begin < issue.column + issue.length));
    column = next;
  }
  const behind = issues.filter(issue => issue.column >= column);
  if (behind.length) add('\n', behind);
  return found;
}

function piece({text, worst}) {
  const characters = Array.from(text);
  const left = characters.length - MOST_CHARACTERS;
  const nodes = left <= 0 ? shown(text) : [
    shown(characters.slice(0, MOST_CHARACTERS / 2).join('')),
    unfold(`${count(left, 'character')} not shown`, () => shown(characters.slice(MOST_CHARACTERS / 2, -MOST_CHARACTERS / 2).join(''))),
    shown(characters.slice(-MOST_CHARACTERS / 2).join('')),
  ].flat();
  return worst < 0 ? nodes : element('mark', {class: SEVERITIES[worst].toLowerCase()}, nodes);
}

/** A text as received, each line with its number, and what was found in it below. */
export function listing(text, issues, oneOctet) {
  const lines = text.split('\n').map((line, i, all) => i < all.length - 1 ? line.replace(/\r$/, '') : line);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const lineOf = issue => Math.min(issue.line, lines.length);
  const near = new Set(issues.flatMap(issue => [-2, -1, 0, 1, 2].map(by => lineOf(issue) + by)));
  const item = (line, i) => {
    const here = issues.filter(issue => lineOf(issue) === i + 1);
    return element('li', {value: i + 1},
      element('code', {class: 'received', dir: 'ltr'}, pieces(line, here, oneOctet).map(piece).flat()), here.map(issueBox));
  };
  const leftOut = (from, to) => from === to ? [] : [unfold(`${count(to - from, 'line')} not shown`,
    () => lines.slice(from, to).map((line, i) => item(line, from + i)), button => element('li', {class: 'left-out'}, button))];
  const items = [];
  let end = 0;
  lines.forEach((line, i) => {
    if (i >= MOST_LINES && !near.has(i + 1)) return;
    items.push(...leftOut(end, i), item(line, i));
    end = i + 1;
  });
  return element('ol', {class: 'listing'}, items, leftOut(end, lines.length));
}

/** Such as "RFC 8461 §3.1", as a link to that section. */
export function rfcLink(rfc) {
  const [, number, section] = /^RFC (\d+) §(\d[\d.]*)$/.exec(rfc) ?? [];
  return number ? element('a', {href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`, class: 'rfc'}, rfc) : rfc;
}

export function issueBox(issue) {
  const severity = issue.severity.toLowerCase();
  const place = issue.line === null ? '' : ` · line ${issue.line}, column ${issue.column}`;
  return element('div', {class: `issue ${severity}`, id: `issue-${issue.number}`},
    element('p', {}, element('strong', {class: 'severity'}, severity), ' ', remote(issue.message)),
    element('p', {class: 'remedy'}, remote(issue.remedy)),
    element('p', {class: 'source'}, element('a', {href: `/docs/issues#${encodeURIComponent(issue.code)}`}, issue.code),
      issue.rfc ? [' · ', rfcLink(issue.rfc)] : '', place));
}
