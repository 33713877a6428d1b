// The search box: submitting, input methods, and the "/" key.

import { required } from './dom.js';

/** keyCode of a key that the input method takes; Safari tells nothing else of the Enter that ends a conversion. */
const IME_KEY_CODE = 229;
const SHORTCUT_SETTING = 'torikumi.slash-shortcut';

/**
 * Connects the box.
 * @param {(query: string) => void} submit  Called with the trimmed query.
 */
export function connect_search_box(submit) {
  const form = required('#search');
  const input = box();
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === IME_KEY_CODE)) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(input.value.trim());
  });
  connect_shortcut(input);
}

/** @param {string} query */
export function show_query(query) {
  box().value = query;
}

/** Puts the cursor into the box where that does not raise a keyboard over the page. */
export function focus_on_wide_screen() {
  if (matchMedia('(min-width: 48rem) and (pointer: fine)').matches) box().focus({ preventScroll: true });
}

function box() {
  return /** @type {HTMLInputElement} */ (required('#q'));
}

/** A one-key shortcut can get in the way of speech input: it can be switched off, and that is kept. */
function connect_shortcut(input) {
  const setting = /** @type {HTMLInputElement} */ (required('#slash-shortcut'));
  setting.checked = stored_setting() !== 'off';
  setting.addEventListener('change', () => store_setting(setting.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    const has_modifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== '/' || !setting.checked || has_modifier || event.isComposing || is_typing(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** @param {EventTarget|null} target */
function is_typing(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'));
}

function stored_setting() {
  try {
    return localStorage.getItem(SHORTCUT_SETTING);
  } catch {
    return null;  // Storage is switched off in this browser.
  }
}

/** @param {string} value */
function store_setting(value) {
  try {
    localStorage.setItem(SHORTCUT_SETTING, value);
  } catch {
    // The choice holds until the page is left.
  }
}
