// The service as a page calls it, with the key of this tab.

import {count} from '/text.js';

const CHECK = '/v1/security/mta-sts';
const KEPT = '/v1/reports';
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

/** The response, its octets and its JSON; null when there was none. */
export async function answerTo(path, options) {
  try {
    const response = await call(path, options);
    const octets = await response.arrayBuffer();
    return {response, octets, body: json(octets)};
  } catch {
    return null;
  }
}

function json(octets) {
  try {
    return JSON.parse(new TextDecoder().decode(octets));
  } catch {
    return null;
  }
}

/** The response to a check, its octets and its JSON; null when there was none. */
export function askForReport(domain, fresh, signal) {
  return answerTo(`${CHECK}?${new URLSearchParams(fresh ? {domain, fresh} : {domain})}`, {signal});
}

/** A report that was kept. */
export function askForKeptReport(id, signal) {
  return answerTo(`${KEPT}/${id}`, {signal});
}

/** Has the very octets of a report kept, which the service sealed when it sent them. */
export function keepReport(octets, seal) {
  const headers = {'Content-Type': 'application/json', 'Report-Seal': seal};
  return answerTo(KEPT, {method: 'POST', headers, body: octets});
}

/** A problem (RFC 9457) in plain words; the wait in seconds is 0 where there is none. */
export function problemInWords(response, problem) {
  const wait = Math.max(0, Number(response.headers.get('Retry-After')) || 0);
  const inWords = wait < 120 ? count(wait, 'second') : count(Math.ceil(wait / 60), 'minute');
  const later = wait ? `Try again in ${inWords}.` : 'Try again later.';
  const reason = problem?.detail ?? `The service answered HTTP ${response.status} without a reason.`;
  const titles = {404: 'No such report', 429: 'Too many requests', 503: 'The service is busy'};
  const isLater = response.status === 429 || response.status === 503;
  return {title: titles[response.status] ?? 'The service could not answer', detail: isLater ? `${later} ${reason}` : reason, reason, wait};
}
