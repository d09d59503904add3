import { hasCheckDigit, isCreditCode, isResidentId } from '@gongkai/contracts';

/** A value as a field takes it; undefined where what was read cannot be one. */
type Reader = (text: string) => string | undefined;

/** Figures that are read as letters, and the other way round. */
const FIGURES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  l: '1',
  I: '1',
  '|': '1',
  i: '1',
  Z: '2',
  S: '5',
  B: '8',
};
const asFigures = (text: string): string => text.replace(/[OoDQlI|iZSB]/g, (sign) => FIGURES[sign] ?? sign);

const MOBILE = /1[3-9]\d{9}/;
const LANDLINE = /0\d{2,3}-?\d{7,8}|(?<!\d)[2-8]\d{6,7}(?!\d)/;

/** A telephone number: of a mobile, or of the place with or without its area code. */
export const phoneIn: Reader = (text) => {
  const figures = asFigures(text)
    .replace(/[()—–_.·]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-/, '');
  return MOBILE.exec(figures.replaceAll('-', ''))?.[0] ?? LANDLINE.exec(figures)?.[0];
};

const EIGHTEEN = /\d{17}[\dXx]/;
const BORN = /^[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** The number of an identity card; one whose check digit is wrong was misread. */
export const residentIdIn: Reader = (text) => {
  const found = EIGHTEEN.exec(asFigures(text).replace(/[^\dXx]/g, ''))?.[0].toUpperCase();
  return found !== undefined && isResidentId(found) && BORN.test(found) && hasCheckDigit(found) ? found : undefined;
};

const CODE = /[0-9A-Z]{18}/;

/** A unified social credit code; one whose check sign is wrong was misread. The code knows no I, O, S, V and Z. */
export const creditCodeIn: Reader = (text) => {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const known = plain.replace(/[IOSZ]/g, (sign) => FIGURES[sign] ?? sign);
  const found = CODE.exec(known)?.[0];
  return found !== undefined && isCreditCode(found) ? found : undefined;
};

const PERSON = /^\p{Script=Han}{2,4}$|^\p{Script=Han}{2,8}·\p{Script=Han}{2,8}$/u;
const ORGANISATION =
  /^[\p{Script=Han}()（）A-Za-z0-9]{3,40}(?:公司|集团|中心|协会|学会|商会|委员会|事务所|研究[所院]|学校|医院|大学|学院|合作社|基金会|厂|店|社|站|行|馆|队|部|会|所|院)$/u;

/** The name of a person or of an organisation. */
export const nameIn: Reader = (text) => {
  const name = text.replace(/[^\p{Script=Han}·()A-Za-z0-9]/gu, '');
  return PERSON.test(name) || ORGANISATION.test(name) ? name : undefined;
};

const PLACE = /[省市区县旗镇乡村街路道巷弄号楼栋幢室园]/gu;
/** Words that make a place of a text. */
const TELLING = 2;

/** An address: it names a town, a street or a house. */
export const addressIn: Reader = (text) => {
  const address = text.replace(/[^\p{Script=Han}A-Za-z0-9()#-]/gu, '');
  return address.length >= 6 && (address.match(PLACE) ?? []).length >= TELLING ? address : undefined;
};
