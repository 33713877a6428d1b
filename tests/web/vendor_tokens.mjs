// Writes searchd/web/tokens.css: the design tokens of デジタル庁デザインシステム that style.css uses, as
// they stand in the npm package, and nothing else. Run `npm run tokens` after using another token
// in style.css or after changing the version in package.json.

import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const package_dir = join(here, 'node_modules/@digital-go-jp/design-tokens');
const web_dir = join(here, '../../searchd/web');

/** The package's token names all begin with one of these; other properties are the page's own. */
const TOKEN = /--(?:color-(?:primitive|neutral|semantic)|font-(?:weight|size|family)|line-height|border-radius|elevation)-[\w-]+/g;

/**
 * The text of tokens.css for what `style` uses. Throws if it uses a token that the package lacks.
 * @param {string} style
 * @returns {string}
 */
export function used_tokens(style) {
  const version = JSON.parse(readFileSync(join(package_dir, 'package.json'), 'utf8')).version;
  const declared = new Map([...readFileSync(join(package_dir, 'dist/tokens.css'), 'utf8')
    .matchAll(/^\s*(--[\w-]+):\s*(.+);$/gm)].map(([, name, value]) => [name, value]));
  const wanted = new Set(style.match(TOKEN));
  for (const name of wanted) {  // A semantic colour names a primitive one, which is wanted too.
    for (const inner of declared.get(name)?.match(TOKEN) ?? []) wanted.add(inner);
  }
  const missing = [...wanted].filter((name) => !declared.has(name));
  if (missing.length > 0) throw new Error(`not in design-tokens ${version}: ${missing.join(', ')}`);
  const lines = [...declared].filter(([name]) => wanted.has(name))
    .map(([name, value]) => `  ${name}: ${value};`);
  return `/* Made by tests/web/vendor_tokens.mjs from @digital-go-jp/design-tokens ${version} (MIT License,
   Copyright (c) 2023 デジタル庁; see LICENSE-design-tokens). Do not edit. */
:root {
${lines.join('\n')}
}
`;
}

export const paths = { style: join(web_dir, 'style.css'), tokens: join(web_dir, 'tokens.css') };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(paths.tokens, used_tokens(readFileSync(paths.style, 'utf8')));
}
