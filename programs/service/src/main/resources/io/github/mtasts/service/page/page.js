// Checks a domain and shows its report.

import {askForReport, hasKey, keepKey, problemInWords, takeKey} from '/client.js';
import {meaning, reportElements} from '/report.js';
import {element, remote, say, shown} from '/text.js';

const TITLE = 'MTA-STS check';

const at = id => document.getElementById(id);
const page = {
  main: at('main'), form: at('form'), domain: at('domain'), domainError: at('domain-error'),
  keyField: at('key-field'), key: at('key'), keyError: at('key-error'),
  problem: at('problem'), introduction: at('introduction'), result: at('result'),
};
let underWay = new AbortController();
let opened = location.search;

function fieldError(input, place, text) {
  place.replaceChildren(...shown(text));
  place.hidden = !text;
  input.setAttribute('aria-invalid', Boolean(text));
  if (text) input.focus();
}

function clear(keepResult = false) {
  fieldError(page.domain, page.domainError, '');
  fieldError(page.key, page.keyError, '');
  page.problem.replaceChildren();
  page.introduction.hidden = true;
  say('');
  if (!keepResult) page.result.replaceChildren();
}

function askForKey(text) {
  keepKey('');
  page.keyField.hidden = false;
  fieldError(page.key, page.keyError, text);
}

function trouble(title, detail) {
  page.problem.replaceChildren(element('p', {}, element('strong', {}, title)), remote(detail, 'p'));
}

/** A problem where it can be corrected. */
function refused(response, problem) {
  const {title, detail} = problemInWords(response, problem);
  switch (response.status) {
    case 400: return fieldError(page.domain, page.domainError, detail);
    case 401: return askForKey(hasKey() ? 'The service does not accept this key. Enter another.' : 'This service requires an API key.');
    default: return trouble(title, detail);
  }
}

function show(report, asked) {
  page.result.replaceChildren(...reportElements(report, () => check(asked, true)));
  document.title = `${report.domain}: ${report.verdict} · ${TITLE}`;
  say(`${report.domain}: ${report.verdict}. ${meaning(report)}`);
}

async function check(domain, fresh = false) {
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  clear(fresh);
  document.title = `${domain} · ${TITLE}`;
  say(`Checking ${domain} …`);
  page.main.classList.add('checking');
  page.result.setAttribute('aria-busy', 'true');
  const answer = await askForReport(domain, fresh, mine.signal);
  if (mine.signal.aborted) return;
  page.main.classList.remove('checking');
  page.result.removeAttribute('aria-busy');
  if (answer?.response.ok && answer.body) {
    page.keyField.hidden = true;
    show(answer.body, domain);
    if (fresh) at('again').focus();
    return;
  }
  clear();
  if (answer) refused(answer.response, answer.body);
  else trouble('The service cannot be reached', 'Check the connection and that the service is running, then try again.');
}

/** Shows what the address says: a check, or the empty page. */
function open() {
  opened = location.search;
  const domain = new URLSearchParams(opened).get('domain')?.trim() ?? '';
  page.domain.value = domain;
  if (domain) {
    check(domain);
    return;
  }
  underWay.abort();
  clear();
  page.main.classList.remove('checking');
  page.result.removeAttribute('aria-busy');
  page.introduction.hidden = false;
  document.title = TITLE;
}

function submit(event) {
  event.preventDefault();
  const domain = page.domain.value.trim();
  if (!domain) {
    fieldError(page.domain, page.domainError, 'Enter a domain, such as example.org.');
    return;
  }
  const given = page.key.value.trim();
  if (given && !/^[\x21-\x7E]+$/.test(given)) {
    fieldError(page.key, page.keyError, 'A key consists of printable ASCII characters only.');
    return;
  }
  if (given) keepKey(given);
  page.key.value = '';
  const search = `?${new URLSearchParams({domain})}`;
  if (search !== opened) history.pushState(null, '', `/${search}`);
  opened = search;
  check(domain);
}

page.form.addEventListener('submit', submit);
addEventListener('popstate', () => { if (location.search !== opened) open(); });
addEventListener('hashchange', () => { if (takeKey()) open(); });
takeKey();
open();
