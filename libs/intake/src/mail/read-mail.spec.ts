import { readMail } from './read-mail.js';

/** As old programs write it: GB 18030, in a file of signs of one byte each. */
const SIGNS = { 申请表: 'c9eac7ebb1ed', 请见附件: 'c7ebbcfbb8bdbcfe', 陈生: 'b3c2c9fa' } as const;
const old = (text: keyof typeof SIGNS): string => Buffer.from(SIGNS[text], 'hex').toString('latin1');
const written = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

const withFile = (...lines: readonly string[]): Buffer =>
  written(
    ...['Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain; charset=gb2312', '', old('请见附件')],
    ...['--b', ...lines, 'Content-Transfer-Encoding: base64', '', 'JVBERi0=', '--b--'],
  );

describe('a mail of an old program, in GB 18030', () => {
  it.each([
    ['in one line', [`Content-Disposition: attachment; filename="${old('申请表')}.pdf"`]],
    ['in a line of its own', ['Content-Disposition: attachment;', `\tfilename="${old('申请表')}.pdf"`]],
    ['in its kind alone', [`Content-Type: application/pdf; name="${old('申请表')}.pdf"`]],
  ])('names its file %s', async (_where, lines) => {
    const { attachments, text } = await readMail(withFile(...lines));
    expect([attachments[0]?.name, text]).toEqual(['申请表.pdf', '请见附件']);
  });

  it('may have lines in its head that another program has written', async () => {
    const mail = written(`From: ${utf8('林知远')} <lin@example.org>`, `Subject: ${old('申请表')}`, '', 'x');
    expect(await readMail(mail)).toMatchObject({ sender: expect.stringContaining('林知远') as string, subject: '申请表' });
  });

  it.each([
    ['says nothing of it', 'Content-Type: text/plain'],
    ['says the wrong thing', 'Content-Type: text/plain; charset=us-ascii'],
  ])('is read where it %s', async (_what, kind) => {
    expect((await readMail(written('Subject: x', kind, '', old('请见附件')))).text).toBe('请见附件');
  });

  it('is left as it is where it says how it is written', async () => {
    const { text } = await readMail(written('Content-Type: text/plain; charset=gb2312', '', `${old('陈生')}\xff`));
    expect(text).toMatch(/^陈生/);
  });
});
