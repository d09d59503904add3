import { spawnSync } from 'node:child_process';
import { PAPER_KINDS, paperOfStep, PAPERS_ABOUT, Refusal, type PaperKind } from '@gongkai/contracts';
import { noticeKindOf } from '@gongkai/lifecycle';
import decodeQr from 'qr/decode.js';
import sharp from 'sharp';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { checkGlyphs } from '../../libs/correspondence/src/content/glyphs.js';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import { docxOf } from '../../libs/correspondence/src/print/docx.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { qrGif } from '../../libs/correspondence/src/print/qr-code.js';
import { readDocx, readPdf, squeezed } from '../support/read-back.js';
import { pdftotext, suiteNeeding } from '../support/tools.js';
import { unzipped } from '../support/unzipped.js';
import { paperOf, sources, tellingOf } from './worked-case.js';

const FONTS = 'config/fonts';
const fonts = readFonts(FONTS);
const print = pdfPrinter(FONTS, fonts.families);

/** What a QR code in a picture says, however long it takes. */
async function readQr(picture: Uint8Array): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQr({ width: info.width, height: info.height, data }, { timeLimit: Infinity });
}

/** What has to be read on each paper of the worked case: numbers, days, articles, remedies. Worked out by hand from the law. */
const EXPECTED: Readonly<Record<PaperKind, readonly string[]>> = {
  registration_form: [
    '城管依申请〔2026〕21号',
    '李明远',
    '公民',
    '****0015',
    '2025年违法建设拆除台账',
    '当面提交',
    '2026年3月2日',
    '林致远',
  ],
  receipt_slip: [
    '当面提交',
    '2026年3月2日接收',
    '《中华人民共和国政府信息公开条例》第三十一条第一项',
    '收到申请之日为2026年3月2日',
  ],
  correction: ['文〔2026〕', '李明远：', '第三十条', '请写明台账的年份', '请写明公司的名称', '15个工作日内', '2026年3月4日'],
  explain_reasons: ['第三十五条', '7个工作日内', '本月提出申请31件，同一事项反复申请', '2026年3月23日'],
  extension_form: ['李明远', '10个工作日', '档案查找工作量大', '林致远', '2026年3月25日', '同意', '陈立', '2026年3月26日'],
  extension: ['第三十三条第二款', '档案查找工作量大', '延长10个工作日', '2026年3月26日'],
  consult_third_party: ['某建筑公司：', '第三十二条', '15个工作日内', '由本机关依照', '2026年3月10日'],
  consult_joint_producer: ['市规划局：', '第三十四条', '15个工作日内', '视为同意公开'],
  consult_other_organ: ['市档案局：', '第十一条', '15个工作日内'],
  consult_secrecy_authority: ['市国家保密局：', '第十七条第三款', '恳请尽快函复'],
  consultation_answer: [
    '征求意见机关',
    '某建筑公司',
    '收到征求意见书之日起15个工作日内',
    '□部分同意',
    '网上答复',
    '签名或者盖章',
  ],
  consultation_notice: ['李明远：', '第三十三条第三款', '不计算在答复期限内'],
  consultation_record: [
    ...['某建筑公司', '第三方', '二', '2026年3月10日', '2026年3月11日', '2026年4月1日', '2026年3月16日答复不同意公开：影响商誉'],
    ...['市规划局', '2026年3月16日答复同意公开'],
  ],
  answer_by_link: ['2026年3月16日10:20', '不同意公开', '填写人：王经理', '情况说明.pdf（bbbbbbbbbbbbbbbb）'],
  consultation_ended: ['某建筑公司：', '2026年3月10日', '自2026年3月13日起终止', '不必再答复'],
  third_party_disclosure: [
    ...['某建筑公司：', '第十五条、第三十二条', '影响商誉', '涉及周边居民的人身安全', '2026年3月20日'],
    '对本机关公开上述信息的决定不服的，可以自收到本告知书之日起60日内向云川市人民政府申请行政复议，也可以自收到本告知书之日起6个月内直接向云川市清河区人民法院提起行政诉讼',
  ],
  fee: ['200.00元（按件计收）', '不能单独就该决定', '第11至12件，共2件，每件100元，计200元', '2026年4月28日前'],
  fee_lifted: ['并于2026年3月5日作出', '本月申请件数计算有误', '按未曾收费计算', '期限为2026年3月30日'],
  delay: ['第三十五条', '涉及多个部门', '延迟至2026年5月29日前（含当日）', '2026年4月2日'],
  reply: [
    ...['李明远：', '共有4项', '一、2025年违法建设拆除台账', '第三十六条第一项', '本机关门户网站“政府信息公开”专栏'],
    ...['第三十七条', '属于商业秘密、个人隐私等第三方合法权益，根据《中华人民共和国政府信息公开条例》第十五条的规定不予公开'],
    ...['经查，该合同附件第3页载有两名经办人的身份证号码。', '公开该部分内容将造成的损害：公开会使经办人的个人信息被他人冒用。'],
    ...['经查，该记录为2025年3月局长办公会的讨论记录', '审查了能否作区分处理：全文均为讨论意见'],
    ...['属于过程性信息，根据《中华人民共和国政府信息公开条例》第十六条第二款的规定', '属于讨论记录。', '第三十六条第四项'],
    '对本答复中第二、三项不服的，可以自收到本答复之日起60日内向云川市人民政府申请行政复议。依照行政复议法第二十三条',
    '仍不服的，可以自收到该决定之日起15日内向云川市清河区人民法院提起行政诉讼',
    '对本答复中第一、四项不服的，可以自收到本答复之日起60日内向云川市人民政府申请行政复议，也可以自收到本答复之日起6个月内直接向云川市清河区人民法院提起行政诉讼',
    ...['云川市行政复议服务平台', '云川市人民政府办公室投诉、举报', '2026年4月9日'],
  ],
  review_form: [
    ...['二、某建筑公司的处罚决定书', '部分公开', '处罚决定书.pdf（aaaaaaaaaaaaaaaa）', '林致远', '2026年4月2日'],
    ...['同意', '顾宁', '2026年4月3日'],
  ],
  approval_sheet: [
    ...['李明远', '林致远', '送签', '第二项同意', '保密审查', '顾宁', '审批', '方越（代高岚，2026年3月2日委托）', '陈立', '签发'],
    ...['请核对期限', '依申请公开', '2026年4月8日', '2026年4月9日', '（处罚决定书原件，共4页，档案室）'],
  ],
  contact_record: ['李明远', '当面提交', '2026年3月2日', '联系情况'],
  co_handling: [
    ...['执法科（苏晴）', '查找2025年台账', '一、2025年违法建设拆除台账', '该申请的答复期限为2026年5月29日'],
    ...['2026年4月8日', '2026年4月2日', '台账一份，可以公开', '苏晴，2026年4月3日'],
  ],
  supervision_order: [
    ...[
      '说明情况',
      '林致远',
      '2026年3月10日',
      '赵启明',
      '说明为何尚未检索',
      '2026年3月13日',
      '档案室搬迁',
      '林致远，2026年3月12日',
    ],
    ...['检索后报告结果', '2026年3月17日', '逾期答复：已检索，形成清单', '林致远，2026年3月18日', '2026年3月30日'],
  ],
  search_record: ['档案室、业务系统', '巡查日志2010', '未检索到', '2026年4月1日', '检索人签名', '不予公开的文件', 'a'.repeat(64)],
  ending_notice: [
    ...['李明远：', '补正期限内未补正', '第三十条', '视为放弃申请', '2026年3月27日办结（逾期不补正，视为放弃）'],
    '对本机关不再处理的行为不服的，可以自收到本告知书之日起60日内向云川市人民政府申请行政复议',
  ],
  closing_record: ['补正告知书', '2026年3月4日', '部分公开', '不予公开', '信息不存在', '档案室、业务系统', '未检索到'],
  service_proof: ['受送达人', '李明远', '补正告知书', '2026年3月5日', '本人签收'],
  delivery_slip: ['收件人', '李明远', '补正告知书', '云川市云川大道18号，邮编000100'],
  envelope: ['100070', '云川市清河区南路6号', '李明远收', '云川市城市管理综合行政执法局', '云川市云川大道18号'],
  ems_slip: ['收件人', '李明远', '云川市清河区南路6号', '13900000000', '内件品名', '补正告知书', '局办公室'],
  address_list: ['申请人', '李明远', '13900000000', '第三方', '某建筑公司', '第三方意见征求书', '向第三方告知书', '市规划局'],
  folder_cover: ['立卷单位', '云川市城市管理综合行政执法局', '2010年的巡查日志', '卷内件数', '1'],
  file_catalogue: ['序号', '处罚决定书', '2026年4月2日'],
};

suiteNeeding('pdftotext')('each paper of a worked case', () => {
  it.each(PAPER_KINDS)('%s, the same in both forms', async (kind) => {
    const paper = paperOf(kind);
    const texts = [readPdf(print(paper)), readDocx(await docxOf(paper))];
    for (const text of texts)
      for (const expected of [...EXPECTED[kind], ...titleOn(paper)]) expect(text).toContain(squeezed(expected));
  });
});

/** The title is not always the name, but says the same; an envelope has none. */
const titleOn = ({ form, title }: Paper): string[] => (form === 'envelope' ? [] : [title]);

test('who is asked reads of what they are asked about, and of nothing else', () => {
  const toParty = ['consult_third_party', 'consult_secrecy_authority', 'consultation_answer', 'third_party_disclosure'] as const;
  const listed = (kind: PaperKind): string[] => {
    const said = JSON.stringify(paperOf(kind).blocks);
    return ['2025年违法建设拆除台账', '处罚决定书', '内部会议纪要', '2010年的巡查日志'].filter((item) => said.includes(item));
  };
  expect(toParty.map(listed)).toEqual(toParty.map(() => ['处罚决定书']));
  expect(listed('registration_form')).toHaveLength(4);
});

test('each step that makes a notice has its paper, and each paper is about something that there is', () => {
  // The approval sheet goes out to nobody.
  expect(Object.keys(paperOfStep).sort()).toEqual([...Object.keys(noticeKindOf), 'file'].sort());
  expect(Object.keys(PAPERS_ABOUT).every((kind) => PAPER_KINDS.some((one) => one === kind))).toBe(true);
});

const refused = (work: () => unknown): readonly unknown[] => {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Refusal) return problem.fields.map(({ path, code, facts }) => [path, code, facts]);
    throw problem;
  }
  throw new Error('Nothing was refused.');
};

test('a letter that no font has is told, and not printed as a box', () => {
  const paper = paperOf('correction', { name: '王𠮷' });
  expect(refused(() => checkGlyphs(paper, fonts))).toEqual([
    ['paper', 'glyph-missing', { letter: '𠮷', code: 'U+20BB7', where: '王𠮷' }],
  ]);
  expect(() => checkGlyphs(paperOf('correction', { name: '喆堃㵘䶮龘赟' }), fonts)).not.toThrow();
});

test('what a paper lacks is told by its name', () => {
  const fields = refused(() => paperOf('reply', { guide: null }));
  expect(fields).toContainEqual(['paper.organ.court', 'paper-lacks', expect.objectContaining({ zh: '本机关指南中的管辖法院' })]);
});

test.each(['envelope', 'ems_slip'] as const)('before anything has gone out, the %s is for the applicant', (kind) => {
  const telling = tellingOf(kind);
  const { reckoned } = telling.matter;
  const file = { ...reckoned.now.file, notices: [] };
  const matter = { ...telling.matter, reckoned: { ...reckoned, now: { ...reckoned.now, file } } };
  const said = JSON.stringify(compose(sources.of(kind), { ...telling, about: undefined, matter }, false));
  expect(said).toContain('李明远');
  expect(said).toContain('清河区南路6号');
});

test('the catalogue names who appears at a hearing, without their phones', () => {
  const { matter, ...telling } = tellingOf('file_catalogue');
  const { now } = matter.reckoned;
  const appearing = { list: [{ as: 'agent', name: '李律师', attorneyOnFile: true, phone: '139 0000 4321' }] } as const;
  const remedies = [{ before: '某法院', hearing: { on: '2026-05-06' }, appearingId: 'list' } as never];
  const reckoned = { ...matter.reckoned, now: { ...now, file: { ...now.file, remedies } } };
  const heard = { ...telling, matter: { ...matter, reckoned, head: { ...matter.head, appearing } } };
  const { blocks } = compose(sources.of('file_catalogue'), heard, false);
  const rows = blocks.flatMap((block) => (block.type === 'table' ? block.rows : []));
  expect(rows.at(-1)).toEqual(['某法院', '2026年5月6日', '委托代理人', '李律师', '有']);
});

suiteNeeding('pdftotext')('as it is read back', () => {
  // The text is too long for the rest of the first page, and begins on the second with two letters in.
  test('a page has 22 lines of 28 letters, and its number outside (GB/T 9704)', () => {
    const text = '一'.repeat(28 * 60 - 2);
    const { stdout } = spawnSync(pdftotext(), ['-layout', '-', '-'], {
      input: print({ ...paperOf('correction'), blocks: [{ type: 'paragraph', text }] }),
      encoding: 'utf8',
    });
    const [, second = '', third = ''] = stdout.split('\f');
    const written = second.split('\n').filter((line) => line.trim() !== '');
    expect(written.slice(0, -1).map((line) => line.trim().length)).toEqual([26, ...Array<number>(21).fill(28)]);
    const indentOf = (page: string): number => /^( *)—\s*\d\s*—/m.exec(page)?.[1]?.length ?? NaN;
    expect(indentOf(third)).toBeGreaterThan(indentOf(second) + 10);
  });

  test('a telephone reads the address of the answer form from both', async () => {
    const paper = paperOf('consultation_answer');
    const code = paper.blocks.flatMap((block) => (block.type === 'code' ? [block.code] : []));
    expect(code).toEqual([expect.stringMatching(/^https:.*token=/)]);
    const pdftoppm = pdftotext().replace(/pdftotext$/, 'pdftoppm');
    const page = spawnSync(pdftoppm, ['-r', '150', '-png', '-'], { input: print(paper), maxBuffer: 1e8 }).stdout;
    expect([await readQr(page), await readQr(qrGif(code[0] ?? ''))]).toEqual([...code, ...code]);
    expect(unzipped(await docxOf(paper), 'word/document.xml')).toContain('<pic:pic');
  });

  test.each(['reply', 'consultation_answer', 'envelope'] as const)(
    '%s is PDF/A-2u: it says so, it has a profile for its colours, and every font is in it with its letters named',
    (kind) => {
      const pdf = print(paperOf(kind));
      const told = (program: string, ...flags: readonly string[]): string =>
        spawnSync(pdftotext().replace(/pdftotext$/, program), [...flags, '-'], { input: pdf, encoding: 'utf8' }).stdout;
      expect(told('pdfinfo', '-meta')).toMatch(/<pdfaid:part>2<[^]*<pdfaid:conformance>U</);
      for (const part of ['/OutputIntents', '/GTS_PDFA1', '/DestOutputProfile']) expect(pdf.includes(part)).toBe(true);
      const [, , ...fonts] = told('pdffonts').trim().split('\n');
      expect(fonts.length).toBeGreaterThan(0);
      // Embedded, as a part, and with a table from glyphs to Unicode.
      for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    },
  );

  test('whom to ask never stands alone on a page: the seal, and the words before it, come along', () => {
    for (let lines = 8; lines <= 22; lines += 1) {
      const blocks = [{ type: 'paragraph' as const, text: '一'.repeat(28 * lines - 2) }];
      const input = print({ ...paperOf('correction'), blocks });
      const { stdout } = spawnSync(pdftotext(), ['-raw', '-', '-'], { input, encoding: 'utf8' });
      expect(stdout.trim().split('\f').at(-1)).toMatch(/^一/m);
    }
  });

  test('a PDF was made on the day that it bears, and drawn again it is the same file', () => {
    const paper = paperOf('correction');
    const pdf = print(paper);
    expect(pdf.toString('latin1')).toContain('/CreationDate (D:20260304000000Z)');
    expect(print(paper).equals(pdf)).toBe(true);
    expect(print({ ...paper, day: '2026-03-05' }).equals(pdf)).toBe(false);
  });

  test('so was a DOCX: its archive has no other time, and what it says of itself neither', async () => {
    const [docx, again] = [await docxOf(paperOf('consultation_answer')), await docxOf(paperOf('consultation_answer'))];
    expect(again.equals(docx)).toBe(true);
    // The tenth of March, 46 years after 1980, as archives write it.
    const written = (46 << 9) | (3 << 5) | 10;
    expect([docx.readUInt16LE(12), docx.readUInt16LE(docx.indexOf('PK\x01\x02', 0, 'latin1') + 14)]).toEqual([written, written]);
    expect(unzipped(docx, 'docProps/core.xml').match(/\d{4}-[\dT:-]+Z/g)).toEqual([
      '2026-03-10T00:00:00Z',
      '2026-03-10T00:00:00Z',
    ]);
  });

  test('what somebody has typed is never read as a program', async () => {
    const paper = paperOf('correction', { name: '#panic("x") $a$ *b* <w:p/> \\u{41}' });
    const shown = squeezed('#panic("x") $a$ *b* <w:p/> \\u{41}：');
    expect(readPdf(print(paper))).toContain(shown);
    expect(unzipped(await docxOf(paper), 'word/document.xml')).toContain('&lt;w:p/&gt;');
  });
});
