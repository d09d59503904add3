import { DAY_INDENT, MARGIN_MM, MARK, PT } from './typography.js';

/** The paper comes in as JSON: nothing that somebody typed is ever read as a program. */
export const TEMPLATE = `
#let p = json(bytes(sys.inputs.paper))
#let leading = ${PT.line}pt - ${PT.body}pt
#set document(title: p.title, author: p.organ)
#set page(
  paper: "a4",
  margin: (top: ${MARGIN_MM.top}mm, bottom: ${MARGIN_MM.bottom}mm, left: ${MARGIN_MM.left}mm, right: ${MARGIN_MM.right}mm),
  footer: context align(center, text(size: ${PT.pageNumber}pt)[— #counter(page).display() —]),
  background: if p.draft { rotate(-45deg, text(size: 120pt, fill: luma(232))[${MARK.draft}]) },
)
#set text(font: p.fonts, size: ${PT.body}pt, lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: leading, spacing: leading, justify: true, first-line-indent: (amount: 2em, all: true))
#let plain(body) = { set par(first-line-indent: 0em, justify: false); body }
#let cell(content) = { set par(first-line-indent: 0em, justify: false, leading: ${PT.cellLine}pt - ${PT.cell}pt); content }

#if p.form == "sheet" { plain(align(center, text(size: ${PT.body}pt, p.organ))) }
#plain(align(center, block(spacing: leading, text(size: ${PT.title}pt, weight: "bold", p.title))))
#if p.number != none { plain(align(center, p.number)) }
#v(leading)
#if p.addressee != none { plain[#p.addressee：] }
#for (i, one) in p.blocks.enumerate() {
  if one.type == "paragraph" and i < p.blocks.len() - 1 { par(one.text) }
  // A page with the seal alone could be put under anything: the last words go with it.
  if one.type == "paragraph" and i == p.blocks.len() - 1 { block(sticky: true, above: leading, below: leading, par(one.text)) }
  if one.type == "heading" { par(strong(one.text)) }
  if one.type == "table" {
    block(spacing: 0pt, width: 100%, {
      set text(size: ${PT.cell}pt)
      table(
        columns: one.widths.map(share => share * 1fr),
        stroke: 0.5pt,
        inset: 6pt,
        align: left + horizon,
        ..one.rows.enumerate().map(((i, row)) => row.map(words => cell(if one.headed and i == 0 { strong(words) } else { words }))).flatten(),
      )
    })
  }
}
#if p.attachments.len() > 0 {
  v(leading)
  for (i, name) in p.attachments.enumerate() {
    par[#if i == 0 [${MARK.attachments}] else [#h(3em)]#(i + 1)．#name]
  }
}
#if p.sealed != none {
  block(breakable: false, width: 100%, above: leading + ${PT.line}pt * 2, plain(align(right, pad(right: ${DAY_INDENT}em, box(align(center)[#p.sealed.organ#text(fill: luma(120))[${MARK.seal}] #linebreak() #p.sealed.day])))))
}
#if p.contact != none {
  v(leading)
  par[（#p.contact）]
}
`;
