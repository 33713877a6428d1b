// What every browser test needs: the daemon's address, a browser, and pages that fail the test when
// the page asks for anything outside its own origin or reports an error.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const artifacts = join(here, '../artifacts');

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Address of the page, with a slash at the end. `./torikumi test` starts a daemon and sets it. */
export const base_url = daemon_address();

function daemon_address() {
  const given = process.env.TORIKUMI_URL;
  if (!given) {
    throw new Error('TORIKUMI_URL is not set: start torikumi-searchd on the sample corpus and give its address');
  }
  return given.endsWith('/') ? given : `${given}/`;
}

let browser;

/** One browser for a test file; Playwright gives it a fresh profile folder. */
export async function launch() {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

export async function close() {
  await browser?.close();
}

/**
 * Runs `body` with a page of its own context, then checks what the page did.
 * @param {object} options  Of the browser context; `path` below `base` is opened first, after
 *   `prepare(page)`; `expects_failures` tells that the browser may report failed requests (never
 *   script errors).
 * @param {(page: import('playwright-core').Page) => Promise<void>} body
 */
export async function with_page({ path = '', base = base_url, prepare, expects_failures = false, ...options }, body) {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: WIDE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`foreign request: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    const is_failed_request = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !(is_failed_request && expects_failures)) faults.push(message.text());
  });
  try {
    await prepare?.(page);
    await open(page, path, base);
    await body(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** Opens a view and waits until it is shown. */
export async function open(page, path, base = base_url) {
  await page.goto(base + path);
  await shown(page);
}

/** Waits until the page has shown what it was asked for. */
export async function shown(page) {
  await page.locator('main[aria-busy="false"] :is(h1, h2)').first().waitFor();
}

/** A JSON answer of the daemon itself, to compare the page with. */
export async function answer(path) {
  const response = await fetch(base_url + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

/** The API's answer to a search, with the page's defaults. */
export function search_answer(parameters) {
  return answer(`api/v1/search?${new URLSearchParams({ limit: '20', ...parameters })}`);
}

/** The piece of a text between two code points. */
export function code_points(text, [begin, end]) {
  return Array.from(text).slice(begin, end).join('');
}

/** Number in a text such as 「取組 1,234件」. */
export function number_in(text) {
  const match = text.match(/([\d,]+)件/);
  assert.ok(match, `no count in ${text}`);
  return Number(match[1].replaceAll(',', ''));
}

/** Keeps a picture of the page for people to look at. */
export async function screenshot(page, name) {
  mkdirSync(artifacts, { recursive: true });
  await page.screenshot({ path: join(artifacts, `${name}.png`), fullPage: true });
}
