// The page below a path of a reverse proxy, as a city hall's portal serves it.

import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { after, before, test } from 'node:test';
import { base_url, close, launch, with_page } from './support/browser.mjs';

const PREFIX = '/portal/torikumi/';
let proxy;

before(async () => {
  await launch();
  proxy = createServer((incoming, outgoing) => {
    if (!incoming.url.startsWith(PREFIX)) {
      outgoing.writeHead(404).end();
      return;
    }
    const target = new URL(incoming.url.slice(PREFIX.length), base_url);
    incoming.pipe(request(target, { method: incoming.method }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    }));
  });
  await new Promise((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
});

after(async () => {
  await close();
  proxy.close();
});

// with_page also fails if anything outside the path is asked for.
test('WorksBelowAPathOfAProxy', async () => {
  const base = `http://127.0.0.1:${proxy.address().port}${PREFIX}`;
  await with_page({ base }, async (page) => {
    await page.locator('#q').fill('窓口');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
    await page.getByRole('article').first().getByRole('link').first().click();
    await page.getByRole('link', { name: '検索結果に戻る' }).waitFor();
    assert.ok(page.url().startsWith(`${base}?q=`));
    assert.ok((await page.locator('.citation').textContent()).includes(`${base}?record=`));
    await page.getByRole('link', { name: '取組検索' }).click();
    await page.getByRole('heading', { level: 1, name: '区役所サービス向上の取組を探す' }).waitFor();
    assert.equal(page.url(), base);
  });
});
