// The sections of a report: each text, the certificate and the MX hosts, with their issues.

import {folded} from '/fold.js';
import {issueBox, listing} from '/listing.js';
import {worst} from '/summary.js';
import {code, count, element, quiet, remote, time} from '/text.js';

const MOST_HOSTS = 30;
const MOST_NAMES = 30;
const MOST_ISSUES = 50;

function boxes(issues) {
  return folded(issues, MOST_ISSUES, 'issue', 'div', issueBox);
}

/** What is right is said to be right. */
function praise(is, text, issues) {
  return is && issues.every(({severity}) => severity === 'INFO') ? element('p', {class: 'right'}, element('span', {'aria-hidden': 'true'}, '✓ '), text) : '';
}

/** How many entries a report lacks of a list. */
function leftOut(number, word) {
  return number ? quiet(`${count(number, `more ${word}`)} left out of this report.`) : '';
}

export function section(id, title, place, body, issues) {
  return {worst: worst(issues), node: element('section', {id}, element('h3', {}, title),
    place ? remote(place, 'p', {class: 'place remote'}) : '', body, boxes(issues))};
}

export function textSection(id, title, place, text, issues, oneOctet = false) {
  const placed = issues.filter(issue => issue.line !== null && text);
  const others = issues.filter(issue => !placed.includes(issue));
  const body = text ? [listing(text.raw, placed, oneOctet), praise(text.valid, 'Valid.', issues)] : [quiet('Nothing received.')];
  return {...section(id, title, place, body, others), worst: worst(issues)};
}

function matchedBy(pattern) {
  return pattern === null ? '' : element('span', {class: 'quiet'}, ' covered by ', code(pattern));
}

/** The MX hosts, those with issues first. */
export function hosts(report, issues) {
  const ofHost = Map.groupBy(issues, issue => issue.host);
  const row = ({host, preference, covered_by: pattern}) => element('li', {},
    element('span', {class: 'preference'}, `${preference ?? ''} `), code(host), matchedBy(pattern),
    (ofHost.get(host) ?? []).map(issueBox));
  const [faulty, others] = [true, false].map(is => report.mx.filter(({host}) => ofHost.has(host) === is));
  const rows = folded([...faulty, ...others], MOST_HOSTS, 'MX host', 'li', row);
  const names = new Set(report.mx.map(({host}) => host));
  const covered = report.mx.every(({covered_by: pattern}) => pattern !== null);
  const body = rows.length
    ? [element('ul', {class: 'hosts'}, rows), leftOut(report.left_out?.mx, 'MX host'), praise(covered, 'The policy covers each of them.', issues)]
    : [quiet('None.')];
  return {...section('mx', 'MX hosts', `${report.domain} MX`, body, issues.filter(({host}) => !names.has(host))), worst: worst(issues)};
}

export function policyHost(report, issues) {
  const {not_after: end, issuer, names = []} = report.certificate ?? {};
  const row = (term, ...value) => [element('dt', {}, term), element('dd', {}, ...value)];
  const name = each => element('li', {}, code(each));
  const facts = element('dl', {},
    end ? row('Certificate', ['valid until ', time(end)]) : [],
    issuer ? row('Issuer', remote(issuer)) : [],
    names.length ? row('Names', element('ul', {class: 'names'}, folded(names, MOST_NAMES, 'name', 'li', name)), leftOut(report.left_out?.names, 'name')) : []);
  const place = report.policy_url ? new URL(report.policy_url).hostname : '';
  const body = report.certificate ? [facts, praise(report.policy, 'The policy was served over verified HTTPS.', issues)] : [quiet('No certificate received.')];
  return section('host', 'Policy host', place, body, issues);
}
