import type { FieldProblem } from '@gongkai/contracts';

/** Columns that say to whom a row may be given: its public attribute, and the way in which it is open, which says so by the way. */
export type AttributeColumn = 'attribute' | 'way';
type Cells = Partial<Record<AttributeColumn, string>>;
type AttributeProblem = FieldProblem & { readonly path: AttributeColumn };

/** How catalogues head these columns. */
export const ATTRIBUTE_HEADINGS: Readonly<Record<AttributeColumn, readonly string[]>> = {
  attribute: ['公开属性', '信息公开属性', '属性', 'public attribute', 'attribute'],
  way: ['公开方式', '公开类型', '公开形式', '公开范围', '开放类型', 'way'],
};

/** What organs call what anybody may read unasked. */
const PUBLIC =
  /^(?:此件)?(?:主动公开|公开|主动|公开发布|全文公开|全部公开|社会公开|(?:面)?向(?:全)?社会公开|(?:依申请公开)?转(?:为)?主动公开|依申请公开转(?:为)?主动公开|public)$/iu;
/** And what only some may, or nobody. */
const NOT_PUBLIC =
  /不予|不公开|非公开|未公开|暂不|依申请(?!公开转|转)|免予|内部|涉密|秘密|机密|绝密|not public|on application|internal|secret/iu;

/**
 * A table of an organ may hold more than what is public: what is given on application, or to nobody (公文公开属性). That is not published because
 * it stands in the same table (REG 14 to 17). A table that tells the attribute tells it of every row.
 */
export function attributeProblems({ attribute, way }: Cells, tellsAttribute: boolean): AttributeProblem[] {
  if (attribute === undefined && tellsAttribute) return [{ path: 'attribute', code: 'required' }];
  if (attribute !== undefined && !PUBLIC.test(attribute.replaceAll(/\s/gu, ''))) return [notPublic('attribute', attribute)];
  return way !== undefined && NOT_PUBLIC.test(way) ? [notPublic('way', way)] : [];
}

const notPublic = (path: AttributeColumn, value: string): AttributeProblem => ({
  path,
  code: 'not-for-everybody',
  facts: { value },
});
