// Checks a domain and shows its report. Foreign text is inserted as text only, with invisible characters escaped.

const API = '/v1/security/mta-sts';
const TITLE = 'MTA-STS check';
const KEY = 'mta-sts.key';
const INVISIBLE = /((?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}])/u;
const SEVERITIES = ['INFO', 'WARNING', 'ERROR'];
const MOST_LINES = 100;
const MOST_CHARACTERS = 1200;

/** The meaning of each verdict, filled in when the page is served. */
const VERDICTS = {{verdicts}};

/** The family of each issue code, which is the section that shows it; filled in when the page is served. */
const FAMILIES = {{families}};

const at = id => document.getElementById(id);
const page = {
  main: at('main'), form: at('form'), domain: at('domain'), domainError: at('domain-error'),
  keyField: at('key-field'), key: at('key'), keyError: at('key-error'),
  status: at('status'), problem: at('problem'), introduction: at('introduction'), result: at('result'),
};
let key = '';
let underWay = new AbortController();
let opened = location.search;

// Text and elements

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  made.append(...children.flat());
  return made;
}

function escaped(character) {
  const short = {'\r': '\\r', '\n': '\\n', '\t': '\\t', '\0': '\\0'}[character];
  const code = character.codePointAt(0);
  const hex = code.toString(16).toUpperCase();
  return short ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex.padStart(4, '0')}}`);
}

/** The nodes of a foreign text: invisible characters are shown as escapes. */
function shown(text) {
  return String(text).split(INVISIBLE)
    .map((part, i) => i % 2 ? element('span', {class: 'escape'}, escaped(part)) : part)
    .filter(part => part !== '');
}

function remote(text, name = 'span', attributes = {}) {
  return element(name, {class: 'remote', dir: 'ltr', ...attributes}, shown(text));
}

function code(text) {
  return remote(text, 'code', {class: 'received'});
}

function quiet(text) {
  return element('p', {class: 'quiet'}, text);
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function copyButton(text, what, selectable) {
  const label = element('span', {}, 'Copy');
  const button = element('button', {type: 'button', class: 'copy'}, label, element('span', {class: 'unseen'}, ` ${what}`));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      label.textContent = 'Copied';
      say(`Copied ${what}`);
    } catch {
      getSelection().selectAllChildren(selectable);
      label.textContent = 'Selected';
      say(`Selected ${what}; copy it with the keyboard`);
    }
    setTimeout(() => { label.textContent = 'Copy'; }, 4000);
  });
  return button;
}

/** A text to copy: the text itself is copied; on the page invisible characters are escaped. */
function copyable(text, what) {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const pre = element('pre', {class: 'received', dir: 'ltr', tabindex: '0', role: 'group', 'aria-label': what},
    lines.map((line, i) => [i ? '\n' : '', shown(line)]).flat(2));
  return element('div', {class: 'copyable'}, pre, copyButton(text, what, pre));
}

// Issues in their places

function rank(issue) {
  return SEVERITIES.indexOf(issue.severity);
}

function octets(character) {
  const code = character.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The line cut where a place begins or ends. Places count octets; a text that is not UTF-8 has one octet a character. */
function pieces(line, issues, oneOctet) {
  const found = [];
  const add = (text, marks) => {
    const worst = Math.max(-1, ...marks.map(rank));
    if (found.at(-1)?.worst === worst) found.at(-1).text += text;
    else found.push({text, worst});
  };
  let column = 1;
  for (const character of line) {
    const next = column + (oneOctet ? 1 : octets(character));
    const begin = column;
    add(character, issues.filter(issue => issue.column < next && begin < issue.column + issue.length));
    column = next;
  }
  const behind = issues.filter(issue => issue.column >= column);
  if (behind.length) add('\n', behind);
  return found;
}

function piece({text, worst}) {
  const characters = Array.from(text);
  const left = characters.length - MOST_CHARACTERS;
  const nodes = left <= 0 ? shown(text) : [
    shown(characters.slice(0, MOST_CHARACTERS / 2).join('')),
    element('span', {class: 'left-out'}, ` … ${count(left, 'character')} not shown … `),
    shown(characters.slice(-MOST_CHARACTERS / 2).join('')),
  ].flat();
  return worst < 0 ? nodes : element('mark', {class: SEVERITIES[worst].toLowerCase()}, nodes);
}

/** A text as received, each line with its number, and what was found in it below. */
function listing(text, issues, oneOctet) {
  const lines = text.split('\n').map((line, i, all) => i < all.length - 1 ? line.replace(/\r$/, '') : line);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const lineOf = issue => Math.min(issue.line, lines.length);
  const near = new Set(issues.flatMap(issue => [-2, -1, 0, 1, 2].map(by => lineOf(issue) + by)));
  const list = element('ol', {class: 'listing'});
  let left = 0;
  const leaveOut = () => {
    if (left) list.append(element('li', {class: 'left-out'}, `${count(left, 'line')} not shown`));
    left = 0;
  };
  lines.forEach((line, i) => {
    if (i >= MOST_LINES && !near.has(i + 1)) {
      left++;
      return;
    }
    leaveOut();
    const here = issues.filter(issue => lineOf(issue) === i + 1);
    list.append(element('li', {value: i + 1},
      element('code', {class: 'received', dir: 'ltr'}, pieces(line, here, oneOctet).map(piece).flat()),
      here.map(issueBox)));
  });
  leaveOut();
  return list;
}

function issueBox(issue) {
  const severity = issue.severity.toLowerCase();
  const place = issue.line === null ? '' : ` · line ${issue.line}, column ${issue.column}`;
  return element('div', {class: `issue ${severity}`, id: `issue-${issue.number}`},
    element('p', {}, element('strong', {class: 'severity'}, severity), ' ', remote(issue.message)),
    element('p', {class: 'remedy'}, remote(issue.remedy)),
    element('p', {class: 'source'}, element('a', {href: `/docs/issues#${encodeURIComponent(issue.code)}`}, issue.code),
      issue.rfc ? ` · ${issue.rfc}` : '', place));
}

// The report

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

function time(instant) {
  return element('time', {datetime: instant}, instant.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC'));
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

function meaning(report) {
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

function actions(report, asked) {
  const again = element('button', {type: 'button', id: 'again'}, 'Check again');
  again.addEventListener('click', () => check(asked, true));
  const link = `/?${new URLSearchParams({domain: report.domain})}`;
  return element('p', {class: 'actions'},
    element('span', {}, 'Checked ', report.checked_at ? time(report.checked_at) : 'now'),
    again,
    report.recommendations.length ? element('a', {href: '#advice'}, `What to do (${count(report.recommendations.length, 'step')})`) : '',
    element('a', {href: link}, 'Link to this check'));
}

function show(report, asked) {
  const issues = report.issues.map((issue, i) => ({...issue, number: i + 1}));
  const of = family => issues.filter(issue => FAMILIES[issue.code] === family);
  const notUtf8 = issues.some(issue => issue.code === 'POLICY_NOT_UTF8');
  const json = visibleJson(report);
  page.result.replaceChildren(
    ...headline(report), summary(issues), actions(report, asked),
    of('domain').length ? section('Domain', report.domain, '', of('domain')) : '',
    textSection('MTA-STS record', `_mta-sts.${report.domain} TXT`, report.dns_record, of('record')),
    policyHost(report, of('fetch')),
    textSection('Policy file', report.policy_url ?? '', report.policy, of('policy'), notUtf8),
    hosts(report, of('mx')),
    textSection('TLSRPT record', `_smtp._tls.${report.domain} TXT`, report.tls_rpt, of('tls_rpt')),
    advice(report.recommendations),
    element('details', {}, element('summary', {}, 'Report as JSON'), copyable(json, 'the report as JSON')));
  document.title = `${report.domain}: ${report.verdict} · ${TITLE}`;
  say(`${report.domain}: ${report.verdict}. ${meaning(report)}`);
}

// States

function say(text) {
  page.status.replaceChildren(...shown(text));
}

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
  keep('');
  page.keyField.hidden = false;
  fieldError(page.key, page.keyError, text);
}

function trouble(title, detail) {
  page.problem.replaceChildren(element('p', {}, element('strong', {}, title)), remote(detail, 'p'));
}

/** A problem (RFC 9457) in plain words, where it can be corrected. */
function refused(response, problem) {
  const wait = Number(response.headers.get('Retry-After'));
  const inWords = wait < 120 ? count(wait, 'second') : count(Math.ceil(wait / 60), 'minute');
  const later = wait > 0 ? `Try again in ${inWords}.` : 'Try again later.';
  const detail = problem?.detail ?? `The service answered HTTP ${response.status} without a reason.`;
  switch (response.status) {
    case 400: return fieldError(page.domain, page.domainError, detail);
    case 401: return askForKey(key ? 'The service does not accept this key. Enter another.' : 'This service requires an API key.');
    case 429: return trouble('Too many requests', `${later} ${detail}`);
    case 503: return trouble('The service is busy', `${later} ${detail}`);
    default: return trouble('The service could not answer', detail);
  }
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
  const answer = await ask(domain, fresh, mine.signal);
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

/** The response and its JSON; null when there was none. */
async function ask(domain, fresh, signal) {
  const query = new URLSearchParams(fresh ? {domain, fresh} : {domain});
  const headers = key ? {Authorization: `Bearer ${key}`} : {};
  try {
    const response = await fetch(`${API}?${query}`, {headers, signal, cache: 'no-store'});
    return {response, body: await response.json().catch(() => null)};
  } catch {
    return null;
  }
}

// Keys and addresses

/** Keeps the key for this tab alone; where the browser stores nothing, for this page. */
function keep(given) {
  key = given;
  try {
    if (given) sessionStorage.setItem(KEY, given);
    else sessionStorage.removeItem(KEY);
  } catch { /* storage is switched off */ }
}

function keptKey() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Takes a key out of the fragment, and the fragment out of the address bar and the history. */
function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1).replaceAll('+', '%2B')).get('key');
  if (given === null) return false;
  history.replaceState(null, '', location.pathname + location.search);
  keep(given.trim());
  return true;
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
  if (given) keep(given);
  page.key.value = '';
  const search = `?${new URLSearchParams({domain})}`;
  if (search !== opened) history.pushState(null, '', `/${search}`);
  opened = search;
  check(domain);
}

page.form.addEventListener('submit', submit);
addEventListener('popstate', () => { if (location.search !== opened) open(); });
addEventListener('hashchange', () => { if (takeKey()) open(); });
key = keptKey();
takeKey();
open();
