// Keys: input methods, a whole search without a mouse, shortcuts, focus that can be seen.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, shown, with_page } from './support/browser.mjs';

before(launch);
after(close);

const focused = (page) => page.evaluate(() => document.activeElement.dataset.key ?? document.activeElement.id);

/** Presses Tab until `wanted` has the focus; how often that took. */
async function tab_to(page, wanted, most = 80) {
  for (let presses = 1; presses <= most; presses += 1) {
    await page.keyboard.press('Tab');
    if (wanted(await focused(page))) return presses;
  }
  throw new Error(`not reached within ${most} presses of Tab; the focus is on ${await focused(page)}`);
}

test('EnterThatEndsAConversionDoesNotSearch', () => with_page({}, async (page) => {
  const searches = [];
  page.on('request', (request) => { if (request.url().includes('api/v1/search')) searches.push(request.url()); });
  await page.locator('#q').focus();
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'まどぐち', selectionStart: 4, selectionEnd: 4 });
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13, text: '\r' };
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  assert.equal(new URL(page.url()).search, '');
  assert.deepEqual(searches, []);
  await keys.send('Input.insertText', { text: '窓口' });
  assert.equal(await page.locator('#q').inputValue(), '窓口');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
  assert.equal(searches.length, 1);
}));

test('AnEnterKnownOnlyByItsKeyCodeDoesNotSearch', () => with_page({}, async (page) => {
  const is_prevented = await page.locator('#q').evaluate((box) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    return !box.dispatchEvent(event);
  });
  assert.equal(is_prevented, true);
}));

test('AWholeSearchNeedsNoMouse', () => with_page({ path: '?q=多言語' }, async (page) => {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '本文へ移動');
  await page.keyboard.press('Enter');
  await tab_to(page, (key) => key === 'kind:initiative', 1);
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'q');
  await page.keyboard.type('窓口');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
  assert.equal(await focused(page), 'q');
  await tab_to(page, (key) => key.startsWith('ward:'));
  await page.keyboard.press('Enter');
  await page.getByRole('list', { name: '選択中の条件' }).waitFor();
  assert.match(await focused(page), /^ward:/);
  await tab_to(page, (key) => key.startsWith('hit:'));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '検索結果に戻る' }).waitFor();
  assert.equal(await focused(page), 'view-title');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
  await page.waitForFunction(() => document.activeElement.dataset.key?.startsWith('hit:'));
}));

test('TheSkipLinkDoesNotLoadTheViewAgain', () => with_page({ path: '?q=窓口' }, async (page) => {
  const requests = [];
  page.on('request', (request) => { if (request.url().includes('api/v1')) requests.push(request.url()); });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/);
  await page.waitForLoadState('networkidle');
  assert.deepEqual(requests, []);
  assert.equal(await focused(page), 'main');
}));

test('TheSlashIsTypedInsideTheBoxAndCanBeSwitchedOff', () => with_page({ path: '?q=窓口' }, async (page) => {
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('a/b');
  assert.equal(await page.locator('#q').inputValue(), 'a/b');
  await page.getByText('検索のしかた').click();
  await page.getByRole('checkbox', { name: /検索欄に移動する/ }).uncheck();
  await page.keyboard.press('/');
  assert.notEqual(await focused(page), 'q');
  await page.reload();
  await shown(page);
  await page.keyboard.press('/');
  assert.notEqual(await focused(page), 'q');
}));

test('TheFocusIsSeenOnEverythingThatTakesIt', () => with_page({ path: '?q=窓口' }, async (page) => {
  const unseen = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const style = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
      return { what: document.activeElement.outerHTML.slice(0, 80), outlineStyle, outlineWidth, boxShadow };
    });
    if (style.outlineStyle !== 'solid' || style.outlineWidth !== '4px' || style.boxShadow === 'none') unseen.push(style);
  }
  assert.deepEqual(unseen, []);
}));

test('TheCursorStandsInTheBoxOnTheStartPageOfAWideScreenOnly', async () => {
  await with_page({}, async (page) => assert.equal(await focused(page), 'q'));
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  await with_page(phone, async (page) => assert.notEqual(await focused(page), 'q'));
});
