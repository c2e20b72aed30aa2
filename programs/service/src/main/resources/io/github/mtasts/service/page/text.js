// Elements of texts. Foreign text is inserted as text only, with invisible characters escaped.

/** Splits a text at each invisible character. */
export const INVISIBLE = /((?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}])/u;

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...children.flat());
  return made;
}

function escaped(character) {
  const short = {'\r': '\\r', '\n': '\\n', '\t': '\\t', '\0': '\\0'}[character];
  const code = character.codePointAt(0);
  const hex = code.toString(16).toUpperCase();
  return short ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex.padStart(4, '0')}}`);
}

/** A foreign text where only text can be: invisible characters are escapes. */
export function plain(text) {
  return String(text).split(INVISIBLE).map((part, i) => i % 2 ? escaped(part) : part).join('');
}

/** The nodes of a foreign text: invisible characters are shown as escapes. */
export function shown(text) {
  return String(text).split(INVISIBLE)
    .map((part, i) => i % 2 ? element('span', {class: 'escape'}, escaped(part)) : part)
    .filter(part => part !== '');
}

export function remote(text, name = 'span', attributes = {}) {
  return element(name, {class: 'remote', dir: 'ltr', ...attributes}, shown(text));
}

export function code(text) {
  return remote(text, 'code', {class: 'received'});
}

export function quiet(text) {
  return element('p', {class: 'quiet'}, text);
}

export function count(number, word, words = `${word}s`) {
  return `${number.toLocaleString('en')} ${number === 1 ? word : words}`;
}

export function time(instant) {
  return element('time', {datetime: instant}, instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC'));
}

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];

/** In the largest unit of which it is at least one, such as "7 days". */
export function duration(seconds) {
  const [word, size] = UNITS.find(unit => seconds >= unit[1]) ?? ['second', 1];
  return count(Math.floor(seconds / size), word);
}

/** Says what happened, also to those who hear the page. */
export function say(text) {
  document.getElementById('status').replaceChildren(...shown(text));
}

/** A button that copies a text, or selects what shows it where the clipboard is closed. */
export function copyButton(text, what, selectable, name = 'Copy') {
  const label = element('span', {}, name);
  const button = element('button', {type: 'button', class: 'copy'}, label,
    name === 'Copy' ? element('span', {class: 'unseen'}, ` ${what}`) : '');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = 'Copied';
      say(`Copied ${what}`);
    } catch {
      getSelection().selectAllChildren(selectable);
      label.textContent = 'Selected';
      say(`Selected ${what}; copy it with the keyboard`);
    }
    setTimeout(() => { label.textContent = name; }, 4000);
  });
  return button;
}

/** A text to copy: the text itself is copied; on the page invisible characters are escaped. */
export function copyable(text, what) {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const pre = element('pre', {class: 'received', dir: 'ltr', tabindex: '0', role: 'group', 'aria-label': what},
    lines.map((line, i) => [i ? '\n' : '', shown(line)]).flat(2));
  return element('div', {class: 'copyable'}, pre, copyButton(text, what, pre));
}
