import { createElement, Fragment, type ReactNode } from 'react'
import type { Text, Values } from './text.ts'
import { useText } from './use-text.ts'

export interface SaidProps<Message extends string> {
  readonly of: Text<Message>
  readonly with: Values<Message, ReactNode>
}

/** Stands for a value in the sentence until it is split; no text holds such a character. */
const mark = '\u0000'

/** A sentence with elements in it: `<Said of={texts.missing} with={{ scope: <code>…</code> }} />`. */
export function Said<Message extends string>({ of, with: values }: SaidProps<Message>) {
  const say = useText()
  const given: Readonly<Record<string, ReactNode>> = values
  const flat = Object.entries(given).map(([name, value]) => [
    name,
    typeof value === 'string' || typeof value === 'number' ? value : mark + name + mark,
  ])
  const sentence = say(of as Text, Object.fromEntries(flat))
  const parts = sentence.split(mark).map((part, place) => (place % 2 === 0 ? part : given[part]))
  return createElement(Fragment, null, ...parts)
}
