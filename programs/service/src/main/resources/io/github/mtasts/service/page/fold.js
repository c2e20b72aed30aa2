// Long lists show their beginning, and the rest on demand.

import {count, element} from '/text.js';

/** A button that makes way for what it stands for; what is made then takes the focus if the button had it. */
export function unfold(label, make, place = button => button) {
  const button = element('button', {type: 'button', class: 'fold'}, label);
  const whole = place(button);
  button.addEventListener('click', () => {
    const made = make();
    const focused = document.activeElement === button;
    const before = whole.previousElementSibling;
    whole.replaceWith(...made);
    if (!focused) return;
    const next = before?.nextElementSibling ?? made.find(node => node instanceof Element);
    next?.setAttribute('tabindex', '-1');
    next?.focus();
  });
  return whole;
}

/** The elements of the first items, and a button in an element of its own for the others. */
export function folded(items, most, word, wrapper, make = item => item) {
  const first = items.slice(0, most).map(make);
  if (items.length <= most) return first;
  const label = `Show all ${count(items.length, word)}`;
  return [...first, unfold(label, () => items.slice(most).map(make), button => element(wrapper, {class: 'rest'}, button))];
}

/** Opens all that is folded, because on paper nobody can. */
export function unfoldAll() {
  for (let left; (left = document.querySelectorAll('button.fold')).length;) left.forEach(button => button.click());
  document.querySelectorAll('details').forEach(each => { each.open = true; });
}
