import type { NamesIn } from './names-in.ts'

declare const isText: unique symbol

/**
 * A sentence of the screen as a catalogue holds it: ICU MessageFormat while it is written, compiled
 * by the build. It is put into words by a `Say` alone, which knows the language of the reader.
 */
export interface Text<Message extends string = string> {
  readonly [isText]: Message
}

/** What fills the placeholders of a text, each by its name. */
export type Values<Message extends string, Value = string | number> = {
  readonly [Name in NamesIn<Message>]: Value
}

/** The values that a text asks for, as the last parameter; a text without any asks for none. */
export type Given<Message extends string, Value = string | number> = string extends Message
  ? readonly [values?: Readonly<Record<string, Value>>]
  : [NamesIn<Message>] extends [never]
    ? readonly []
    : readonly [values: Values<Message, Value>]

/** Puts a text into the words of one language. */
export type Say = <Message extends string>(text: Text<Message>, ...given: Given<Message>) => string

/**
 * Marks a message of a catalogue, written in ICU MessageFormat: `{name}`, `{count, number}`,
 * `{count, plural, one {# key} other {# keys}}`, `{state, select, …}`. The build compiles catalogues
 * (`compile-texts`), so this is never called.
 */
export function text<const Message extends string>(message: Message): Text<Message> {
  throw new Error(`“${message}” stands in a file that is not built as a catalogue.`)
}
