// What a report amounts to in five lines, each with a mark, a word and a figure.

import {count, duration, element, remote} from '/text.js';

const MARKS = {good: '✓', warning: '!', error: '✕', none: '–', unknown: '?'};
const CERTIFICATE_FAULTS = {
  FETCH_CERT_NAME_MISMATCH: 'wrong name', FETCH_CERT_NOT_YET_VALID: 'not yet valid', FETCH_CERT_UNTRUSTED: 'not trusted',
};
const UNSEEN = ['RESOLVER_UNREACHABLE', 'RECORD_LOOKUP_FAILED', 'MX_LOOKUP_FAILED', 'TLSRPT_LOOKUP_FAILED'];

/** The worst of the issues, without what only echoes the fault of another section. */
export function worst(issues) {
  const found = issues.filter(issue => issue.code !== 'RECORD_WITHOUT_POLICY').map(issue => issue.severity);
  return ['ERROR', 'WARNING'].find(severity => found.includes(severity)) ?? '';
}

function tone(issues) {
  return worst(issues).toLowerCase() || 'good';
}

function faults(issues) {
  return count(issues.filter(issue => issue.severity === 'ERROR').length, 'error');
}

/** Of a text that was not received. */
function missing(issues) {
  if (issues.some(issue => UNSEEN.includes(issue.code))) return ['unknown', 'unknown', 'lookup failed'];
  return worst(issues) ? [tone(issues), 'missing', ''] : ['none', 'none', ''];
}

function record(text, issues, figure) {
  if (!text) return missing(issues);
  return text.valid ? [tone(issues), 'valid', figure(text)] : ['error', 'invalid', faults(issues)];
}

function policy({policy: text}, issues, fetch) {
  if (!text) return worst(fetch) ? ['error', 'not received', ''] : missing(fetch);
  if (!text.valid) return ['error', 'invalid', faults(issues)];
  const mark = tone([...issues, ...fetch.filter(issue => !issue.code.startsWith('FETCH_CERT'))]);
  return [mark === 'good' && text.mode === 'none' ? 'none' : mark, text.mode, `max_age ${duration(text.max_age)}`];
}

function certificate({certificate: seen, checked_at: at}, issues) {
  if (!seen) return ['none', 'not seen', ''];
  const fault = issues.find(issue => CERTIFICATE_FAULTS[issue.code]);
  if (fault) return ['error', CERTIFICATE_FAULTS[fault.code], ''];
  const left = (Date.parse(seen.not_after) - Date.parse(at)) / 1000;
  if (!Number.isFinite(left)) return ['unknown', 'seen', ''];
  if (left < 0) return ['error', 'expired', `${duration(-left)} ago`];
  return [tone(issues.filter(issue => issue.code === 'FETCH_CERT_EXPIRES_SOON')), 'valid', `for ${duration(left)}`];
}

function mx({mx: hosts, policy: text, left_out: more}, issues) {
  if (issues.some(issue => issue.code === 'MX_NULL')) return [tone(issues), 'null MX', 'accepts no mail'];
  if (!hosts.length) return missing(issues);
  if (!text?.valid || text.mode === 'none') return ['none', 'not compared', count(hosts.length, 'host')];
  if (more?.mx) return [tone(issues), worst(issues) === 'ERROR' ? 'not covered' : 'covered', count(hosts.length + more.mx, 'host')];
  const covered = hosts.filter(host => host.covered_by !== null).length;
  return [tone(issues), covered === hosts.length ? 'covered' : 'not covered', `${covered} of ${count(hosts.length, 'host')}`];
}

/** Five rows: the part, its section, its tone, a word and a figure. */
export function summaryRows(report, of) {
  const all = of('domain');
  return [
    ['Record', 'record', ...record(report.dns_record, [...all, ...of('record')], text => `id ${text.id}`)],
    ['Policy', 'policy', ...policy(report, of('policy'), [...all, ...of('fetch')])],
    ['Certificate', 'host', ...certificate(report, of('fetch'))],
    ['MX hosts', 'mx', ...mx(report, [...all, ...of('mx')])],
    ['TLSRPT', 'tlsrpt', ...record(report.tls_rpt, [...all, ...of('tls_rpt')], text => count(text.rua.length, 'address', 'addresses'))],
  ];
}

export function summaryElement(report, of) {
  return element('ul', {class: 'summary', 'aria-label': 'Summary'}, summaryRows(report, of).map(([part, section, mark, word, figure]) =>
    element('li', {class: mark}, element('span', {class: 'mark', 'aria-hidden': 'true'}, MARKS[mark]),
      element('a', {href: `#${section}`}, part), ' ', remote(word, 'strong'), ' ', remote(figure, 'span', {class: 'remote figure'}))));
}
