// The report of a domain.

import {FAMILIES, VERDICTS} from '/catalogue.js';
import {issueBox, listing} from '/listing.js';
import {INVISIBLE, code, copyable, count, element, quiet, remote, shown, time} from '/text.js';

function section(title, place, body, issues) {
  return element('section', {}, element('h3', {}, title), place ? remote(place, 'p', {class: 'place remote'}) : '',
    body, issues.map(issueBox));
}

function textSection(title, place, text, issues, oneOctet = false) {
  const placed = issues.filter(issue => issue.line !== null && text);
  const others = issues.filter(issue => !placed.includes(issue));
  const body = text ? listing(text.raw, placed, oneOctet) : quiet('Nothing received.');
  return section(title, place, body, others);
}

function matchedBy(pattern) {
  return pattern === null ? '' : element('span', {class: 'quiet'}, ' covered by ', code(pattern));
}

function hosts(report, issues) {
  const rows = report.mx.map(({host, preference, covered_by: pattern}) => element('li', {},
    element('span', {class: 'preference'}, `${preference ?? ''} `), code(host), matchedBy(pattern),
    issues.filter(issue => issue.host === host).map(issueBox)));
  const others = issues.filter(issue => !report.mx.some(({host}) => host === issue.host));
  const body = rows.length ? element('ul', {class: 'hosts'}, rows) : quiet('None.');
  return section('MX hosts', `${report.domain} MX`, body, others);
}

function policyHost(report, issues) {
  const {not_after: end, issuer, names = []} = report.certificate ?? {};
  const row = (term, value) => [element('dt', {}, term), element('dd', {}, value)];
  const facts = element('dl', {},
    end ? row('Certificate', ['valid until ', time(end)]) : [],
    issuer ? row('Issuer', remote(issuer)) : [],
    names.length ? row('Names', names.flatMap((name, i) => [i ? ', ' : '', code(name)])) : []);
  const place = report.policy_url ? new URL(report.policy_url).hostname : '';
  return section('Policy host', place, report.certificate ? facts : quiet('No certificate received.'), issues);
}

function advice(recommendations) {
  if (!recommendations.length) return [];
  return element('section', {id: 'advice'}, element('h3', {}, 'What to do, in this order'), element('ol', {class: 'steps'},
    recommendations.map(({message, where, publish}) => {
      const place = where?.startsWith('https:') ? where : `${where} TXT`;
      return element('li', {}, remote(message, 'p'), publish === null ? ''
        : [remote(place, 'p', {class: 'place remote'}), copyable(publish, `the text for ${where}`)]);
    })));
}

function visibleJson(report) {
  const units = text => text.split('').map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return JSON.stringify(report, null, 2).split(INVISIBLE)
    .map((part, i) => i % 2 && part !== '\n' ? units(part) : part).join('');
}

/** Such as "2 errors and 1 warning. First: …", with a link to the first error that is not the echo of another. */
function summary(issues) {
  const first = issues.find(issue => issue.severity === 'ERROR' && issue.code !== 'RECORD_WITHOUT_POLICY');
  const counts = ['ERROR', 'WARNING']
    .map(severity => [issues.filter(issue => issue.severity === severity).length, severity.toLowerCase()])
    .filter(([number]) => number > 0)
    .map(([number, word]) => count(number, word));
  if (!counts.length) return '';
  const link = first ? [' First: ', element('a', {href: `#issue-${first.number}`}, shown(first.message))] : '';
  return element('p', {class: 'counts'}, `${counts.join(' and ')}.`, link);
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
  const again = element('button', {type: 'button', id: 'again'}, 'Check again');
  again.addEventListener('click', checkAgain);
  const link = `/?${new URLSearchParams({domain: report.domain})}`;
  return element('p', {class: 'actions'},
    element('span', {}, 'Checked ', report.checked_at ? time(report.checked_at) : 'now'),
    again,
    report.recommendations.length ? element('a', {href: '#advice'}, `What to do (${count(report.recommendations.length, 'step')})`) : '',
    element('a', {href: link}, 'Link to this check'));
}

/** The elements of a report. */
export function reportElements(report, checkAgain) {
  const issues = report.issues.map((issue, i) => ({...issue, number: i + 1}));
  const of = family => issues.filter(issue => FAMILIES[issue.code] === family);
  const notUtf8 = issues.some(issue => issue.code === 'POLICY_NOT_UTF8');
  const json = visibleJson(report);
  return [
    ...headline(report), summary(issues), actions(report, checkAgain),
    of('domain').length ? section('Domain', report.domain, '', of('domain')) : '',
    textSection('MTA-STS record', `_mta-sts.${report.domain} TXT`, report.dns_record, of('record')),
    policyHost(report, of('fetch')),
    textSection('Policy file', report.policy_url ?? '', report.policy, of('policy'), notUtf8),
    hosts(report, of('mx')),
    textSection('TLSRPT record', `_smtp._tls.${report.domain} TXT`, report.tls_rpt, of('tls_rpt')),
    advice(report.recommendations),
    element('details', {}, element('summary', {}, 'Report as JSON'), copyable(json, 'the report as JSON')),
  ];
}
