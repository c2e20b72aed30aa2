// What a report needs to be filed: when, by what, its digest, and a permanent link.

import {keepReport, problemInWords} from '/client.js';
import {element, quiet, remote, time} from '/text.js';

function row(term, ...value) {
  return [element('dt', {}, term), element('dd', {}, ...value)];
}

function button(text, action) {
  const made = element('button', {type: 'button', class: 'small'}, text);
  made.addEventListener('click', action);
  return made;
}

const fileName = domain => `${domain}.mta-sts.json`;

/** The octets as they were sent, so that their digest can be computed again. */
function download(domain, octets) {
  const url = URL.createObjectURL(new Blob([octets], {type: 'application/json'}));
  return element('a', {href: url, download: fileName(domain)}, 'Download the report (JSON)');
}

function permanent(url, until) {
  return [element('a', {href: url}, url), ' kept until ', time(until)];
}

/** A button that has the report kept, and becomes its link. */
function keeping(octets, seal) {
  const place = element('span', {});
  const keep = button('Keep this report', async () => {
    keep.disabled = true;
    const answer = await keepReport(octets, seal);
    keep.disabled = false;
    if (answer?.response.status === 201) {
      const {response} = answer;
      place.replaceChildren(...permanent(new URL(response.headers.get('Location'), location.origin).href, response.headers.get('Report-Kept-Until')));
      place.querySelector('a').focus();
    } else {
      const detail = answer ? problemInWords(answer.response, answer.body).detail : 'The service cannot be reached.';
      place.replaceChildren(keep, ' ', remote(detail, 'span', {role: 'alert'}));
    }
  });
  place.append(keep, element('span', {class: 'paper'}, 'None: this report was not kept.'));
  return place;
}

/** The section of a report for the file. */
export function fileElement({response, octets, body: report}) {
  const header = name => response.headers.get(name);
  const [digest, seal, until, program] = ['Report-Digest', 'Report-Seal', 'Report-Kept-Until', 'Report-Program'].map(header);
  const link = until ? permanent(location.origin + location.pathname, until) : seal ? keeping(octets, seal) : '';
  return element('section', {id: 'file'}, element('h3', {}, 'For the file'),
    element('dl', {},
      report.checked_at ? row('Checked at', time(report.checked_at)) : [],
      program ? row('Checked by', remote(program)) : [],
      digest ? row('Digest of the report', element('code', {}, `SHA-256 ${digest}`)) : [],
      link ? row('Permanent link', link) : []),
    digest ? quiet(['To verify the digest: ', element('code', {}, until
      ? `curl -s ${response.url} | sha256sum`
      : `sha256sum ${fileName(report.domain)}`), until ? '' : ', of the file that is downloaded here']) : '',
    element('p', {class: 'actions screen'}, button('Print, or save as PDF', () => print()), download(report.domain, octets)));
}
