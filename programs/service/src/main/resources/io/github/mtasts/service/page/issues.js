// Adds a field to the page of issues that leaves those in sight of which the text has all words.

import {count, element} from '/text.js';

const index = document.getElementById('index');
const field = element('input', {id: 'search', type: 'search', autocomplete: 'off', spellcheck: 'false'});
const found = element('p', {role: 'status', class: 'quiet'});

/** Each entry with the elements that follow its heading, and what is searched in them. */
const entries = [...document.querySelectorAll('h3[id]')].map(heading => {
  const parts = [heading];
  for (let next = heading.nextElementSibling; next && !/^H[1-3]$/.test(next.tagName); next = next.nextElementSibling) parts.push(next);
  return {heading, parts, text: parts.map(part => part.textContent).join(' ').toLowerCase()};
});

function familiesBetween() {
  document.querySelectorAll('main h2').forEach(family => {
    let shown = false;
    for (let next = family.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) shown ||= !next.hidden;
    family.hidden = !shown;
  });
}

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word !== '');
  const hits = new Set();
  entries.forEach(({heading, parts, text}) => {
    const hit = words.every(word => text.includes(word));
    parts.forEach(part => { part.hidden = !hit; });
    if (hit) hits.add(heading.id);
  });
  index.querySelectorAll('a').forEach(link => { link.hidden = !hits.has(link.hash.slice(1)); });
  index.querySelectorAll('tbody tr').forEach(row => { row.hidden = !row.querySelector('a:not([hidden])'); });
  familiesBetween();
  found.textContent = words.length ? `${count(hits.size, 'issue')} found` : '';
}

field.addEventListener('input', search);
index.before(element('div', {id: 'search-field', role: 'search'}, element('label', {for: 'search'}, 'Search the issues'), field, found));
