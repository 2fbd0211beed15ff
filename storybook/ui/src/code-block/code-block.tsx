import { useMemo, type ReactNode } from 'react'
import { CopyButton } from '../copy/copy-button.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './code-block.css'
import { layOut, tokensOf } from './json-tokens.ts'

adopt(sheet)

export interface CodeBlockProps {
  /** What it shows: "Request body". */
  readonly label: string
  readonly code: string
  readonly language?: 'json' | 'text'
  /** A remark in its head: a size, or that it was cut. */
  readonly note?: string | undefined
  /** What stands in place of something that is not shown, with the flag `g`; it is told from what was said. */
  readonly masks?: RegExp | undefined
}

/** Code to read and to copy; it scrolls within itself, also by keyboard. */
export function CodeBlock({ label, code, language = 'text', note, masks }: CodeBlockProps) {
  const text = useMemo(() => (language === 'json' ? layOut(code) : code), [code, language])
  const tokens = useMemo(() => (language === 'json' ? tokensOf(text) : undefined), [text, language])

  return (
    <figure className="sq-code">
      <figcaption className="sq-code-head">
        <span className="sq-code-label">{label}</span>
        {note && <span className="sq-code-note">{note}</span>}
        <CopyButton text={text} what={label} />
      </figcaption>
      {/* What scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="sq-code-text" tabIndex={0} aria-label={label}>
        <pre>
          <code>
            {tokens?.map(({ kind, text: piece, at }) => (
              <span key={at} data-kind={kind}>
                {shown(piece, kind === 'key' ? undefined : masks)}
              </span>
            )) ?? shown(text, masks)}
          </code>
        </pre>
      </section>
    </figure>
  )
}

/** What turns the writing round, or is not seen, is told by its number: a stranger may have written it. */
const unseen = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function shown(text: string, masks: RegExp | undefined): ReactNode {
  const found = [...(masks ? text.matchAll(masks) : []), ...text.matchAll(unseen)]
  if (found.length === 0) return text
  found.sort((one, other) => one.index - other.index)
  const ends = found.map(({ 0: mark, index }) => index + mark.length)
  return [
    ...found.flatMap(({ 0: mark, index }, at) => [
      text.slice(ends[at - 1] ?? 0, index),
      <mark key={index}>{mark.replace(unseen, numbered)}</mark>,
    ]),
    text.slice(ends.at(-1)),
  ]
}

const numbered = (character: string) =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
