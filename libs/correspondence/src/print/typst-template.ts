import { CLOSER_PT, CODE_MM, DAY_INDENT, PAGE_NUMBER_BELOW_MM, MARGIN_MM, MARK, PT, SMALL_MM } from './typography.js';

/** The paper comes in as JSON: nothing that somebody typed is ever read as a program. */
export const TEMPLATE = `
#let p = json(bytes(sys.inputs.paper))
#let leading = ${PT.line}pt - ${PT.body}pt
#let (year, month, day) = p.day.split("-").map(int)
#set document(title: p.title, author: p.organ, date: datetime(year: year, month: month, day: day))
#set page(
  width: if p.page == none { 210mm } else { p.page.width * 1mm },
  height: if p.page == none { 297mm } else { p.page.height * 1mm },
  margin: if p.page == none {
    (top: ${MARGIN_MM.top}mm, bottom: ${MARGIN_MM.bottom}mm, left: ${MARGIN_MM.left}mm, right: ${MARGIN_MM.right}mm)
  } else { ${SMALL_MM.margin}mm },
  footer-descent: ${PAGE_NUMBER_BELOW_MM}mm,
  footer: if p.page == none { context {
    let side = if calc.odd(counter(page).get().first()) { right } else { left }
    align(side, pad(x: 1em, text(size: ${PT.pageNumber}pt)[— #counter(page).display() —]))
  } },
  background: if p.draft { rotate(-45deg, text(size: 120pt, fill: luma(224), p.at("draftMark", default: "${MARK.draft}"))) },
)
#set text(font: p.fonts, size: ${PT.body}pt, tracking: -${CLOSER_PT}pt, lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: leading, spacing: leading, justify: true, first-line-indent: (amount: 2em, all: true))
// A word that is wider than its place is broken anywhere, by boxes of which nothing is printed: what runs over the edge of a page is lost.
#let broken(word) = word.text.clusters().join(box())
#show regex("[!-~]{50,}"): broken
#let within(content) = layout(place => {
  show regex("[!-~]{8,49}"): word => context if measure(word).width > place.width { broken(word) } else { word }
  content
})
#let plain(body) = { set par(first-line-indent: 0em, justify: false); body }
#let cell(content) = { set par(first-line-indent: 0em, justify: false, leading: ${PT.cellLine}pt - ${PT.cell}pt); content }

// English words are longer than a column of figures: they are smaller there and broken where they may be.
#let fitted(words) = if words.contains(regex("[a-z]{3}")) { text(size: ${PT.fitted}pt, lang: "en", hyphenate: true, words) } else { words }
#let lines(words) = words.split("\\n").map(line => [#line]).join(linebreak())
#if p.form == "envelope" {
  plain({
    if p.number != none { text(tracking: 0.5em, p.number) }
    v(${SMALL_MM.addressTop}mm)
    pad(left: ${SMALL_MM.addressLeft}mm, {
      for one in p.blocks { block(one.text) }
      block(text(size: ${PT.title}pt)[#p.addressee${MARK.received}])
    })
    place(bottom + right, text(size: ${PT.cell}pt, lines(p.contact)))
  })
} else [
#if p.form == "sheet" { plain(align(center, text(size: ${PT.body}pt, p.organ))) }
#plain(align(center, block(spacing: leading, text(size: ${PT.title}pt, weight: "bold", p.title))))
#if p.number != none { plain(align(center, p.number)) }
#v(leading)
#if p.addressee != none { plain[#p.addressee：] }
// A page with the seal alone could be put under anything, and one with the contact alone is one too many: they are the last line of the
// last words, and no paragraph leaves its last line alone on a page.
#let contact = par[（#p.contact）]
#let end = {
  if p.sealed != none { plain(align(right, pad(right: ${DAY_INDENT}em, box(align(center)[#p.sealed.organ#text(fill: luma(120))[#p.sealed.mark] #linebreak() #p.sealed.day])))) }
  if p.contact != none { contact }
}
#let joined = p.sealed != none and p.attachments.len() == 0 and p.blocks.len() > 0 and p.blocks.last().type == "paragraph"
#for (i, one) in p.blocks.enumerate() {
  if one.type == "paragraph" and i < p.blocks.len() - 1 { par(one.text) }
  if one.type == "paragraph" and i == p.blocks.len() - 1 {
    block(sticky: true, above: leading, below: leading, par(if joined [#one.text#linebreak()#box(width: 100%)[#v(${PT.line}pt * 2)#end]] else { one.text }))
  }
  if one.type == "heading" { block(sticky: true, above: leading, below: leading, par(strong(one.text))) }
  if one.type == "grid" {
    let cells = one.rows.map(row => row.map(it => table.cell(
      colspan: it.colSpan, rowspan: it.rowSpan,
      align: (left: left, center: center, right: right).at(it.align) + horizon,
      cell(fitted(it.text)),
    )))
    block(above: leading, below: leading, width: 100%, {
      set text(size: ${PT.cell}pt, tracking: 0pt)
      table(
        columns: one.widths.map(share => share * 1fr),
        stroke: 0.5pt,
        inset: 3pt,
        ..if one.headRows > 0 { (table.header(..cells.slice(0, one.headRows).flatten()),) } else { () },
        ..cells.slice(one.headRows).flatten(),
      )
    })
  }
  // Parts of one form join; what is no table keeps its distance.
  let gap(beside) = if beside != none and beside.type in ("table", "code") { 0pt } else { leading }
  if one.type == "code" {
    block(above: gap(if i > 0 { p.blocks.at(i - 1) }), below: gap(p.blocks.at(i + 1, default: none)), width: 100%, breakable: false, {
      set text(size: ${PT.cell}pt, tracking: 0pt)
      table(
        columns: one.widths.map(share => share * 1fr),
        stroke: 0.5pt,
        inset: 6pt,
        align: (center + horizon, left + horizon),
        image(bytes(one.picture), format: "svg", width: ${CODE_MM}mm),
        cell(within(one.text)),
      )
    })
  }
  if one.type == "table" {
    block(above: gap(if i > 0 { p.blocks.at(i - 1) }), below: gap(p.blocks.at(i + 1, default: none)), width: 100%, {
      set text(size: ${PT.cell}pt, tracking: 0pt)
      table(
        columns: one.widths.map(share => share * 1fr),
        stroke: 0.5pt,
        inset: 6pt,
        align: left + horizon,
        ..one.rows.enumerate().map(((i, row)) => row.map(words => cell(within(if one.headed and i == 0 { strong(words) } else { words })))).flatten(),
      )
    })
  }
}
#if p.attachments.len() > 0 {
  v(leading)
  for (i, name) in p.attachments.enumerate() {
    let no = if p.attachments.len() > 1 [#(i + 1)．]
    block(sticky: true, above: leading, below: leading, par[#if i == 0 [${MARK.attachments}] else [#h(3em)]#no#name])
  }
}
#if p.sealed == none and p.contact != none { contact }
#if p.sealed != none and not joined { block(breakable: false, width: 100%, above: leading + ${PT.line}pt * 2, end) }
]
`;
