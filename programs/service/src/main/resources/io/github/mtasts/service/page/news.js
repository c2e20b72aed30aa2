// Shows what changed since the report before.

import {changesBetween} from '/changes.js';
import {folded} from '/fold.js';
import {code, element, quiet, remote, time} from '/text.js';

const MOST = 20;

function issue(word, {code: name, message, severity}) {
  return element('li', {}, element('strong', {class: severity.toLowerCase()}, `${word}: `), remote(message), ' ', element('span', {class: 'source'}, name));
}

function lines(name, word, texts) {
  return texts.map(text => element('li', {}, element('strong', {}, `${name}, ${word}: `), code(text)));
}

/** The section that tells two reports of one domain apart. */
export function newsElement(before, now) {
  const {verdicts, appeared, gone, texts} = changesBetween(before, now);
  const items = [
    ...verdicts ? [element('li', {}, element('strong', {}, 'Verdict: '), `${verdicts[0]} before, ${verdicts[1]} now`)] : [],
    ...appeared.map(each => issue('New', each)),
    ...gone.map(each => issue('Gone', each)),
    ...texts.flatMap(text => [...lines(text.name, 'now', text.appeared), ...lines(text.name, 'before', text.gone)]),
  ];
  const since = before.checked_at ? ['Compared with the check of ', time(before.checked_at), '.'] : '';
  return element('section', {id: 'news'}, element('h3', {}, items.length ? 'What changed' : 'Nothing changed'), quiet(since),
    items.length ? element('ul', {class: 'news'}, folded(items, MOST, 'change', 'li')) : '');
}
