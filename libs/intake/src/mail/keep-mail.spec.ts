import type { FileClaim } from '@gongkai/platform';
import { keepMail } from './keep-mail.js';
import { readMail } from './read-mail.js';

/** Keeps everything, and notes what it was told. */
function storeOf(claims: FileClaim[]) {
  return {
    save: (_content: AsyncIterable<Uint8Array>, claim: FileClaim) => {
      claims.push(claim);
      return Promise.resolve({ id: '', size: 0, mime: '' });
    },
  };
}

async function claimsOf(type: string, name: string): Promise<readonly FileClaim[]> {
  const head = ['From: a@b.cn', 'Subject: x', 'Content-Type: multipart/mixed; boundary="b"', '', '--b'];
  const part = [`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`, '', '%PDF-1.4', '--b--', ''];
  const source = Buffer.from([...head, ...part].join('\r\n'));
  const claims: FileClaim[] = [];
  await keepMail(source, await readMail(source), storeOf(claims));
  return claims;
}

test('an attachment that says no kind is kept by its name', async () => {
  expect((await claimsOf('', '申请书.pdf'))[0]).toEqual({ name: '申请书.pdf', mime: '', mayBreakOff: true });
});

test('a name shows its ending where it stands: what turns the direction of writing is no part of it', async () => {
  expect((await claimsOf('application/pdf', 'a\u202Efdp.txt'))[0]?.name).toBe('a fdp.txt');
});
