// Checks the domains of a list: a table that fills as reports arrive, and each report below it.

import {checkAll} from '/batch.js';
import {askForReport, takeKey} from '/client.js';
import {csvFile} from '/csv.js';
import {domainsIn} from '/domains.js';
import {downloadButton} from '/download.js';
import {admitted, fieldError, noTrouble, refused, takeTypedKey, trouble} from '/form.js';
import {reportElements} from '/report.js';
import {Table} from '/table.js';
import {count, element, remote, say} from '/text.js';

const MOST = 1000;
const MOST_NAMED = 10;
const MOST_OCTETS = 1 << 20;

const at = id => document.getElementById(id);
const field = at('domains');
let underWay = new AbortController();

// The list

function named(texts) {
  const left = texts.length - MOST_NAMED;
  return [...texts.slice(0, MOST_NAMED).flatMap((text, i) => [i ? ', ' : '', remote(text.slice(0, 100))]), left > 0 ? ` and ${left} more` : ''];
}

/** Says what the list was understood as, and names what is left out of it. */
function showUnderstood() {
  const {domains, repeated, others} = domainsIn(field.value);
  at('understood').replaceChildren(
    domains.length > MOST ? `${count(domains.length, 'domain')} are too many: at most 1,000 are checked at once.` : `${count(domains.length, 'domain')}.`,
    ...repeated.length ? [` ${repeated.length === 1 ? 'One is' : `${repeated.length} are`} there twice: `, ...named(repeated), '.'] : [],
    ...others.length ? [` ${others.length === 1 ? 'One entry is' : `${others.length} entries are`} not a domain: `, ...named(others), '.'] : []);
}

async function readFile(file) {
  if (file.size > MOST_OCTETS) {
    fieldError(field, `The file has ${file.size.toLocaleString('en')} octets. A list must not exceed 1 MiB.`);
    return;
  }
  field.value = await file.text();
  fieldError(field, '');
  showUnderstood();
  field.focus();
}

// The checks

/** Shows how many there are and how long it takes; returns what ends it. */
function progress(table, all) {
  const begin = performance.now();
  const show = () => {
    at('bar').max = all;
    at('bar').value = all - table.missing.length;
    at('passed').textContent = `${table.reports.length} of ${all}, ${Math.round((performance.now() - begin) / 1000)} s`;
  };
  at('progress').hidden = false;
  show();
  const timer = setInterval(show, 1000);
  return {show, end: () => {
    clearInterval(timer);
    at('progress').hidden = true;
  }};
}

function summary(table) {
  const numbers = Map.groupBy(table.reports, report => report.verdict);
  return [...numbers].map(([verdict, reports]) => `${reports.length} ${verdict}`).join(', ');
}

/** Checks what is missing in the table, and says what was not checked. */
async function check(table, foot) {
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  const all = table.reports.length + table.missing.length;
  noTrouble();
  foot.replaceChildren();
  say(`Checking ${count(table.missing.length, 'domain')} …`);
  const shown = progress(table, all);
  let stopped = false;
  const stop = () => {
    stopped = true;
    mine.abort();
  };
  at('stop').addEventListener('click', stop);
  const answer = await checkAll(table.missing, mine.signal, report => {
    table.put(report);
    shown.show();
  });
  at('stop').removeEventListener('click', stop);
  if (underWay !== mine) return;
  shown.end();
  const missing = table.missing.length;
  if (missing < all || answer?.response.ok) admitted();
  if (answer && !answer.response.ok) refused(answer, field);
  else if (missing) trouble(stopped ? 'Stopped' : 'The answer is not complete', `${count(missing, 'domain')} of ${all} ${missing === 1 ? 'was' : 'were'} not checked.`);
  else say(`${count(all, 'domain')} checked: ${summary(table)}`);
  foot.replaceChildren(...footer(table, foot));
  if (stopped) foot.querySelector('button').focus();
}

function footer(table, foot) {
  const day = new Date().toISOString().slice(0, 10);
  const files = table.reports.length ? [
    downloadButton('Download CSV', () => `mta-sts-${day}.csv`, 'text/csv', () => csvFile(table.reports)),
    downloadButton('Download JSON', () => `mta-sts-${day}.json`, 'application/json', () => JSON.stringify(table.reports, null, 2)),
  ] : [];
  if (!table.missing.length) return files;
  const again = element('button', {type: 'button', class: 'small'}, `Check the missing ${table.missing.length.toLocaleString('en')}`);
  again.addEventListener('click', () => { if (takeTypedKey()) check(table, foot); });
  return [again, ...files];
}

// The report of a row

function openReport(table, report, before) {
  const back = element('button', {type: 'button', class: 'small'}, 'Back to the list');
  back.addEventListener('click', () => {
    at('report').replaceChildren();
    table.focus(report.input);
  });
  at('report').replaceChildren(element('p', {class: 'actions'}, back),
    element('div', {class: 'report'}, reportElements({report, before, checkAgain: () => checkAgain(table, report)})));
  at('report').focus();
  at('report').scrollIntoView();
}

async function checkAgain(table, report) {
  say(`Checking ${report.domain} …`);
  const answer = await askForReport(report.input, true);
  if (!answer?.response.ok || !answer.body) {
    refused(answer, field);
    return;
  }
  const next = {...answer.body, input: report.input};
  table.put(next);
  openReport(table, next, report);
  say(`${next.domain}: ${next.verdict}`);
}

// The form

function submit(event) {
  event.preventDefault();
  const {domains} = domainsIn(field.value);
  showUnderstood();
  fieldError(field, domains.length === 0 ? 'Enter domains, such as example.org, one per line.'
    : domains.length > MOST ? 'At most 1,000 domains are checked at once. Divide the list.' : '');
  if (domains.length === 0 || domains.length > MOST || !takeTypedKey()) return;
  at('report').replaceChildren();
  const foot = element('p', {class: 'actions'});
  const table = new Table(domains, report => openReport(table, report));
  at('result').replaceChildren(element('h2', {}, 'Reports'), foot, table.element);
  check(table, foot);
}

function drop(event) {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  readFile(file);
}

at('form').addEventListener('submit', submit);
at('form').addEventListener('dragover', event => { if (event.dataTransfer?.types.includes('Files')) event.preventDefault(); });
at('form').addEventListener('drop', drop);
at('file').addEventListener('change', () => { if (at('file').files.length) readFile(at('file').files[0]); });
field.addEventListener('input', showUnderstood);
addEventListener('hashchange', takeKey);
takeKey();
if (field.value) showUnderstood();
