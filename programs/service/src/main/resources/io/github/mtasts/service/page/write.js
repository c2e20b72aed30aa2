// Writes record, policy and TLSRPT record for a domain. The service writes them, so what is shown is what its parser accepts.

import {answerTo, askForReport, takeKey} from '/client.js';
import {admitted, fieldError, noTrouble, refused, takeTypedKey} from '/form.js';
import {issueBox} from '/listing.js';
import {copyable, count, element, remote, say} from '/text.js';
import {domainOf} from '/typed.js';

const at = id => document.getElementById(id);
const form = at('form');
const domain = at('domain');
const hosts = at('mx');
const rua = at('rua');
let underWay = new AbortController();

function entries(text) {
  return text.split(/[\s,;]+/).filter(entry => entry !== '');
}

function mode() {
  return form.elements.mode.value;
}

function note(...nodes) {
  at('domain-note').replaceChildren(...nodes);
}

/** The domain that was typed; empty, with an error at the field, if there is none. */
function typedDomain() {
  const typed = domainOf(domain.value);
  fieldError(domain, typed ? '' : 'Enter a domain, such as example.org.');
  return typed;
}

/** Fills in what the domain has already: MX hosts, and the addresses of its TLSRPT record. */
function fillIn(report) {
  hosts.value = report.mx.map(({host}) => host.replace(/\.$/, '')).join('\n');
  if (report.tls_rpt?.valid) rua.value = report.tls_rpt.rua.join(', ');
  const left = report.left_out?.mx ?? 0;
  note(report.mx.length ? `${count(report.mx.length + left, 'MX host')} found${left ? `, ${left} of which are not listed here: use a pattern` : ''}. The domain is ` : 'No MX hosts found. The domain is ',
    element('a', {href: `/?${new URLSearchParams({domain: report.domain})}`}, report.verdict), '.');
}

async function lookUp() {
  const name = typedDomain();
  if (!name || !takeTypedKey()) return false;
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  noTrouble();
  note('Looking up …');
  const answer = await askForReport(name, false, mine.signal);
  if (mine.signal.aborted) return false;
  note('Its MX hosts are looked up.');
  if (!answer?.response.ok || !answer.body) {
    refused(answer, domain);
    return false;
  }
  admitted();
  fillIn(answer.body);
  say(at('domain-note').textContent);
  return true;
}

function text({where, publish, issues}, title, how) {
  const numbered = issues.map((issue, i) => ({...issue, line: null, number: `${title.toLowerCase().replaceAll(' ', '-')}-${i + 1}`}));
  return element('li', {}, element('h3', {}, title), element('p', {}, how), remote(where, 'p', {class: 'place remote'}),
    copyable(publish, `the text for ${where}`), numbered.map(issueBox));
}

const NEXT = {
  testing: 'Before you choose enforce: check the domain here until it is without errors, wait for TLS reports of a few weeks, and make'
    + ' sure that each MX host has a certificate for its own name that senders trust. This service does not connect to MX hosts.',
  enforce: 'Only if the same policy was served in mode testing and the reports show no failures: from now on mail is not delivered to a'
    + ' host that is not covered, or whose certificate does not name it.',
  none: 'Keep record and policy until the longest max_age that you have ever served has passed. Then remove first the record, then the file.',
};

function show({domain: name, policy, record, tls_rpt: tlsRpt}) {
  at('result').replaceChildren(
    element('h2', {}, 'Publish these, in this order'),
    element('ol', {class: 'steps'},
      text(policy, 'Policy file', `Serve this over HTTPS as text/plain, without a redirect, with a certificate that names mta-sts.${name}.`),
      tlsRpt ? text(tlsRpt, 'TLSRPT record', 'A TXT record, so that senders report what fails.') : [],
      text(record, 'MTA-STS record', 'A TXT record, once the policy is served. Change its id whenever the policy changes.')),
    element('h3', {}, 'Then'), element('p', {}, NEXT[mode()]),
    element('p', {}, element('a', {href: `/?${new URLSearchParams({domain: name})}`}, 'Check the domain'), ' once they are published.'));
  say('The texts are ready');
  at('result').scrollIntoView({block: 'nearest'});
}

/** The field that a refusal is about: what the service says of several parameters begins with the first that is wrong. */
function fieldOf(detail = '') {
  if (/report/i.test(detail)) return rua;
  return /mx/i.test(detail) ? hosts : domain;
}

async function write() {
  [hosts, rua].forEach(field => fieldError(field, ''));
  const name = typedDomain();
  if (!name || !takeTypedKey()) return;
  if (!hosts.value.trim() && mode() !== 'none' && !await lookUp()) return;
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  noTrouble();
  const query = new URLSearchParams({domain: name, mode: mode(), max_age: at('max_age').value});
  entries(hosts.value).forEach(host => query.append('mx', host));
  entries(rua.value).forEach(address => query.append('rua', address));
  const answer = await answerTo(`/v1/texts?${query}`, {signal: mine.signal});
  if (mine.signal.aborted) return;
  at('result').replaceChildren();
  if (answer?.response.ok && answer.body) {
    admitted();
    show(answer.body);
  } else {
    refused(answer, fieldOf(answer?.body?.detail));
  }
}

form.addEventListener('submit', event => {
  event.preventDefault();
  write();
});
at('look').addEventListener('click', lookUp);
addEventListener('hashchange', takeKey);
takeKey();
