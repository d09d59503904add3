/** Text as a page shows it. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** A cell of a table: a text, or one that leads to a file. */
export type Cell = string | { readonly text: string; readonly to: string };

const STYLE = `body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}th,td{border:1px solid;padding:.25rem .5rem;text-align:left;vertical-align:top}
th{white-space:nowrap}td{overflow-wrap:anywhere}code{font-family:monospace}`;

/** A page that needs nothing beside it. @param parts HTML */
export const page = (title: string, parts: readonly string[]): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${parts.join('\n')}
</body></html>
`;

/** A table under a heading; without rows it says so. */
export function table(heading: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cellText(cell)}</td>`).join('')}</tr>`).join('\n');
  const cells = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  return `<h2>${escaped(heading)}</h2>\n${rows.length === 0 ? '<p>无 · none</p>' : `<table><thead><tr>${cells}</tr></thead><tbody>\n${body}\n</tbody></table>`}`;
}

/** What there is one of: a name and what it is. */
export const facts = (pairs: readonly (readonly [name: string, value: Cell])[]): string =>
  `<table><tbody>\n${pairs.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${cellText(value)}</td></tr>`).join('\n')}\n</tbody></table>`;

const cellText = (cell: Cell): string =>
  typeof cell === 'string'
    ? escaped(cell)
    : `<a href="${escaped(cell.to.split('/').map(encodeURIComponent).join('/'))}">${escaped(cell.text)}</a>`;

/** How somebody who has nothing but the folder finds out whether it is whole. @param up from the page to the top of the bag */
export const howToVerify = (up: string): string => `<h2>核验 · verification</h2>
<p>在最上层文件夹（${up}）运行 <code>sha256sum -c manifest-sha256.txt</code> 可核验全部文件；结构为 BagIt 1.0（RFC 8493）。journal.jsonl 每行为一条办件记录（RFC 8785 规范 JSON）：
去掉 hash 字段后，其规范文本的 SHA-256 即 hash；previousHash 为上一条的 hash，首条为 64 个 0。</p>
<p lang="en">Run <code>sha256sum -c manifest-sha256.txt</code> in the top folder (${up}) to check every file; the structure is BagIt 1.0 (RFC 8493).
Each line of journal.jsonl is one entry (canonical JSON, RFC 8785): the SHA-256 of the line without its field hash is hash; previousHash is
the hash of the line before, 64 zeros for the first.</p>`;
