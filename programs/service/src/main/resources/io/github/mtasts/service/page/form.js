// What forms have in common: fields with errors, the field for the key, problems.

import {hasKey, keepKey, problemInWords} from '/client.js';
import {element, remote, shown} from '/text.js';

const at = id => document.getElementById(id);

/** Shows an error at a field, and goes there; no text clears it. */
export function fieldError(input, text) {
  const place = at(`${input.id}-error`);
  place.replaceChildren(...shown(text));
  place.hidden = !text;
  input.setAttribute('aria-invalid', Boolean(text));
  if (text) input.focus();
}

/** Keeps the key that was typed; false, with an error at the field, if it cannot be one. */
export function takeTypedKey() {
  const key = at('key');
  const given = key.value.trim();
  fieldError(key, '');
  if (given && !/^[\x21-\x7E]+$/.test(given)) {
    fieldError(key, 'A key consists of printable ASCII characters only.');
    return false;
  }
  if (given) keepKey(given);
  key.value = '';
  return true;
}

export function trouble(title, detail) {
  at('problem').replaceChildren(element('p', {}, element('strong', {}, title)), remote(detail, 'p'));
}

export function noTrouble() {
  at('problem').replaceChildren();
}

/** Hides the field for the key once a request was answered with it. */
export function admitted() {
  at('key-field').hidden = true;
}

/** Why there is no answer, where it can be corrected: a bad request is the error of a field. */
export function refused(answer, field) {
  if (!answer) {
    trouble('The service cannot be reached', 'Check the connection and that the service is running, then try again.');
    return;
  }
  const {response, body} = answer;
  const {title, detail} = problemInWords(response, body);
  if (response.status === 401) {
    const text = hasKey() ? 'The service does not accept this key. Enter another.' : 'This service requires an API key.';
    keepKey('');
    at('key-field').hidden = false;
    fieldError(at('key'), text);
  } else if (response.status === 400 || response.status === 413) {
    fieldError(field, detail);
  } else {
    trouble(title, detail);
  }
}
