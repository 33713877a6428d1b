// The citation of a record, and copying to the clipboard.

import { announce, element, icon } from './dom.js';
import { address, read_state } from './state.js';
import { record_title, ward_text, year_text } from './wording.js';

/** @typedef {import('./api.js').RecordJson} RecordJson */

/** The full address of a record's page, without the search that led there. @param {string} id */
export function record_url(id) {
  return new URL(address({ ...read_state(''), record: id }), document.baseURI).href;
}

/**
 * One line that says where a text stands: whose report, which year, which part, which line.
 * @param {RecordJson} record
 */
export function citation(record) {
  const { source } = record;
  const place = [
    `${ward_text(record.ward)}「${source.title || source.file}」`,
    year_text(record),
    record_title(record).replaceAll('\u00a0', ' '),
    `${source.file} ${source.line}行目`,
    source.note,
    source.url,
    record_url(record.id),
  ];
  return place.filter(Boolean).join('、');
}

/**
 * A button that copies a text and says so.
 * @param {string} label
 * @param {string} icon_name
 * @param {string} text
 * @param {string} [name]  What is copied, for screen readers, where several buttons have one label.
 */
export function copy_button(label, icon_name, text, name) {
  const words = element('span', {}, label);
  const button = element('button', {
    type: 'button', class: 'button button-quiet', 'aria-label': name && `${label}（${name}）`,
  }, icon(icon_name), words);
  button.addEventListener('click', async () => {
    const done = await copied(text);
    words.textContent = done ? 'コピーしました' : 'コピーできません';
    announce(done ? `${label}：コピーしました` : 'コピーできません。文字を選択してコピーしてください。');
    setTimeout(() => { words.textContent = label; }, 2500);
  });
  return button;
}

/**
 * Whether the text could be put on the clipboard. Browsers offer the clipboard API only over HTTPS
 * and on the local machine; a city hall's intranet is often plain HTTP, hence the second way.
 * @param {string} text
 */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copied_from_field(text);
  }
}

/** @param {string} text */
function copied_from_field(text) {
  const before = document.activeElement;
  const field = /** @type {HTMLTextAreaElement} */ (
    element('textarea', { class: 'visually-hidden', readonly: true, 'aria-hidden': 'true' }));
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}
