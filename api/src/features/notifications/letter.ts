/**
 * How a mail looks: one plain layout in two forms. Mail programs know little: tables and styles in the
 * element, no sheet, no script, nothing that is fetched from anywhere. Whatever fills a message is
 * escaped, and every link leads to the address that people know us by.
 */
import type { Locale } from '@sonaqor/contract/notification-kinds'

export interface Letter {
  readonly locale: Locale
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly button?: { readonly label: string; readonly url: string; readonly orCopy: string }
  readonly note?: string
  /** Why it came, and where to choose otherwise. */
  readonly foot: { readonly why: string; readonly url?: string }
}

export interface LaidOut {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const subjectMax = 150

export function layOut(letter: Letter): LaidOut {
  return { subject: oneLine(letter.subject), text: textOf(letter), html: htmlOf(letter) }
}

/** A header has one line, whatever somebody is called. */
function oneLine(subject: string): string {
  const line = [...subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()]
  return line.length > subjectMax ? `${line.slice(0, subjectMax - 1).join('')}…` : line.join('')
}

function textOf({ greeting, paragraphs, button, note, foot }: Letter): string {
  const told = [
    greeting,
    ...paragraphs,
    button && `${button.label}:\n${button.url}`,
    note,
    `-- \n${[foot.why, foot.url].filter(Boolean).join('\n')}`,
  ]
  return `${told.filter(Boolean).join('\n\n')}\n`
}

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const paragraph = `margin:0 0 16px;font-size:16px;line-height:24px;${font}`
const small = `font-size:13px;line-height:20px;opacity:.76;${font}`
const accent = '#4d4fd5'

/**
 * Words have the colour that the mail program gives them, which knows whether it is dark, and what is
 * quieter lets some of the ground through. The button alone brings both of its colours.
 */
function htmlOf({ locale, subject, greeting, paragraphs, button, note, foot }: Letter): string {
  const said = [greeting, ...paragraphs].map((one) => `<p style="${paragraph}">${escape(one)}</p>`)
  const why = foot.url
    ? `${escape(foot.why)}<br><a href="${escape(foot.url)}" style="color:inherit">${escape(foot.url)}</a>`
    : escape(foot.why)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left">
<tr><td style="padding:0 0 24px;font-size:18px;line-height:24px;font-weight:600;letter-spacing:-0.2px;${font}">Sonaqor</td></tr>
<tr><td>
${said.join('\n')}
${button ? buttonOf(button) : ''}
${note ? `<p style="margin:0 0 16px;${small}">${escape(note)}</p>` : ''}
</td></tr>
<tr><td style="padding:16px 0 0;border-top:1px solid #8f95a3;${small}">${why}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`
}

function buttonOf({ label, url, orCopy }: NonNullable<Letter['button']>): string {
  const to = escape(url)
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td bgcolor="${accent}" style="border-radius:8px"><a href="${to}" style="display:inline-block;padding:12px 20px;font-size:16px;line-height:24px;font-weight:600;color:#ffffff;text-decoration:none;border:1px solid ${accent};border-radius:8px;${font}">${escape(label)}</a></td></tr></table>
<p style="margin:0 0 16px;word-break:break-all;${small}">${escape(orCopy)}<br><a href="${to}" style="color:inherit">${to}</a></p>`
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
