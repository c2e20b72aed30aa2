// How long something takes: what passes while a check is under way, and what is left until the next may be sent.

import {TIMEOUT} from '/catalogue.js';
import {count} from '/text.js';

const at = id => document.getElementById(id);

/** Calls with whole seconds since now, at once and then each second, until it returns false or is told to stop. */
function eachSecond(call) {
  const begin = performance.now();
  let timer = 0;
  const tick = () => {
    if (call(Math.round((performance.now() - begin) / 1000)) === false) clearInterval(timer);
  };
  timer = setInterval(tick, 1000);
  tick();
  return () => clearInterval(timer);
}

/** Shows the seconds and the button to cancel; returns what ends it. */
export function wait() {
  at('waiting').hidden = false;
  const stop = eachSecond(passed => {
    at('elapsed').textContent = `${passed} s${passed < 5 ? '' : `. A check takes at most ${TIMEOUT} seconds once it has begun`}`;
  });
  return () => {
    stop();
    at('waiting').hidden = true;
  };
}

/** Says how long it takes until something may be tried again; returns what ends it. */
export function countDown(seconds, place, done) {
  return eachSecond(passed => {
    const left = seconds - passed;
    if (left <= 0) {
      place.textContent = 'You can try again now.';
      done();
      return false;
    }
    place.textContent = `Try again in ${left < 120 ? count(left, 'second') : count(Math.ceil(left / 60), 'minute')}.`;
    return true;
  });
}
