import { localDate } from '@gongkai/calendar';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { RECORD_PAPERS } from '../../libs/correspondence/src/values/record-papers.js';
import { sources, tellingOf } from './worked-case.js';

type Kind = 'folder_cover' | 'file_catalogue';
type Entry = ReturnType<typeof tellingOf>['matter']['journal'][number];

/** A paper of the folder with one more entry in the journal of the case. */
function withEntry(kind: Kind, fact: object, more: object = {}): string {
  const { matter, ...telling } = tellingOf(kind);
  const added = { ...matter.journal.at(-1), actorId: 'the-clerk', today: localDate('2026-05-06'), fact } as unknown as Entry;
  const told = { ...telling, ...more, matter: { ...matter, journal: [...matter.journal, added] } };
  return JSON.stringify(compose(sources.of(kind), told, false).blocks);
}

describe('the cover of a folder', () => {
  test('names who filed it and the number of the fonds, as the guide of the organ has it', () => {
    const cover = withEntry('folder_cover', { type: 'FILED', on: '2026-05-06', retention: '10y' });
    for (const said of ['"立卷人"', '"苏晴"', '"全宗号"', '"X123"']) expect(cover).toContain(said);
  });

  test('leaves both to be written in by hand while nobody knows them', () => {
    const { blocks } = compose(
      sources.of('folder_cover'),
      { ...tellingOf('folder_cover'), organ: { name: '局', guide: null } },
      false,
    );
    expect(JSON.stringify(blocks)).toContain('"全宗号"');
  });
});

describe('the catalogue of a folder', () => {
  const memo = { files: [{ id: 'memo', name: '电话记录.pdf' }] };

  test('has what was put to a note, as internal material', () => {
    const catalogue = withEntry('file_catalogue', { type: 'NOTED', text: '存查', fileIds: ['memo'] }, memo);
    for (const said of ['电话记录', '内部材料']) expect(catalogue).toContain(said);
  });

  test('does not call so what came in', () => {
    const catalogue = withEntry('file_catalogue', { type: 'NOTED', text: '来信', fileIds: ['memo'], cameIn: true }, memo);
    expect(catalogue).toContain('电话记录');
    expect(catalogue).not.toContain('内部材料');
  });

  test('tells what does not apply of what the archive asks for, by whom and why; where everything does, it has no such heading', () => {
    const telling = tellingOf('file_catalogue');
    const { reckoned } = telling.matter;
    const mark = { line: 'envelope', reason: '装在快递袋中一并送达', by: 'the-clerk', on: localDate('2026-05-06') } as const;
    const file = { ...reckoned.now.file, inapplicable: [mark] };
    const matter = { ...telling.matter, reckoned: { ...reckoned, now: { ...reckoned.now, file } } };
    const told = JSON.stringify(compose(sources.of('file_catalogue'), { ...telling, matter }, false).blocks);
    for (const said of ['不适用的材料', '"信封"', '装在快递袋中一并送达', '苏晴', '2026年5月6日']) expect(told).toContain(said);
    expect(JSON.stringify(compose(sources.of('file_catalogue'), telling, false).blocks)).not.toContain('不适用的材料');
  });

  test('has the records that are bound before they are filed', () => {
    const pages = new Map([...RECORD_PAPERS.slice(1), 'registration_form'].map((kind, i) => [kind, `${String(i)}—7`]));
    const { blocks } = compose(sources.of('file_catalogue'), { ...tellingOf('file_catalogue'), pages }, false);
    const rows = blocks.flatMap((block) => (block.type === 'table' ? block.rows : [])).slice(-6);
    const names = ['申请登记表', '检索记录', '征求意见登记表', '保密审查单', '发文签批单', '结案登记表'];
    expect(rows.map((row) => row.find((cell) => cell.endsWith('21号')))).toEqual(
      names.map((name) => `${name}城管依申请〔2026〕21号`),
    );
    expect(rows.map((row) => row.find((cell) => cell.endsWith('—7')))).toEqual(['5—7', '0—7', '1—7', '2—7', '3—7', '4—7']);
  });
});
