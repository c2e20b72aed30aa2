// Checks a text that is not published yet, as it is typed.

import {answerTo, takeKey} from '/client.js';
import {admitted, fieldError, noTrouble, refused, takeTypedKey} from '/form.js';
import {issueBox, listing} from '/listing.js';
import {copyable, count, element, quiet, remote, say} from '/text.js';

/** Of silence at the keyboard, in milliseconds: at most 100 requests a minute. */
const PAUSE = 600;
const NAMES = {policy: 'policy', record: 'MTA-STS record', tlsrpt: 'TLSRPT record'};

const at = id => document.getElementById(id);
const field = at('text');
let underWay = new AbortController();
let timer = 0;

function judge(kind, text, signal) {
  return answerTo(`/v1/lint/${kind}`, {method: 'POST', signal, headers: {'Content-Type': 'text/plain'}, body: text});
}

/** The service is asked for a record as a line; people end it with the Enter key. */
function lines(text) {
  return text.replace(/\n+$/, '');
}

function headline(kind, report) {
  const numbers = ['ERROR', 'WARNING'].map(severity => [report.issues.filter(issue => issue.severity === severity).length, severity.toLowerCase()])
    .filter(([number]) => number).map(([number, word]) => count(number, word));
  const verdict = report.valid ? 'Valid' : 'Not valid';
  return {
    heading: element('h2', {}, element('span', {class: `verdict ${report.valid ? 'enforced' : 'broken'}`}, verdict)),
    text: `${report.valid ? 'A valid' : 'Not a valid'} ${NAMES[kind]}${numbers.length ? `, with ${numbers.join(' and ')}` : ', without errors or warnings'}.`,
  };
}

function show(kind, text, report) {
  const issues = report.issues.map((issue, i) => ({...issue, number: i + 1}));
  const placed = issues.filter(issue => issue.line !== null);
  const {heading, text: words} = headline(kind, report);
  at('result').replaceChildren(heading, element('p', {class: 'meaning'}, words),
    listing(text, placed, false), ...issues.filter(issue => issue.line === null).map(issueBox),
    ...report.recommendations.flatMap(({message, publish}) => [
      element('h3', {}, 'Publish this instead'), remote(message, 'p'), publish === null ? quiet('') : copyable(publish, 'the repaired text')]));
  say(words);
}

async function check() {
  clearTimeout(timer);
  underWay.abort();
  const mine = new AbortController();
  underWay = mine;
  const kind = at('kind').value;
  const text = kind === 'policy' ? field.value : lines(field.value);
  noTrouble();
  if (!text.trim()) {
    at('result').replaceChildren();
    say('');
    return;
  }
  const answer = await judge(kind, text, mine.signal);
  if (mine.signal.aborted) return;
  if (answer?.response.ok && answer.body) {
    admitted();
    fieldError(field, '');
    show(kind, text, answer.body);
    return;
  }
  at('result').replaceChildren();
  refused(answer, field);
}

/** What a text most likely is, as long as nobody has chosen. */
function guess() {
  const start = field.value.trimStart().slice(0, 12).toLowerCase();
  if (start.startsWith('v=stsv')) at('kind').value = 'record';
  else if (start.startsWith('v=tlsrpt')) at('kind').value = 'tlsrpt';
  else if (start.startsWith('version')) at('kind').value = 'policy';
}

field.addEventListener('input', () => {
  guess();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
at('kind').addEventListener('change', check);
at('form').addEventListener('submit', event => {
  event.preventDefault();
  if (!field.value.trim()) fieldError(field, 'Enter the text of a record or a policy.');
  else if (takeTypedKey()) check();
});
addEventListener('hashchange', takeKey);
takeKey();
if (field.value) check();
