// Files made of what the page has received.

import {element} from '/text.js';

export function download(name, mediaType, text) {
  const url = URL.createObjectURL(new Blob([text], {type: mediaType}));
  element('a', {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function downloadButton(label, name, mediaType, text) {
  const button = element('button', {type: 'button', class: 'small'}, label);
  button.addEventListener('click', () => download(name(), mediaType, text()));
  return button;
}
