// A table of reports: sorted by any column, filtered by verdict, each row with its report.

import {covered, firstError, hosts, severe} from '/csv.js';
import {element, remote} from '/text.js';

/** The verdicts by need. */
const BY_NEED = ['BROKEN', 'UNDETERMINED', 'TESTING', 'NONE', 'ABSENT', 'ENFORCED'];
const WAITING = '';

function day(instant) {
  return instant?.slice(0, 10) ?? '';
}

function verdict(report) {
  return element('span', {class: `verdict ${report.verdict.toLowerCase()}`}, report.verdict);
}

function firstErrorLink(report) {
  const first = firstError(report);
  return first ? element('a', {href: `/docs/issues#${encodeURIComponent(first.code)}`}, first.code) : '';
}

function mxHosts(report) {
  return covered(report) === null ? (hosts(report) ? `– of ${hosts(report)}` : '') : `${covered(report)} of ${hosts(report)}`;
}

/** Each with what it is sorted by and how it is shown. */
const COLUMNS = [
  {name: 'Domain', key: row => row.domain},
  {name: 'Verdict', of: report => BY_NEED.indexOf(report.verdict), show: verdict},
  {name: 'MX hosts covered', of: report => (covered(report) ?? -1) - hosts(report), show: mxHosts},
  {name: 'Certificate until', of: report => day(report.certificate?.not_after), show: report => day(report.certificate?.not_after)},
  {name: 'Errors', of: report => severe(report, 'ERROR'), show: report => String(severe(report, 'ERROR'))},
  {name: 'Warnings', of: report => severe(report, 'WARNING'), show: report => String(severe(report, 'WARNING'))},
  {name: 'First error', of: report => firstError(report)?.code ?? '~', show: firstErrorLink},
];

function compare(one, other) {
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'en');
}

/** Over rows of a domain and its report, null as long as it is awaited; opening a row is up to the caller. */
export class Table {
  #rows;
  #open;
  #sorted = null;
  #shown = null;
  #body = element('tbody');
  #headings = COLUMNS.map((column, i) => this.#heading(column, i));
  #filter = element('p', {class: 'filter', role: 'group', 'aria-label': 'Show'});

  constructor(domains, open) {
    this.#open = open;
    this.#rows = domains.map((domain, i) => ({domain, i, report: null, line: element('tr')}));
    this.#rows.forEach(row => this.#fill(row));
    const table = element('table', {}, element('caption', {class: 'unseen'}, 'Reports'),
      element('thead', {}, element('tr', {}, this.#headings)), this.#body);
    this.element = element('div', {}, this.#filter, element('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Reports'}, table));
    this.#arrange();
  }

  /** The reports so far, in the order of the list. */
  get reports() {
    return this.#rows.filter(row => row.report).map(row => row.report);
  }

  get missing() {
    return this.#rows.filter(row => !row.report).map(row => row.domain);
  }

  put(report) {
    const row = this.#rows.find(each => each.domain === report.input);
    if (!row) return;
    row.report = report;
    this.#fill(row);
    this.#arrange();
  }

  /** Goes to the row of a domain. */
  focus(domain) {
    this.#rows.find(row => row.domain === domain)?.line.querySelector('button')?.focus();
  }

  #heading(column, i) {
    const button = element('button', {type: 'button'}, column.name);
    button.addEventListener('click', () => {
      this.#sorted = {i, down: this.#sorted?.i === i && !this.#sorted.down};
      this.#headings.forEach((each, at) => {
        if (at === i) each.setAttribute('aria-sort', this.#sorted.down ? 'descending' : 'ascending');
        else each.removeAttribute('aria-sort');
      });
      this.#arrange();
    });
    return element('th', {scope: 'col'}, button);
  }

  #fill(row) {
    const {report} = row;
    const name = report ? element('button', {type: 'button', class: 'link'}, remote(row.domain)) : remote(row.domain);
    if (report) name.addEventListener('click', () => this.#open(report));
    row.line.replaceChildren(element('th', {scope: 'row'}, name), ...COLUMNS.slice(1).map(column =>
      element('td', {}, report ? column.show(report) : column.name === 'Verdict' ? element('span', {class: 'quiet'}, 'waiting') : '')));
  }

  /** Puts the rows in their order, and leaves out what the filter does not show. Rows that wait are last. */
  #arrange() {
    const rows = [...this.#rows];
    if (this.#sorted) {
      const {i, down} = this.#sorted;
      const key = row => COLUMNS[i].key?.(row) ?? COLUMNS[i].of(row.report);
      const waits = row => !COLUMNS[i].key && !row.report;
      rows.sort((one, other) => waits(one) || waits(other) ? waits(one) - waits(other)
        : (down ? -1 : 1) * compare(key(one), key(other)) || one.i - other.i);
    }
    rows.forEach(row => { row.line.hidden = this.#shown !== null && verdictOf(row) !== this.#shown; });
    const focused = document.activeElement;
    if (rows.some((row, i) => this.#body.children[i] !== row.line)) this.#body.replaceChildren(...rows.map(row => row.line));
    if (this.#body.contains(focused)) focused.focus();
    this.#showFilter();
  }

  #showFilter() {
    const found = [...BY_NEED, WAITING].map(name => [name, this.#rows.filter(row => verdictOf(row) === name).length]);
    const choices = [[null, this.#rows.length], ...found.filter(([name, number]) => number || name === this.#shown)];
    const focused = [...this.#filter.children].findIndex(button => button === document.activeElement);
    const focusedName = focused < 0 ? undefined : this.#filter.children[focused].dataset.verdict;
    this.#filter.replaceChildren(...choices.map(([name, number]) => this.#choice(name, number)));
    if (focusedName !== undefined) [...this.#filter.children].find(button => button.dataset.verdict === focusedName)?.focus();
  }

  #choice(name, number) {
    const label = name === null ? 'all' : name === WAITING ? 'waiting' : name;
    const button = element('button', {type: 'button', class: 'small', 'data-verdict': label, 'aria-pressed': String(name === this.#shown)},
      label, ' ', element('span', {class: 'number'}, number.toLocaleString('en')), element('span', {class: 'unseen'}, number === 1 ? ' domain' : ' domains'));
    button.addEventListener('click', () => {
      this.#shown = name;
      this.#arrange();
    });
    return button;
  }
}

function verdictOf(row) {
  return row.report?.verdict ?? WAITING;
}
