/** Forms of application as they come in, made up: what they say, and how they look as a clean scan, lying askew, and as faxes. */
import sharp from 'sharp';

const [WIDTH, HEIGHT] = [1654, 2339];
const NAMES = ['沈知远', '温如初', '顾一舟', '欧阳静怡', '纪安', '陆文昭', '许清和', '贺兰亭', '周婉清'];
const FIRMS = ['云川市青石建材有限公司', '云川长河律师事务所', '云川市青林区老年协会'];
const PLACES = [
  '云川市青林区青石路36号2幢501室',
  '云川市临江区滨河大道118号城市花园7栋2单元1203室',
  '云川市青林区白石镇新桥村四组',
  '江南省云川市高新区创业路9号软件园B座',
];
const ITEMS = [
  ['2025年青石路旧城改造项目的征收补偿安置方案'],
  ['2024年度全区违法建设拆除台账', '2024年度拆除违法建设的经费支出情况'],
  ['临江区滨河大道延伸段工程的建设用地规划许可证、环境影响评价批复文件以及施工许可证的审批材料，包括全部附图和附表'],
  ['白石镇新桥村2019年至2023年集体土地征收公告', '征地补偿款的发放明细表', '被征收土地的勘测定界图'],
  ['2026年停车收费标准及其制定依据'],
];
const ORDINALS = [(n) => `${n}. `, (n) => `${n}、`, (n) => `（${'一二三四'[n - 1]}）`];
const FONTS = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];

/** A space as wide as a character. */
const WIDE = '\u3000';

/** What form number `i` says; every third is of an organisation. */
export function formOf(i) {
  const isFirm = i % 3 === 2;
  return {
    i,
    name: isFirm ? FIRMS[Math.floor(i / 3) % FIRMS.length] : NAMES[i % NAMES.length],
    ...(isFirm ? { creditCode: creditCodeOf(i) } : { idNumber: residentIdOf(i) }),
    phone:
      i % 4 === 3 ? `0571-8${String(1_234_567 + i * 7_919).slice(0, 7)}` : `139${String(10_000_000 + i * 3_141_593).slice(0, 8)}`,
    address: PLACES[i % PLACES.length],
    items: ITEMS[i % ITEMS.length],
  };
}

function residentIdOf(i) {
  const body = `330102${1960 + ((i * 7) % 40)}${String(1 + (i % 12)).padStart(2, '0')}${String(1 + ((i * 5) % 28)).padStart(2, '0')}${String(100 + i * 13).slice(-3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11];
}

function creditCodeOf(i) {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `91330102MA2${signs[10 + (i % 15)]}${String(10_000 + i * 271).slice(-5)}`;
  let [weight, sum] = [1, 0];
  for (const sign of body) [sum, weight] = [sum + weight * signs.indexOf(sign), (weight * 3) % 31];
  return body + signs[(31 - (sum % 31)) % 31];
}

const SIGNED = `申请人签名：${WIDE.repeat(6)}申请日期：2026年5月7日`;
const text = (x, y, words, size = 34) => `<text x="${x}" y="${y}" font-size="${size}">${words}</text>`;
const rule = (x1, y1, x2, y2) => `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#000" stroke-width="3"/>`;
const cut = (words, length) => words.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
const numbered = ({ i, items }, length) =>
  items.flatMap((item, at) => cut(items.length > 1 ? ORDINALS[i % ORDINALS.length](at + 1) + item : item, length));

/** A form of labels with colons, one below the other. */
function asLines(form) {
  const isFirm = form.creditCode !== undefined;
  const rows = [
    isFirm ? `申请人名称：${form.name}` : `申请人姓名：${form.name}    性别：女`,
    isFirm ? `统一社会信用代码：${form.creditCode}` : `身份证号码：${form.idNumber}`,
    `联系电话：${form.phone}    邮政编码：310000`,
    `通讯地址：${form.address}`,
    '所需政府信息的内容描述：',
    ...numbered(form, 34).map((line) => `${WIDE}${line}`),
    `获取信息的方式：邮寄${WIDE}${WIDE}载体形式：纸质`,
    '是否申请减免费用：否',
    '',
    SIGNED,
  ];
  return rows.map((row, at) => text(170, 430 + at * 78, row)).join('');
}

/** A form of cells with rules around them; the long label at left is broken over lines. */
function asTable(form) {
  const isFirm = form.creditCode !== undefined;
  const content = numbered(form, 30);
  const tall = Math.max(3, content.length) * 62 + 40;
  const cells = [
    [90, isFirm ? '名称' : `姓${WIDE}${WIDE}名`, form.name],
    [90, isFirm ? '统一社会信用代码' : '证件号码', form.creditCode ?? form.idNumber],
    [90, '联系电话', form.phone, '邮政编码', '310000'],
    [90, '联系地址', form.address],
    [tall, ['所需信息的', '内容描述'], content],
    [90, '获取方式', '邮寄', '载体形式', '纸质'],
  ];
  let y = 420;
  const drawn = cells.map(([height, ...columns]) => {
    const row = rule(150, y, 1504, y) + columns.map((words, at) => cell([170, 470, 980, 1180][at], y, height, words)).join('');
    y += height;
    return row;
  });
  const sides = [150, 450, 1504].map((x) => rule(x, 420, x, y)).join('');
  return `${drawn.join('')}${rule(150, y, 1504, y)}${sides}${text(170, y + 90, SIGNED)}`;
}

const cell = (x, y, height, words) => {
  const lines = [words].flat();
  const first = y + height / 2 - ((lines.length - 1) * 56) / 2 + 12;
  return lines.map((line, at) => text(x, first + at * 56, line, line.length > 7 && x === 170 ? 32 : 34)).join('');
};

/** The form as it was printed, on white paper. */
function sheet(form) {
  const body = Math.floor(form.i / 3) % 2 === 0 ? asLines(form) : asTable(form);
  const font = FONTS[form.i % FONTS.length];
  const title = text(520, 240, '政府信息公开申请表', 56);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>
    <g font-family="${font}" xml:space="preserve">${title}${body}</g></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale();
}

/** Noise as of a line or a worn drum: the same for the same form. */
async function speckled(picture, share, seed) {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  let state = seed + 1;
  for (let n = 0; n < data.length * share; n += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    data[state % data.length] = state % 3 === 0 ? 0 : 255;
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
}

/** As a fax machine sends it. @param down lines to the inch */
async function fax(form, down) {
  const height = Math.round((1728 / WIDTH) * HEIGHT * (down / 204));
  const scanned = await sheet(form).resize({ width: 1728, height, fit: 'fill' }).toColourspace('b-w').png().toBuffer();
  const black = await sharp(scanned).threshold(150).toColourspace('b-w').png().toBuffer();
  const noisy = await (await speckled(sharp(black).extractChannel(0), 0.0008, form.i)).png().toBuffer();
  const options = { compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: down / 25.4 };
  return sharp(noisy).threshold(128).toColourspace('b-w').tiff(options).toBuffer();
}

/** How a form comes in, as a file. */
export const QUALITIES = {
  clean: (form) => sheet(form).jpeg({ quality: 80 }).toBuffer(),
  skewed: async (form) => {
    const turned = sheet(form).rotate(form.i % 2 === 0 ? 2 : -2, { background: '#fff' });
    return (
      await speckled(
        sharp(await turned.png().toBuffer())
          .extractChannel(0)
          .blur(0.7),
        0.001,
        form.i,
      )
    )
      .jpeg({ quality: 60 })
      .toBuffer();
  },
  fine: (form) => fax(form, 196),
  coarse: (form) => fax(form, 98),
  /** One JPEG to a page, as most scanners make a PDF. */
  pdf: async (form) => pdfOf(await QUALITIES.clean(form)),
};

/** A PDF of one page that is a picture of A4 at 200 dots to the inch. */
function pdfOf(jpeg) {
  const [wide, high] = [595, 842];
  const drawing = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`);
  const picture = `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>`;
  const stream = (head, body) =>
    Buffer.concat([Buffer.from(`<< ${head} /Length ${body.length} >>\nstream\n`), body, Buffer.from('\nendstream')]);
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page].map((each) =>
    Buffer.from(each),
  );
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places = [];
  for (const [at, body] of [...objects, stream(picture, jpeg), stream('', drawing)].entries()) {
    places.push(parts.reduce((sum, { length }) => sum + length, 0));
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, { length }) => sum + length, 0);
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
