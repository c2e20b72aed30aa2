// What is new in a report, compared with the one before.

const texts = report => ({
  'MTA-STS record': report.dns_record ? [report.dns_record.raw] : [],
  'Policy file': report.policy ? report.policy.raw.replace(/\r?\n$/, '').split(/\r?\n/) : [],
  'TLSRPT record': report.tls_rpt ? [report.tls_rpt.raw] : [],
  'MX hosts': report.mx.map(({host, preference}) => `${preference ?? ''} ${host}`.trim()),
  'Certificate': report.certificate ? [`valid until ${report.certificate.not_after}`, ...report.certificate.names] : [],
});

/** The items of a list that another list lacks; one that occurs twice is there twice. */
function beyond(list, other, key = item => item) {
  const left = new Map();
  other.forEach(item => left.set(key(item), (left.get(key(item)) ?? 0) + 1));
  return list.filter(item => {
    const there = left.get(key(item)) ?? 0;
    left.set(key(item), there - 1);
    return there <= 0;
  });
}

/** The verdicts if they differ; issues that appeared or are gone, by code and subject; lines of texts that did. */
export function changesBetween(before, now) {
  const kind = issue => `${issue.code} ${issue.subject}`;
  const [old, fresh] = [texts(before), texts(now)];
  return {
    verdicts: before.verdict === now.verdict ? null : [before.verdict, now.verdict],
    appeared: beyond(now.issues, before.issues, kind),
    gone: beyond(before.issues, now.issues, kind),
    texts: Object.keys(fresh)
      .map(name => ({name, gone: beyond(old[name], fresh[name]), appeared: beyond(fresh[name], old[name])}))
      .filter(({gone, appeared}) => gone.length || appeared.length),
  };
}
