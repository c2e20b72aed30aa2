// The page: a domain is entered, checked, and its report shown; or a report that was kept.

import {askForKeptReport, askForReport, hasKey, keepKey, problemInWords, takeKey} from '/client.js';
import {fileElement} from '/file.js';
import {unfoldAll} from '/fold.js';
import {meaning, reportElements} from '/report.js';
import {element, plain, remote, say, shown, time} from '/text.js';
import {domainOf} from '/typed.js';
import {countDown, wait} from '/waiting.js';

const TITLE = 'MTA-STS check';
const MOST_SHOWN = 100;

const at = id => document.getElementById(id);
const page = {
  main: at('main'), form: at('form'), domain: at('domain'), domainError: at('domain-error'), domainNote: at('domain-note'),
  keyField: at('key-field'), key: at('key'), keyError: at('key-error'), button: at('check'),
  problem: at('problem'), introduction: at('introduction'), result: at('result'),
};
const address = () => location.pathname + location.search;
let underWay = new AbortController();
let opened = address();
let endCountDown = () => {};
let lastReport = null;

function fieldError(input, place, text) {
  place.replaceChildren(...shown(text));
  place.hidden = !text;
  input.setAttribute('aria-invalid', Boolean(text));
  if (text) input.focus();
}

/** Says how what was typed is understood, where that is not the same. */
function note(typed, domain) {
  const short = Array.from(typed).slice(0, MOST_SHOWN).join('');
  page.domainNote.replaceChildren('Read from ', remote(short), short === typed ? '' : '…');
  page.domainNote.hidden = typed.trim() === domain;
}

function clear(keepResult = false) {
  fieldError(page.domain, page.domainError, '');
  fieldError(page.key, page.keyError, '');
  endCountDown();
  page.button.disabled = false;
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
  page.problem.replaceChildren(element('p', {}, element('strong', {}, title)), detail);
}

/** A problem where it can be corrected. */
function refused(response, problem) {
  const {title, detail, reason, wait: seconds} = problemInWords(response, problem);
  switch (response.status) {
    case 400: return fieldError(page.domain, page.domainError, detail);
    case 401: return askForKey(hasKey() ? 'The service does not accept this key. Enter another.' : 'This service requires an API key.');
    case 429: if (seconds) return refusedFor(seconds, title, reason);
    // falls through
    default: return trouble(title, remote(detail, 'p'));
  }
}

function refusedFor(seconds, title, reason) {
  const left = element('span', {'aria-live': 'off'});
  trouble(title, element('p', {}, left, ' ', remote(reason)));
  page.button.disabled = true;
  endCountDown = countDown(seconds, left, () => { page.button.disabled = false; });
}

function show(answer, domain, before) {
  const report = answer.body;
  lastReport = report;
  page.result.replaceChildren(...reportElements(
    {report, before, checkAgain: () => checkAgain(domain), forTheFile: fileElement(answer)}));
  if (answer.response.headers.has('Report-Kept-Until')) sayKept(report);
  document.title = plain(`${report.domain}: ${report.verdict} · ${TITLE}`);
  say(`${report.domain}: ${report.verdict}. ${meaning(report)} ${before ? `${at('news').firstChild.textContent}.` : ''}`.trim());
}

/** So that nobody takes a kept report for what is published now. */
function sayKept(report) {
  page.domain.value = report.domain;
  page.result.firstElementChild.after(element('p', {class: 'kept'},
    'Kept report: what was found at ', time(report.checked_at), '. It may have changed since.'));
}

/** Asks, shows that it waits, and then the report or the problem. */
async function load(name, ask, {before = null, doing = 'Checking'} = {}) {
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  clear(before !== null);
  document.title = plain(`${name} · ${TITLE}`);
  say(`${doing} ${name} …`);
  page.main.classList.add('checking');
  page.result.setAttribute('aria-busy', 'true');
  const endWaiting = wait();
  mine.signal.addEventListener('abort', endWaiting);
  const answer = await ask(mine.signal);
  if (mine.signal.aborted) return;
  endWaiting();
  page.main.classList.remove('checking');
  page.result.removeAttribute('aria-busy');
  if (answer?.response.ok && answer.body) {
    page.keyField.hidden = true;
    show(answer, answer.body.domain, before);
    if (before) at('again').focus();
    return;
  }
  clear();
  if (answer) refused(answer.response, answer.body);
  else trouble('The service cannot be reached', element('p', {}, 'Check the connection and that the service is running, then try again.'));
}

function check(domain) {
  return load(domain, signal => askForReport(domain, false, signal));
}

function checkAgain(domain) {
  go(domain);
  page.domain.value = domain;
  return load(domain, signal => askForReport(domain, true, signal), {before: lastReport});
}

function stop() {
  underWay.abort();
  page.main.classList.remove('checking');
  page.result.removeAttribute('aria-busy');
}

function cancel() {
  stop();
  say('Canceled.');
  trouble('Canceled', element('p', {}, 'The check was stopped before its report came.'));
  page.domain.focus();
}

/** Makes the address that of a check. */
function go(domain) {
  const search = `/?${new URLSearchParams({domain})}`;
  if (search !== opened) history.pushState(null, '', search);
  opened = search;
}

/** Shows what the address says: a kept report, a check, or the empty page. */
function open() {
  opened = address();
  const [, kept] = /^\/report\/([^/]+)$/.exec(location.pathname) ?? [];
  const typed = kept ? '' : new URLSearchParams(location.search).get('domain') ?? '';
  const domain = domainOf(typed);
  page.domain.value = domain;
  note(typed, domain);
  if (kept) {
    load('the kept report', signal => askForKeptReport(kept, signal), {doing: 'Opening'});
  } else if (domain) {
    check(domain);
  } else {
    stop();
    clear();
    page.introduction.hidden = false;
    document.title = TITLE;
    page.domain.focus();
  }
}

function submit(event) {
  event.preventDefault();
  const typed = page.domain.value;
  const domain = domainOf(typed);
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
  page.domain.value = domain;
  note(typed, domain);
  go(domain);
  check(domain);
}

page.form.addEventListener('submit', submit);
at('cancel').addEventListener('click', cancel);
addEventListener('popstate', () => { if (address() !== opened) open(); });
addEventListener('hashchange', () => { if (takeKey()) open(); });
addEventListener('beforeprint', unfoldAll);
takeKey();
open();
