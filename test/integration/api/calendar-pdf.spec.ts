import { Press } from '@gongkai/correspondence';
import { programs, startTestApi, type TestApi } from '../../support/api.js';
import { fieldsIn, type HttpAnswer, type Officer } from '../../support/officer.js';
import { pdfOf } from '../../support/pdfs.js';

let api: TestApi;
let admin: Officer;
beforeAll(async () => {
  api = await startTestApi({ today: '2026-11-10' });
  admin = await api.officer('admin.district');
});
afterAll(() => api.stop());

const TITLE = '国务院办公厅关于2027年部分节假日安排的通知';
/** Longer than a line, so that sentences and words about the year are broken where the line ends. */
const SENTENCES = [
  '经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。',
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。',
  '二、春节：2月5日（农历除夕、周五）至11日（农历正月初六、周四）放假调休，共7天。2月20日（周六）上班。',
  '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。',
];

/** The notice as it is printed: its PDF, with so many sentences more that say nothing of days. */
async function printed(more = 0): Promise<Buffer> {
  const press = new Press('config/fonts', programs.press);
  const beside = Array.from({ length: more }, () => SENTENCES[3] ?? '');
  const blocks = [...SENTENCES, ...beside].map((text) => ({ type: 'paragraph', text }) as const);
  const [pdf] = await press.print({
    ...{ form: 'letter', page: null, organ: '国务院办公厅', title: TITLE, number: '国办发明电〔2026〕9号', addressee: null },
    ...{ blocks, attachments: [], sealed: { organ: '国务院办公厅', day: '2026年11月5日', mark: '' }, contact: null },
    ...{ day: '2026-11-05', draft: false },
  });
  press.close();
  return pdf;
}

const read = (pdf: Buffer): Promise<HttpAnswer> => admin.post('/calendars/reading', { pdf: pdf.toString('base64') });

test('the notice fills in the form from its PDF, over the ends of lines and of pages', async () => {
  for (const more of [0, 30])
    expect((await read(await printed(more))).body).toMatchObject({
      ...{ year: 2027, notice: '国办发明电〔2026〕9号', issuedOn: '2026-11-05', makeupWorkdays: ['2027-02-20'] },
      holidays: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
        { name: '春节', from: '2027-02-05', to: '2027-02-11' },
      ],
    });
});

test('a scan, a book and what cannot be opened are refused with what to do', async () => {
  const scan = await read(pdfOf([{ content: '0.5 g 100 100 300 300 re f\n' }]));
  expect(fieldsIn(scan)).toEqual(['pdf notice-scan']);
  expect(JSON.stringify(scan.body)).toContain('复制粘贴');
  const book = pdfOf(Array.from({ length: 11 }, () => ({ content: '' })));
  expect(fieldsIn(await read(book))).toEqual(['pdf notice-pdf']);
  expect(fieldsIn(await read(Buffer.from('%PDF-1.7 broken')))).toEqual(['pdf notice-pdf']);
  expect(fieldsIn(await read(Buffer.from('no PDF at all')))).toEqual(['pdf notice-pdf']);
});
