// The paper for a meeting: made on the server, without a script, for the screen and for A4.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PHONE, WIDE, answer, close, launch, screenshot, with_page } from './support/browser.mjs';

const axe_source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAPER = 'api/v1/promotion?format=html';

before(launch);
after(close);

/** Opens the paper beside the page that every test begins with. */
async function open_paper(page, parameters = '') {
  await page.goto(new URL(PAPER + parameters, page.url()).href);
}

for (const viewport of [WIDE, PHONE]) {
  test(`ThePaperIsAccessible: ${viewport.width} px`, () => with_page({ viewport }, async (page) => {
    await open_paper(page);
    await screenshot(page, `paper-${viewport.width}`);
    await page.evaluate(axe_source);
    const violations = await page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations: found } = await globalThis.axe.run(document, { runOnly: tags });
      return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
    });
    assert.deepEqual(violations, []);
  }));
}

test('ThePaperShowsWhatTheApiAnswers', () => with_page({}, async (page) => {
  const { candidates } = await answer('api/v1/promotion');
  await open_paper(page);
  assert.equal(await page.locator('.candidate').count(), candidates.length);
  for (const candidate of candidates.slice(0, 3)) {
    const article = page.locator(`#c${candidate.rank}`);
    assert.equal(await article.locator('.reason').innerText(), candidate.reason);
    assert.equal(await article.locator('.evidence > li').count(), candidate.evidence.length);
  }
}));

test('ThePaperLinksEachSentenceToItsRecord', () => with_page({}, async (page) => {
  const { candidates } = await answer('api/v1/promotion');
  if (candidates.length === 0) return;
  await open_paper(page);
  const link = page.locator('.evidence a').first();
  assert.match(await link.getAttribute('href'), new RegExp(`record=${candidates[0].evidence[0].id}$`));
}));

test('ThePaperPrintsOnA4WithoutItsLinks', () => with_page({}, async (page) => {
  await open_paper(page);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.links').isVisible(), false);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  // 595 by 842 points: 210 by 297 mm.
  assert.match(pdf.toString('latin1'), /\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
}));

test('ThePaperNeedsNoScript', () => with_page({}, async (page) => {
  const response = await page.request.get(new URL(PAPER, page.url()).href);
  const html = await response.text();
  assert.doesNotMatch(html, /<script|<style|\son\w+=|\sstyle=/);
}));
