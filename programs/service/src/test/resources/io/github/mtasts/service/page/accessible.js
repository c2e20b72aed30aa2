// What is wrong with the document as it is shown: names, headings, landmarks, identifiers, contrast (WCAG 2.2 AA).
const problems = [];
const visible = node => node.checkVisibility() && !node.closest('.unseen, .skip');
const say = (node, what) => problems.push(`${what}: <${node.localName} id="${node.id}" class="${node.className}"> ${node.textContent.slice(0, 40)}`);

for (const control of document.querySelectorAll('input, button, a[href], summary')) {
  const name = control.getAttribute('aria-label') || control.labels?.[0]?.textContent || control.textContent;
  if (!name.trim()) say(control, 'no name');
}
let level = 0;
for (const heading of [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(visible)) {
  const next = Number(heading.localName[1]);
  if (next > level + 1) say(heading, `after h${level}`);
  level = next;
}
if (document.querySelectorAll('h1').length !== 1) say(document.body, 'not one h1');
if (document.querySelectorAll('main').length !== 1) say(document.body, 'not one main');
for (const landmark of ['header', 'nav', 'footer']) {
  if (!document.querySelector(landmark)) say(document.body, `no ${landmark}`);
}
if (document.documentElement.lang !== 'en') say(document.documentElement, 'no language');
const ids = [...document.querySelectorAll('[id]')].map(node => node.id);
if (new Set(ids).size !== ids.length) problems.push('an id is there twice');
for (const node of document.querySelectorAll('[aria-describedby]')) {
  const described = node.getAttribute('aria-describedby').split(' ').every(id => document.getElementById(id));
  if (!described) say(node, 'described by nothing');
}

const channels = colour => colour.match(/[\d.]+/g).map(Number);
const linear = value => value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const backgroundOf = node => {
  for (let at = node; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || !visible(node)) continue;
  const ratio = contrast(channels(getComputedStyle(node).color), backgroundOf(node));
  if (ratio < 4.5) say(node, `contrast ${ratio.toFixed(2)}`);
}
return problems;
