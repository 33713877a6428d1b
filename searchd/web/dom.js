// Builds page elements. Text always becomes a text node, so nothing from the API is read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 *   Strings and numbers become text; null, undefined and false are left out.
 */

/**
 * An element with attributes and children. An attribute that is null, undefined or false is left
 * out, true is written empty; `class`, `data-…` and `aria-…` are given under their HTML names.
 * @param {string} name
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(key, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

/**
 * Adds children as `element` does.
 * @param {Node} parent
 * @param {(Child | Child[])[]} children
 */
function append(parent, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    parent.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * A drawing of icons.svg, hidden from screen readers: the words beside it say the same.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `icons.svg#${name}`);
  svg.append(use);
  return svg;
}

/**
 * Words for screen readers only.
 * @param {string} text
 */
export function hidden_text(text) {
  return element('span', { class: 'visually-hidden' }, text);
}

/** @param {string} selector @returns {HTMLElement} the element, which index.html must hold. */
export function required(selector) {
  const found = document.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`index.html has no ${selector}`);
  return found;
}

/** Puts text into the live region, where screen readers read it out. @param {string} text */
export function announce(text) {
  required('#status').textContent = text;
}
