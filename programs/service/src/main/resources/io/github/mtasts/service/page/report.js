// The report of a domain: what it amounts to, what to do, and what was found where.

import {adviceElement} from '/advice.js';
import {FAMILIES, VERDICTS} from '/catalogue.js';
import {issueBox} from '/listing.js';
import {newsElement} from '/news.js';
import {hosts, policyHost, section, textSection} from '/sections.js';
import {summaryElement} from '/summary.js';
import {INVISIBLE, copyable, count, element, remote, shown, time} from '/text.js';

function visibleJson(report) {
  const units = text => text.split('').map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(report, null, 2).split(INVISIBLE)
    .map((part, i) => i % 2 && part !== '\n' ? units(part) : part).join('');
}

/** Such as "2 errors and 1 warning. First: …", with a link to the first error that is not the echo of another. */
function counts(issues) {
  const first = issues.find(issue => issue.severity === 'ERROR' && issue.code !== 'RECORD_WITHOUT_POLICY');
  const numbers = ['ERROR', 'WARNING']
    .map(severity => [issues.filter(issue => issue.severity === severity).length, severity.toLowerCase()])
    .filter(([number]) => number > 0)
    .map(([number, word]) => count(number, word));
  if (!numbers.length) return '';
  const link = first ? [' First: ', element('a', {href: `#issue-${first.number}`}, shown(first.message))] : '';
  return element('p', {class: 'counts'}, `${numbers.join(' and ')}.`, link);
}

/** What the verdict means for this domain. */
export function meaning(report) {
  const has = (...codes) => report.issues.some(issue => codes.includes(issue.code));
  if (has('DOMAIN_NOT_FOUND')) return 'The domain does not exist in the DNS: check its spelling.';
  if (has('MX_NULL') && ['ENFORCED', 'TESTING'].includes(report.verdict)) {
    return 'There is nothing to protect: the domain accepts no mail (null MX).';
  }
  if (report.verdict === 'BROKEN' && report.dns_record?.valid && has('MX_NOT_COVERED', 'MX_NONE_COVERED')) {
    return 'Senders enforce the policy, which does not cover MX hosts of the domain: mail to these is delayed or returned.';
  }
  return VERDICTS[report.verdict] ?? '';
}

function headline(report) {
  const verdict = element('span', {class: `verdict ${report.verdict.toLowerCase()}`}, report.verdict);
  return [
    element('h2', {}, remote(report.domain), ' ', verdict),
    element('p', {class: 'meaning'}, meaning(report)),
  ];
}

function actions(report, checkAgain) {
  const again = element('button', {type: 'button', id: 'again', class: report.verdict === 'UNDETERMINED' ? '' : 'small'}, 'Check again');
  again.addEventListener('click', checkAgain);
  const link = `/?${new URLSearchParams({domain: report.domain})}`;
  return element('p', {class: 'actions'},
    element('span', {}, 'Checked ', report.checked_at ? time(report.checked_at) : 'now'),
    again,
    element('a', {href: link}, 'Link to this check'));
}

/** Sections with errors come first, then those with warnings, in the RFC's order otherwise. */
function byNeed(sections) {
  return ['ERROR', 'WARNING', ''].flatMap(worst => sections.filter(each => each.worst === worst)).map(each => each.node);
}

/** The elements of a report; what changed since the one before, if there was one; and what goes on file. */
export function reportElements({report, before, checkAgain, forTheFile = ''}) {
  const issues = report.issues.map((issue, i) => ({...issue, number: i + 1}));
  const of = family => issues.filter(issue => FAMILIES[issue.code] === family);
  const top = headline(report);
  const news = before ? newsElement(before, report) : '';
  if (issues.some(issue => issue.code === 'DOMAIN_NOT_FOUND')) {
    return [...top, actions(report, checkAgain), news, ...of('domain').map(issueBox)];
  }
  const notUtf8 = issues.some(issue => issue.code === 'POLICY_NOT_UTF8');
  return [
    ...top, counts(issues), actions(report, checkAgain), summaryElement(report, of), news,
    adviceElement(report.recommendations, checkAgain),
    ...byNeed([
      ...of('domain').length ? [section('domain-issues', 'Domain', report.domain, '', of('domain'))] : [],
      textSection('record', 'MTA-STS record', `_mta-sts.${report.domain} TXT`, report.dns_record, of('record')),
      policyHost(report, of('fetch')),
      textSection('policy', 'Policy file', report.policy_url ?? '', report.policy, of('policy'), notUtf8),
      hosts(report, of('mx')),
      textSection('tlsrpt', 'TLSRPT record', `_smtp._tls.${report.domain} TXT`, report.tls_rpt, of('tls_rpt')),
    ]),
    forTheFile,
    element('details', {}, element('summary', {}, 'Report as JSON'), copyable(visibleJson(report), 'the report as JSON')),
  ];
}
