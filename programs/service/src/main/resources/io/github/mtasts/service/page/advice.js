// What to do, step by step.

import {copyable, copyButton, element, remote} from '/text.js';

const placeOf = where => where.startsWith('https:') ? where : `${where} TXT`;

function asText({message, where, publish}, i) {
  return [`${i + 1}. ${message}`, ...publish === null ? [] : [placeOf(where), ...publish.trimEnd().split(/\r?\n/)].map(line => `   ${line}`)].join('\n');
}

function step({code, message, where, publish}, checkAgain) {
  const again = element('button', {type: 'button', class: 'small'}, 'Check again');
  again.addEventListener('click', checkAgain);
  return element('li', {}, remote(message, 'p'), code === 'CHECK_AGAIN' ? again : '',
    publish === null ? '' : [remote(placeOf(where), 'p', {class: 'place remote'}), copyable(publish, `the text for ${where}`)]);
}

export function adviceElement(recommendations, checkAgain) {
  if (!recommendations.length) return '';
  const list = element('ol', {class: 'steps'}, recommendations.map(each => step(each, checkAgain)));
  return element('section', {id: 'advice'}, element('h3', {}, 'What to do, in this order'), list,
    recommendations.length > 1 ? element('p', {}, copyButton(recommendations.map(asText).join('\n\n'), 'all steps', list, 'Copy all steps')) : '');
}
