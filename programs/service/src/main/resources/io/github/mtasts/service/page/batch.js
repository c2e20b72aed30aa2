// Many domains in one request: the reports as they arrive.

import {call} from '/client.js';

const BATCH = '/v1/security/mta-sts/batch';

/** The lines of an answer, each as soon as it is whole. */
async function* lines(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const parts = (begun + next.value).split('\n');
    begun = parts.pop();
    yield* parts;
  }
}

/**
 * Hands over each report. Returns the response, with its problem where it has one; null where there was no answer, or none to
 * the end.
 */
export async function checkAll(domains, signal, take) {
  try {
    const response = await call(BATCH, {
      method: 'POST', signal, headers: {'Content-Type': 'application/json'}, body: JSON.stringify({domains}),
    });
    if (!response.ok) return {response, body: await response.json().catch(() => null)};
    for await (const line of lines(response)) {
      const report = JSON.parse(line);
      if (report.verdict) take(report);
    }
    return {response};
  } catch {
    return null;
  }
}
