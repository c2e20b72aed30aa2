// Reports as a CSV file with the rows that the service writes when it is asked for text/csv (ReportCsv, CsvLine).

import {plain} from '/text.js';

const MOST_CHARACTERS = 200;
const MOST_NAMES = 10;
const COLUMNS = ['input', 'domain', 'verdict', 'checked_at', 'mode', 'max_age', 'id', 'certificate_not_after', 'mx_covered',
  'mx_hosts', 'tls_rpt', 'errors', 'warnings', 'first_error', 'first_error_message', 'advice'];

function bounded(text) {
  let out = '';
  for (const character of text) {
    const shown = plain(character);
    if (out.length + shown.length > MOST_CHARACTERS) return `${out}…`;
    out += shown;
  }
  return out;
}

function list(texts) {
  const left = texts.length - MOST_NAMES;
  return texts.slice(0, MOST_NAMES).map(bounded).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** No spreadsheet computes it, whatever it takes for the end of a cell. */
function cell(text) {
  const safe = text.replace(/(^|[,;"])( *)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, "$1$2'");
  return /[,;"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells) {
  return `${cells.map(each => cell(String(each ?? ''))).join(',')}\r\n`;
}

/** The first error that is not the mere echo of another, if there is one. */
export function firstError(report) {
  const errors = report.issues.filter(issue => issue.severity === 'ERROR');
  return errors.find(error => error.code !== 'RECORD_WITHOUT_POLICY') ?? errors[0];
}

export function severe(report, severity) {
  return report.issues.filter(issue => issue.severity === severity).length;
}

export function hosts(report) {
  return report.mx.length + (report.left_out?.mx ?? 0);
}

/** How many of the hosts the policy covers; null where that is not known. */
export function covered(report) {
  return report.policy?.valid && hosts(report) === report.mx.length ? report.mx.filter(host => host.covered_by !== null).length : null;
}

function row({input, ...report}) {
  const first = firstError(report);
  return line([
    plain(input), plain(report.domain), report.verdict, report.checked_at, report.mode, report.policy?.max_age,
    bounded(report.dns_record?.id ?? ''), report.certificate?.not_after, covered(report), hosts(report),
    list(report.tls_rpt?.rua ?? []), severe(report, 'ERROR'), severe(report, 'WARNING'), first?.code, first?.message,
    report.recommendations.map(({code}) => code).join(' '),
  ]);
}

/** The file of these reports, each with the entry that it answers. */
export function csvFile(reports) {
  return line(COLUMNS) + reports.map(row).join('');
}
