// The service as a page calls it, with the key of this tab.

import {count} from '/text.js';

const CHECK = '/v1/security/mta-sts';
const KEY = 'mta-sts.key';

let key = storedKey();

export function hasKey() {
  return key !== '';
}

/** Keeps the key for this tab alone; where the browser stores nothing, for this page. */
export function keepKey(given) {
  key = given;
  try {
    if (given) sessionStorage.setItem(KEY, given);
    else sessionStorage.removeItem(KEY);
  } catch { /* storage is switched off */ }
}

function storedKey() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Takes a key out of the fragment, and the fragment out of the address bar and the history. */
export function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')).get('key');
  if (given === null) return false;
  history.replaceState(null, '', location.pathname + location.search);
  keepKey(given.trim());
  return true;
}

/** The response to a request with the key; rejects when there was none. */
export function call(path, options = {}) {
  const headers = {...options.headers, ...key && {Authorization: `Bearer ${key}`}};
  return fetch(path, {cache: 'no-store', ...options, headers});
}

/** The response to a check and its JSON; null when there was none. */
export async function askForReport(domain, fresh, signal) {
  try {
    const response = await call(`${CHECK}?${new URLSearchParams(fresh ? {domain, fresh} : {domain})}`, {signal});
    return {response, body: await response.json().catch(() => null)};
  } catch {
    return null;
  }
}

/** A problem (RFC 9457) in plain words. */
export function problemInWords(response, problem) {
  const wait = Number(response.headers.get('Retry-After'));
  const inWords = wait < 120 ? count(wait, 'second') : count(Math.ceil(wait / 60), 'minute');
  const later = wait > 0 ? `Try again in ${inWords}.` : 'Try again later.';
  const detail = problem?.detail ?? `The service answered HTTP ${response.status} without a reason.`;
  switch (response.status) {
    case 429: return {title: 'Too many requests', detail: `${later} ${detail}`};
    case 503: return {title: 'The service is busy', detail: `${later} ${detail}`};
    default: return {title: 'The service could not answer', detail};
  }
}
